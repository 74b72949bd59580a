import { Button, type InputRef } from 'antd'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useStable } from '../../ui/use-stable.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { BulkNotify, type Bulk } from './bulk-notify.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'
import { EmptyList } from './empty-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { ListedFinding } from './finding-row.tsx'
import { narrowing, searchOf, TO_NOTIFY, wantedBy } from './findings-filter.ts'
import { FindingsTable } from './findings-table.tsx'
import { findingsText } from './findings-text.ts'
import { KeysHelp } from './keys-help.tsx'
import { ListFoot } from './list-foot.tsx'
import { useLater } from './later.ts'
import { SavedViews } from './saved-views.tsx'
import { StandingRow } from './standing-row.tsx'
import { useDaysLeft } from './use-days-left.ts'
import { useFilter } from './use-filter.ts'
import { useFoundFindings } from './use-found-findings.ts'
import './findings.css'

const OPEN = ['suspected', 'reported', 'notified'] as const
const NO_CENTERS: Answered<'readAssessment'>['centerList'] = []
const DECIDABLE: ReadonlySet<string> = new Set(OPEN)

export function FindingsPage() {
  const text = useText(findingsText)
  const { assessmentId = '' } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId) }
  const base = `/assessments/${assessmentId}/findings`
  useTitle(text.title)
  const may = useMay()
  const say = useSay()
  const navigate = useNavigate()
  const { filter, change } = useFilter()
  const assessment = useAnswer('readAssessment', { params }).answer
  const rubric = useAnswer('readRubric', { params }).answer?.rubric ?? null
  const list = useFoundFindings(params, filter)
  const notify = useAct('notifyFinding')
  const { later, turn } = useLater(assessmentId)
  const [showsLater, setShowsLater] = useState(false)
  const [here, setHere] = useState(-1)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState<Bulk | null>(null)
  const [dismissing, setDismissing] = useState<ListedFinding | null>(null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const search = useRef<InputRef>(null)
  const daysLeftOf = useDaysLeft(list.today)

  // Drawn when there is time for it: the keys that are pressed meanwhile come first.
  const found = useDeferredValue(list.rows)
  const rows = useMemo(
    () => (showsLater ? found : found.filter(({ finding }) => !later.has(finding.findingId))),
    [found, later, showsLater],
  )
  const mayNotify = may('finding.notify')
  const mayDismiss = may('finding.dismiss')
  const current = rows[here]
  const linkTo = useMemo(() => {
    const back = searchOf(filter).toString()
    return { base, search: back === '' ? '' : `?list=${encodeURIComponent(back)}` }
  }, [base, filter])
  const linkOf = (findingId: string) => `${base}/${encodeURIComponent(findingId)}${linkTo.search}`
  const turnSelected = useStable((findingId: string) => {
    const next = new Set(selected)
    if (!next.delete(findingId)) next.add(findingId)
    setSelected(next)
  })
  const selectAll = useStable((isAll: boolean) =>
    setSelected(new Set(isAll ? rows.map(({ finding }) => finding.findingId) : [])),
  )
  const readOn = useStable(() => list.hasMore && list.readMore())
  const searchNow = useStable(() => searchOf(filter).toString())
  const closeHelp = useStable(() => setHelpOpen(false))
  const endDismissing = useStable(() => setDismissing(null))
  const notifyHere = async () => {
    if (!mayNotify || current === undefined || !TO_NOTIFY.some((one) => one === current.finding.standing)) return
    const told = await notify.send({ params: { ...params, findingId: current.finding.findingId }, body: {} })
    if (told.ok) say(text.notified(findingTitle(current.finding.description)))
  }
  const notifySelected = () => {
    const chosen = list.rows.filter(({ finding }) => selected.has(finding.findingId))
    const found = chosen
      .filter(({ finding }) => TO_NOTIFY.some((one) => one === finding.standing))
      .map(({ finding, centerName }) => ({
        findingId: finding.findingId,
        centerName,
        description: finding.description,
      }))
    setBulk({ kind: 'selected', found, skipped: chosen.length - found.length })
  }
  useKeys({
    j: () => setHere(Math.min(here + 1, rows.length - 1)),
    k: () => setHere(Math.max(here - 1, 0)),
    Enter: () => current && void navigate(linkOf(current.finding.findingId)),
    x: () => current && mayNotify && turnSelected(current.finding.findingId),
    '/': () => search.current?.focus(),
    '?': () => setHelpOpen(true),
    n: () => void notifyHere(),
    d: () => current && mayDismiss && DECIDABLE.has(current.finding.standing) && setDismissing(current),
    l: () => current && turn(current.finding.findingId),
  })

  const { counts } = list
  const open = OPEN.filter((one) => filter.standing.length === 0 || filter.standing.includes(one)).reduce(
    (sum, one) => sum + (counts?.[one] ?? 0),
    0,
  )
  const toNotify =
    counts === null || !mayNotify
      ? 0
      : TO_NOTIFY.filter((one) => filter.standing.length === 0 || filter.standing.includes(one)).reduce(
          (sum, one) => sum + counts[one],
          0,
        )
  return (
    <main className="wrap findings">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {list.total === null ? null : <p className="lead">{text.lead(list.total, open)}</p>}
        </div>
        <div className="findings-tools">
          {may('bonus.read') ? <Link to={`/assessments/${assessmentId}/bonuses`}>{text.bonuses}</Link> : null}
          <SavedViews searchNow={searchNow} />
          <DocumentMenu
            operation="readFindingsDocument"
            asked={(form) => ({ params, query: { form, ...wantedBy(filter) } })}
          />
          <Button onClick={() => setHelpOpen(true)}>{text.keys}</Button>
        </div>
      </div>
      <FilterBar
        filter={filter}
        change={change}
        centers={assessment?.centerList ?? NO_CENTERS}
        rubric={rubric}
        searchRef={search}
      />
      <StandingRow chosen={filter.standing} counts={counts} onChange={(standing) => change({ standing })} />
      {selected.size === 0 && toNotify === 0 ? null : (
        <div className="findings-bulk">
          {selected.size === 0 ? null : (
            <>
              <span>{text.selected(selected.size)}</span>
              <Button onClick={() => setSelected(new Set())}>{text.unselect}</Button>
              <Button type="primary" onClick={notifySelected}>
                {text.notifySelected(selected.size)}
              </Button>
            </>
          )}
          {toNotify === 0 ? null : (
            <Button onClick={() => setBulk({ kind: 'all', filter })}>{text.notifyAll(toNotify)}</Button>
          )}
        </div>
      )}
      {list.problem === null ? null : <ProblemNotice problem={list.problem} onAgain={list.renew} />}
      {notify.problem === null ? null : <ProblemNotice problem={notify.problem} />}
      {list.isWaiting ? (
        <Waiting rows={12} />
      ) : list.total === null ? null : list.total === 0 ? (
        <EmptyList
          filter={filter}
          centers={assessment?.centerList ?? NO_CENTERS}
          isNarrowed={narrowing(filter).length > 0}
          onClear={() => void navigate(base)}
        />
      ) : (
        <div className={list.isStale ? 'findings-stale' : undefined}>
          <FindingsTable
            rows={rows}
            total={list.total}
            here={here}
            onHere={setHere}
            selected={selected}
            onSelect={turnSelected}
            onSelectAll={selectAll}
            later={later}
            maySelect={mayNotify}
            linkTo={linkTo}
            daysLeftOf={daysLeftOf}
            onNearEnd={readOn}
          />
          <ListFoot
            list={list}
            laterCount={list.rows.filter(({ finding }) => later.has(finding.findingId)).length}
            showsLater={showsLater}
            onShowLater={setShowsLater}
          />
        </div>
      )}
      {bulk === null ? null : (
        <BulkNotify
          bulk={bulk}
          assessmentId={assessmentId}
          linkOf={linkOf}
          onClose={() => {
            setBulk(null)
            setSelected(new Set())
          }}
        />
      )}
      <DismissDialog view={dismissing} assessmentId={assessmentId} onClose={endDismissing} />
      <KeysHelp isOpen={isHelpOpen} mayNotify={mayNotify} mayDismiss={mayDismiss} onClose={closeHelp} />
    </main>
  )
}
