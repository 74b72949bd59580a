import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Link, useNavigate, useParams } from 'react-router'
import { id, type AssessmentId, type CenterId } from '../../../core/kernel/identifiers.ts'
import { addDays, parsePlainDate } from '../../../core/kernel/plain-date.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import type { SheetChanges } from './compare-sheets.ts'
import { searchOf, type SheetLook } from './sheet-address.ts'
import { sheetText } from './sheet-text.ts'
import type { SheetAsked } from './use-sheet.ts'

/** The center, what is certain in one sentence, and what the sheet stands beside. */
export function SheetHead({
  name,
  asked,
  changes,
}: {
  readonly name: string
  readonly asked: SheetAsked
  readonly changes: SheetChanges | null
}) {
  const text = useText(sheetText)
  const may = useMay()
  return (
    <div className="head sheet-head">
      <div>
        {may('ranking.read') || may('finding.report') ? (
          <Link className="cap no-print" to="..">
            {text.centersOfAll}
          </Link>
        ) : null}
        <h1>{name}</h1>
        <Lead asked={asked} />
        <SinceLead asked={asked} changes={changes} />
      </div>
      <div className="sheet-bar no-print">
        <Beside asked={asked} />
        <Button onClick={() => window.print()}>{text.print}</Button>
        <SheetDocument asked={asked} />
      </div>
    </div>
  )
}

/** As the page shows it: of the same days. */
function SheetDocument({ asked: { clocks } }: { readonly asked: SheetAsked }) {
  const { assessmentId, centerId } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId ?? ''), centerId: id<CenterId>(centerId ?? '') }
  return <DocumentMenu operation="readSheetDocument" asked={(form) => ({ params, query: { form, ...clocks } })} />
}

function Lead({ asked }: { readonly asked: SheetAsked }) {
  const { sheet, clocks, look } = asked
  const text = useText(sheetText)
  const may = useMay()
  const { assessmentId, centerId } = useParams()
  const isRanked = may('ranking.read') && clocks === null
  const ranking = useAnswer(
    'readRanking',
    isRanked ? { params: { assessmentId: id<AssessmentId>(assessmentId ?? '') } } : null,
  )
  const ranked = isRanked ? ranking.answer?.ranked.find((one) => one.sheet.centerId === centerId) : undefined
  if (sheet.answer === null) return null
  const { score, interval, isSettled, open } = sheet.answer.sheet
  return (
    <p className="lead">
      {text.settledLead}
      <b>
        <PointsFigure points={score} />
      </b>
      {text.points}
      {ranked === undefined ? '' : text.rankedLead(ranked.rank, ranked.isTied)}
      {isSettled ? (
        text.closedEnd
      ) : (
        <>
          {text.openLead(open.length)}
          <b className="open">
            <IntervalFigure interval={interval} />
          </b>
          {text.openEnd}
        </>
      )}
      {clocks === null ? null : (
        <>
          {' '}
          {asked.isRecomputing ? text.recomputing : text.asOf}{' '}
          <Link to={{ search: searchOf({ ...look, occurredBy: null, knownBy: null }) }}>{text.backToNow}</Link>
        </>
      )}
    </p>
  )
}

function SinceLead({
  asked: { look, timeline },
  changes,
}: {
  readonly asked: SheetAsked
  readonly changes: SheetChanges | null
}) {
  const text = useText(sheetText)
  if (look.since === null || changes === null) return null
  const day = look.since === 'sealed' ? (timeline.answer?.sealedOn ?? '') : look.since
  const isSame = changes.total === null && changes.sections.size === 0 && changes.clauses.size === 0
  return (
    <p className="note" role="status">
      {isSame ? text.nothingChanged(day) : text.changedSince(day)}
    </p>
  )
}

function Beside({ asked: { look, timeline } }: { readonly asked: SheetAsked }) {
  const text = useText(sheetText)
  const go = useNavigate()
  const today = timeline.answer?.today ?? null
  const sealedOn = timeline.answer?.sealedOn ?? null
  const since = look.since
  const goTo = (next: SheetLook['since']) => void go({ search: searchOf({ ...look, since: next }) }, { replace: true })
  if (today === null) return null
  return (
    <div className="sheet-beside">
      <Button aria-pressed={since === null} onClick={() => goTo(null)}>
        {text.noCompare}
      </Button>
      <Button
        aria-pressed={since !== null && since !== 'sealed'}
        onClick={() => goTo(since === null || since === 'sealed' ? addDays(today, -30) : since)}
      >
        {text.compareSince}
      </Button>
      {since === null || since === 'sealed' ? null : (
        <DatePicker
          aria-label={text.compareDay}
          allowClear={false}
          value={dayjs(since)}
          maxDate={dayjs(today)}
          onChange={(day) => goTo(parsePlainDate(day?.format('YYYY-MM-DD') ?? ''))}
        />
      )}
      {sealedOn === null ? null : (
        <Button aria-pressed={since === 'sealed'} onClick={() => goTo('sealed')}>
          {text.compareSealed}
        </Button>
      )}
    </div>
  )
}
