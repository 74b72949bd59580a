import { formatPoints } from '../../../core/kernel/points.ts'
import type { RubricAnswer } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { sheetText } from './sheet-text.ts'

/** The points as the notice prints them, and where it prints none. */
export function PrintedPoints({ rubric }: { readonly rubric: RubricAnswer }) {
  const text = useText(sheetText)
  return (
    <table className="printed">
      <caption className="vh">{text.how}</caption>
      <tbody>
        {rubric.sections.map(({ id, label, title, maxPoints }) => (
          <tr key={id}>
            <th scope="row">
              {text.ordinal(label)}
              {title}
            </th>
            <td className="num">
              {maxPoints === null ? <span className="blank">{text.noPoints}</span> : formatPoints(maxPoints)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{text.sum}</th>
          <td className="num">
            {rubric.statedTotal === null ? (
              <span className="blank">{text.blankTotal(formatPoints(printedSum(rubric)))}</span>
            ) : (
              formatPoints(rubric.statedTotal)
            )}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

export function printedSum({ sections }: RubricAnswer): number {
  return sections.reduce((sum, { maxPoints }) => sum + (maxPoints ?? 0), 0)
}
