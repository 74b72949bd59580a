import { formatPoints } from '../../../core/kernel/points.ts'
import { effectOf } from '../../score-sheet/lines-by-outcome.ts'
import { sizeText } from '../../score-sheet/moved-lines.tsx'
import { scoreSheetText } from '../../score-sheet/score-sheet-text.ts'
import type { RubricAnswer, SheetAnswer } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import type { Was } from './compare-sheets.ts'
import { sheetText } from './sheet-text.ts'

/** The sections added up, and what acts on the total after them. */
export function TotalRow({
  answer: { sheet },
  rubric,
  was,
}: {
  readonly answer: SheetAnswer
  readonly rubric: RubricAnswer
  readonly was: Was | null
}) {
  const text = useText(sheetText)
  const { vetoed } = useText(scoreSheetText)
  const labelOf = new Map(rubric.sections.map(({ id, label, title }) => [id, label === '' ? title : label]))
  const vetoes = sheet.sections.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome.kind === 'vetoed'))
  const veto = effectOf(vetoes)
  return (
    <tr role="row" className="total">
      <th role="rowheader" scope="row" className="c1">
        <b>{text.sum}</b>
      </th>
      <td role="cell" className="c2">
        <div className="eq">
          {sheet.sections.map(({ sectionId, score }, at) => (
            <span className="term" key={sectionId}>
              {at === 0 ? null : <i className="op">{score < 0 ? '−' : '+'}</i>}
              <span className="t">
                <b>{at === 0 ? formatPoints(score) : sizeText(score, 1)}</b>
                <small>{labelOf.get(sectionId)}</small>
              </span>
            </span>
          ))}
          {veto === 0 ? null : (
            <span className="term">
              <i className="op lost">−</i>
              <span className="t lost">
                <b>{sizeText(veto, 1)}</b>
                <small>{vetoed}</small>
              </span>
            </span>
          )}
          <i className="op">=</i>
        </div>
      </td>
      <td role="cell" className="c3">
        <div className="sum">
          {was === null ? null : <span className="was fig">{formatPoints(was.score)}</span>}
          <b className="fig">
            <PointsFigure points={sheet.score} isAligned />
          </b>
          <small className="open">
            {sheet.isSettled ? (
              '\u00a0'
            ) : (
              <>
                {text.undecided('')}
                <IntervalFigure interval={sheet.interval} />
              </>
            )}
          </small>
        </div>
      </td>
    </tr>
  )
}
