import { Fragment } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useText } from '../../text/language.tsx'
import { IntervalFigure, PointsChange, PointsFigure, signed } from '../../ui/score-figures.tsx'
import { centerText } from './center-text.ts'
import type { ComparedSections } from './own-marks.ts'

/** Own marks, the office's, and the difference; a criterion shows what the office's lines under it come to. */
export function MarksTable({ sections, isWhole }: { readonly sections: ComparedSections; readonly isWhole: boolean }) {
  const text = useText(centerText)
  return (
    <div className="center-scroll" role="region" tabIndex={0} aria-label={text.marks}>
      <table className="tbl center-marks">
        <thead>
          <tr>
            <th scope="col">{text.markOf}</th>
            <th scope="col" className="r">
              {text.markOwn}
            </th>
            <th scope="col" className="r">
              {text.markOffice}
            </th>
            <th scope="col" className="r">
              {text.markDifference}
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ sectionId, label, title, maxPoints, own, office, between, difference, criteria }) => (
            <Fragment key={sectionId}>
              <tr className="section">
                <th scope="row">
                  {label} {title}{' '}
                  {maxPoints === null ? null : <span className="cap nw">{text.outOf(formatPoints(maxPoints))}</span>}
                </th>
                <td className="r">
                  {own === null ? (
                    <span className="cap nw">{text.unmarked}</span>
                  ) : (
                    <PointsFigure points={own} isAligned />
                  )}
                </td>
                <td className="r">
                  <PointsFigure points={office} isAligned />
                  {between[0] === between[1] ? null : (
                    <small>
                      {' '}
                      <IntervalFigure interval={between} />
                    </small>
                  )}
                </td>
                <td className="r fig">
                  {difference === null ? null : difference === 0 ? text.same : signed(difference)}
                </td>
              </tr>
              {isWhole
                ? criteria.map((criterion) => (
                    <tr key={criterion.criterionId}>
                      <td>
                        <span className="ref">{criterion.label}</span>{' '}
                        <span className="center-words">{criterion.text}</span>
                        {criterion.statement === '' ? null : (
                          <p className="note">
                            {text.remark}：{criterion.statement}
                          </p>
                        )}
                      </td>
                      <td className="r">
                        {criterion.own === null ? null : <PointsFigure points={criterion.own} isAligned />}
                      </td>
                      <td className="r">
                        {criterion.effect === 0 ? (
                          <span className="cap">{text.untouched}</span>
                        ) : (
                          <PointsChange points={criterion.effect} />
                        )}
                      </td>
                      <td />
                    </tr>
                  ))
                : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
