import { useParams } from 'react-router'
import { id, type AssessmentId, type CenterId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useAnswer } from '../../client/use-answer.ts'
import type { RubricAnswer, WeighedQuestion } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { interpretationNumber } from '../../../core/rubric/interpretation-number.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { OtherReadings } from './other-readings.tsx'
import { PrintedPoints, printedSum } from './printed-points.tsx'
import { sheetText } from './sheet-text.ts'

/** What the notice prints of the total, what it leaves open, how that is read, and what other readings would give. */
export function HowTotal({ rubric, isPast }: { readonly rubric: RubricAnswer; readonly isPast: boolean }) {
  const text = useText(sheetText)
  const { assessmentId, centerId } = useParams()
  const { answer, problem, renew } = useAnswer('weighReadings', {
    params: { assessmentId: id<AssessmentId>(assessmentId ?? ''), centerId: id<CenterId>(centerId ?? '') },
  })
  const sum = formatPoints(printedSum(rubric))
  const without = rubric.sections.filter(({ maxPoints }) => maxPoints === null)
  const numberOf = ({ question }: WeighedQuestion) =>
    interpretationNumber(rubric.questions.findIndex(({ id: own }) => own === question.id))
  const others = answer?.questions.filter(({ isAboutTotal }) => !isAboutTotal) ?? []
  return (
    <section className="honest" aria-labelledby="how-total">
      <div className="sec-head">
        <h2 id="how-total">{text.how}</h2>
        <span className="cap">{isPast ? text.howNow : text.howCaption}</span>
      </div>
      <PrintedPoints rubric={rubric} />
      <div className="prose">
        <p>
          {without.length === 0
            ? text.allPrinted(sum)
            : text.somePrinted(sum, without.map(({ title }) => title).join('、'))}
        </p>
        {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
        {answer?.questions
          .filter(({ isAboutTotal }) => isAboutTotal)
          .map((question) => (
            <OtherReadings key={question.question.id} weighed={question} number={numberOf(question)} />
          ))}
        {others.length === 0 ? null : (
          <details className="no-print">
            <summary>{text.moreReadings(others.length)}</summary>
            {others.map((question) => (
              <OtherReadings key={question.question.id} weighed={question} number={numberOf(question)} />
            ))}
          </details>
        )}
      </div>
    </section>
  )
}
