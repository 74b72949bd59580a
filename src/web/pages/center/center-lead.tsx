import { Link } from 'react-router'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useText } from '../../text/language.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import { centerText } from './center-text.ts'
import type { SheetAnswer } from './center-answers.ts'

/** What is settled and what it can still become; never how others stand. */
export function CenterLead({
  answer: { sheet, isSealed },
  assessmentId,
}: {
  readonly answer: SheetAnswer
  readonly assessmentId: AssessmentId
}) {
  const text = useText(centerText)
  const lost = sheet.sections.flatMap(({ lines }) => lines).filter(({ effect }) => effect < 0).length
  return (
    <>
      <p className="lead">
        {text.settled}
        <b>
          <PointsFigure points={sheet.score} />
        </b>
        {text.points}
        {text.deductions(lost)}
        {sheet.isSettled ? (
          text.nothingOpen
        ) : (
          <>
            {text.openLead(sheet.open.length)}
            <b className="open">
              <IntervalFigure interval={sheet.interval} />
            </b>
            {text.openEnd}
          </>
        )}
        {isSealed === true ? text.sealed : null}
      </p>
      <p>
        <Link to={`/assessments/${assessmentId}/sheets/${encodeURIComponent(sheet.centerId)}`}>{text.ownSheet}</Link>
      </p>
      <DocumentMenu
        operation="readSheetDocument"
        label={text.sheetAsDocument}
        asked={(form) => ({ params: { assessmentId, centerId: sheet.centerId }, query: { form } })}
      />
    </>
  )
}
