import { Link, Navigate, useLocation, useParams, useSearchParams } from 'react-router'
import { useEffect, useMemo, useState } from 'react'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useMay, useSession } from '../../client/session.tsx'
import { startOutbox, type Outbox } from '../../offline/outbox.ts'
import { openPhoneStore, type PhoneStore } from '../../offline/phone-store.ts'
import { registerWorker, type Installed } from '../../offline/register-worker.ts'
import { useKeptAnswer } from '../../offline/use-kept-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import './inspection.css'
import { inspectionText } from './inspection-text.ts'
import { LAST_INSPECTED } from './last-inspected.ts'
import { NetworkStrip } from './network-strip.tsx'
import { readPlace } from './place-in-page.ts'
import { RecordTab } from './record-tab.tsx'
import { RecordsTab } from './records-tab.tsx'
import { RouteTab } from './route-tab.tsx'
import { TabsBar } from './tabs-bar.tsx'
import { PhoneProvider } from './use-phone.tsx'

/** The inspector's phone: it works from start to end without a network, and sends when there is one. */
export function InspectionPage() {
  const text = useText(inspectionText)
  const { me } = useSession()
  const may = useMay()
  const { pathname, search } = useLocation()
  const [opened, setOpened] = useState<{ readonly store: PhoneStore; readonly outbox: Outbox } | 'refused' | null>(null)
  const isSignedIn = me !== null && me.standing === 'full'
  const personId = me?.personId ?? null
  useEffect(() => {
    document.title = text.title
  }, [text])
  useEffect(() => {
    if (!isSignedIn || personId === null) return
    const store = openPhoneStore()
    let outbox: Outbox | null = null
    let isGone = false
    const open = async () => {
      await store.open()
      if (isGone) return
      outbox = startOutbox(store, personId)
      setOpened({ store, outbox })
    }
    open().catch(() => setOpened('refused'))
    return () => {
      isGone = true
      outbox?.stop()
      store.close()
      setOpened(null)
    }
  }, [isSignedIn, personId])
  if (!isSignedIn) return <Navigate to={`/sign-in?then=${encodeURIComponent(pathname + search)}`} replace />
  if (!may('finding.report')) return <Alone>{text.notInspector}</Alone>
  if (opened === 'refused') return <Alone>{text.noStore}</Alone>
  if (opened === null) return <Waiting rows={6} />
  return <OnThePhone me={me} {...opened} />
}

function OnThePhone({
  me,
  store,
  outbox,
}: {
  readonly me: Answered<'readMe'>
  readonly store: PhoneStore
  readonly outbox: Outbox
}) {
  const text = useText(inspectionText)
  const params = useParams()
  const assessmentId = params['assessmentId'] as AssessmentId
  const place = readPlace(useSearchParams()[0])
  const { personId, centerId } = me
  const assessment = useKeptAnswer(store, personId, 'readAssessment', { params: { assessmentId } })
  const rubric = useKeptAnswer(store, personId, 'readRubric', { params: { assessmentId } })
  const coverage = useKeptAnswer(store, personId, 'readCoverage', { params: { assessmentId } })
  const [installed, setInstalled] = useState<Installed | null>(null)
  useEffect(() => {
    void registerWorker().then(setInstalled)
  }, [])
  const phone = useMemo(() => {
    if (assessment.answer === null || rubric.answer === null || coverage.answer === null) return null
    return {
      store,
      outbox,
      assessmentId,
      personId,
      ownCenter: centerId,
      assessment: assessment.answer,
      rubric: rubric.answer.rubric,
      lines: coverage.answer.lines,
      installed,
      readAt: Math.min(...[assessment, rubric, coverage].map(({ readAt }) => readAt ?? 0)),
    }
  }, [store, outbox, assessmentId, personId, centerId, assessment, rubric, coverage, installed])
  useEffect(() => localStorage.setItem(LAST_INSPECTED, assessmentId), [assessmentId])
  const problem = assessment.problem ?? rubric.problem ?? coverage.problem
  if (phone === null && problem !== null)
    return (
      <Alone>
        {text.notKept}
        <ProblemNotice problem={problem} onAgain={() => location.reload()} />
      </Alone>
    )
  if (phone === null) return <Waiting rows={6} />
  return (
    <PhoneProvider phone={phone}>
      <div className="insp">
        <NetworkStrip />
        {place.tab === 'record' ? <RecordTab place={place} /> : null}
        {place.tab === 'records' ? <RecordsTab /> : null}
        {place.tab === 'route' ? <RouteTab place={place} /> : null}
        <TabsBar place={place} />
      </div>
    </PhoneProvider>
  )
}

function Alone({ children }: { readonly children: React.ReactNode }) {
  const text = useText(inspectionText)
  return (
    <main className="insp insp-alone">
      <h1>{text.title}</h1>
      <div className="lead">{children}</div>
      <Link to="/">{text.allPages}</Link>
    </main>
  )
}
