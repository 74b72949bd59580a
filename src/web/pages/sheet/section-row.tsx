import { useEffect, useRef, useState } from 'react'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { ClauseLook, ExplainedSections, Section, SectionScore } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { IntervalFigure, PointsFigure } from '../../ui/score-figures.tsx'
import type { NumberedQuestion } from '../../score-sheet/clause-questions.ts'
import type { SheetChanges } from './compare-sheets.ts'
import { CriterionItem } from './criterion-item.tsx'
import { SectionArithmetic } from './section-arithmetic.tsx'
import { sheetText } from './sheet-text.ts'

/** One section of the official table: its name, its sentences with what happened beside them, its arithmetic, its score. */
export function SectionRow({
  section,
  score,
  explained,
  names,
  lookOf,
  questionsOf,
  changes,
  opened,
  isNamed,
}: {
  readonly section: Section
  readonly score: SectionScore
  readonly explained: ExplainedSections[number]
  readonly names: ReadonlyMap<string, string>
  readonly lookOf: ReadonlyMap<string, ClauseLook>
  readonly questionsOf: ReadonlyMap<string, readonly NumberedQuestion[]>
  readonly changes: SheetChanges | null
  readonly opened: readonly string[]
  /** Whether the address leads here: on a phone it is then unfolded. */
  readonly isNamed: boolean
}) {
  const text = useText(sheetText)
  const [isUnfolded, setUnfolded] = useState(isNamed)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (!isNamed) return
    setUnfolded(true)
    if (opened.length === 0) row.current?.scrollIntoView({ block: 'start' })
  }, [isNamed, opened.length])
  const was = changes?.sections.get(section.id) ?? null
  const isOpen = score.interval[0] !== score.interval[1]
  return (
    <tr role="row" ref={row} id={section.id} className={isUnfolded ? 'sec' : 'sec is-folded'}>
      <th role="rowheader" scope="row" className="c1">
        <b>
          {text.ordinal(section.label)}
          {section.title}
        </b>
        <span>{section.maxPoints === null ? '' : text.full(formatPoints(section.maxPoints))}</span>
        <button
          type="button"
          className="fold btn sm no-print"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? text.fold : text.unfold}
        </button>
      </th>
      <td role="cell" className="c2">
        <ol className="crit">
          {section.criteria.map((criterion) => (
            <CriterionItem
              key={criterion.id}
              criterion={criterion}
              clauses={explained.clauses.filter(({ criterionId }) => criterionId === criterion.id)}
              lines={score.lines}
              names={names}
              lookOf={lookOf}
              questionsOf={questionsOf}
              changes={changes}
            />
          ))}
        </ol>
        <SectionArithmetic section={section} score={score} explained={explained} names={names} opened={opened} />
      </td>
      <td role="cell" className="c3">
        <div className="sum">
          {was === null || was.score === score.score ? null : (
            <span className="was fig">{formatPoints(was.score)}</span>
          )}
          <b className={section.maxPoints === null && score.score < 0 ? 'fig lost' : 'fig'}>
            <PointsFigure points={score.score} isAligned />
          </b>
          <small className="open">
            {was !== null && was.score === score.score ? (
              <span className="was">
                <IntervalFigure interval={was.interval} />
              </span>
            ) : null}
            {isOpen ? (
              <>
                {text.undecided('')}
                <IntervalFigure interval={score.interval} />
              </>
            ) : (
              '\u00a0'
            )}
          </small>
        </div>
      </td>
    </tr>
  )
}
