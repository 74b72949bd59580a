import { useParams } from 'react-router'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { compareSheets } from './compare-sheets.ts'
import { HowTotal } from './how-total.tsx'
import { OfficialTable } from './official-table.tsx'
import { SheetHead } from './sheet-head.tsx'
import { sheetText } from './sheet-text.ts'
import { TwoClocks } from './two-clocks.tsx'
import { useSheet } from './use-sheet.ts'
import { Verification } from './verification.tsx'
import './sheet.css'
import './official-table.css'
import '../../score-sheet/score-sheet.css'
import './sheet-narrow.css'
import './sheet-print.css'

/** One center's sheet: the official table, every figure of which opens down to evidence and decision. */
export function SheetPage() {
  const text = useText(sheetText)
  const { centerId } = useParams()
  const asked = useSheet()
  const { sheet, live, beside, timeline, rubric, assessment, coverage } = asked
  const name =
    live.answer?.sheet.centerName ??
    assessment.answer?.centerList.find((one) => one.centerId === centerId)?.name ??
    text.title
  useTitle(`${name} ${text.title}`)
  const problem = sheet.problem ?? beside.problem ?? timeline.problem ?? rubric.problem ?? assessment.problem
  const shown = sheet.answer
  const earlier = asked.look.since === null || beside.isStale ? null : beside.answer
  const changes = shown === null || earlier === null ? null : compareSheets(earlier, shown)
  return (
    <main
      className={asked.isRecomputing ? 'wrap sheet-page is-recomputing' : 'wrap sheet-page'}
      aria-busy={asked.isRecomputing}
    >
      <SheetHead name={name} asked={asked} changes={changes} />
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={sheet.renew} />}
      {timeline.answer === null || live.answer === null ? null : (
        <TwoClocks timeline={timeline.answer} live={live.answer} look={asked.look} clocks={asked.clocks} />
      )}
      {shown === null || rubric.answer === null ? (
        problem === null ? (
          <Waiting rows={12} />
        ) : null
      ) : (
        <>
          <OfficialTable
            answer={shown}
            rubric={rubric.answer.rubric}
            questions={assessment.answer?.questions ?? []}
            looks={coverage.answer?.clauses ?? []}
            changes={changes}
            place={asked.place}
          />
          <HowTotal rubric={rubric.answer.rubric} isPast={asked.clocks !== null} />
          <Verification answer={shown} rubric={rubric.answer.rubric} />
        </>
      )}
    </main>
  )
}
