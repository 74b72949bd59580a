import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { id, type AssessmentId, type CenterId, type FindingId } from '../../../core/kernel/identifiers.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useEvidence } from '../../center-acts/use-evidence.ts'
import { newId } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useDraftPlace } from '../../client/use-draft-place.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useKeptForm } from '../../ui/use-kept-form.ts'
import type { CaseFieldValues } from './case-fields.tsx'
import { CaseForm, type CaseSaid } from './case-form.tsx'
import { centerText } from './center-text.ts'

interface Given {
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
  readonly rubric: Rubric
}

/** 自查上报: a problem that the center found itself. What was told last is linked until the page is left. */
export function SelfReport(given: Given) {
  const text = useText(centerText)
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const [told, setTold] = useState<FindingId | null>(null)
  if (!may('finding.self-report')) return null
  return (
    <section id="center-report" aria-labelledby="center-report-head">
      <div className="sec-head">
        <h2 id="center-report-head">{text.report}</h2>
        <span className="cap">{text.reportCap}</span>
      </div>
      {told === null ? null : (
        <p className="center-none" role="status">
          {text.reported}{' '}
          <Link to={`/assessments/${given.assessmentId}/findings/${encodeURIComponent(told)}`}>
            {text.openReported}
          </Link>
        </p>
      )}
      <p className="center-go no-print">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {text.reportOpen}
        </Button>
      </p>
      {isOpen ? (
        <ReportForm
          {...given}
          onDone={(findingId) => {
            setTold(findingId)
            setOpen(false)
          }}
        />
      ) : null}
    </section>
  )
}

function ReportForm({
  assessmentId,
  centerId,
  rubric,
  onDone,
}: Given & { readonly onDone: (findingId: FindingId) => void }) {
  const text = useText(centerText)
  const say = useSay()
  const draft = useKeptForm<CaseFieldValues>(useDraftPlace(assessmentId, centerId, 'self-report'), { occurrences: 1 })
  const kept = useEvidence()
  const [findingId] = useState(() => id<FindingId>(newId()))
  const { send, isSending, problem } = useAct('selfReportFinding')
  const submit = async (said: CaseSaid) => {
    const body = { findingId, centerId, eventKey: null, ...said, evidence: kept.evidence }
    const told = await send({ params: { assessmentId }, body })
    if (!told.ok) return
    draft.forget()
    say(text.reported)
    onDone(findingId)
  }
  return (
    <CaseForm
      rubric={rubric}
      what="breach"
      draft={draft.props}
      kept={kept}
      isSending={isSending}
      problem={problem === null ? null : <ProblemNotice problem={problem} />}
      go={text.reportSend}
      effect={text.reportEffect}
      onSaid={submit}
    />
  )
}
