import { memo, type Ref } from 'react'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { useCaseName } from '../../ui/use-case-name.ts'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { findingWords } from '../../ui/finding-words-text.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { IntervalFigure, PointsChange } from '../../ui/score-figures.tsx'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { findingsText } from './findings-text.ts'

export type ListedFinding = Answered<'listFindings'>['findings'][number]

interface RowProps {
  readonly view: ListedFinding
  readonly index: number
  readonly to: string
  readonly daysLeft: number | null
  readonly isHere: boolean
  readonly isSelected: boolean
  readonly isLater: boolean
  readonly maySelect: boolean
  readonly onSelect: (findingId: string) => void
  readonly onHere: (index: number) => void
  readonly measure: Ref<HTMLTableRowElement>
}

/** Light, since dozens are made anew at every turn of the wheel; the table follows its links. */
export const FindingRow = memo(function FindingRow(props: RowProps) {
  const { view, index, to, daysLeft, isHere, isSelected, isLater, maySelect, onSelect, onHere, measure } = props
  const { finding, centerName, effect, step } = view
  const text = useText(findingsText)
  const words: Readonly<Record<string, string>> = useText(findingWords)
  const named = useCaseName()(finding)
  const title = findingTitle(finding.description)
  return (
    <tr
      role="row"
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={isHere ? 'is-here' : undefined}
      onMouseDown={() => onHere(index)}
    >
      <td role="cell" className="findings-pick">
        {maySelect ? (
          <input
            type="checkbox"
            aria-label={`${text.select} ${named}`}
            checked={isSelected}
            onChange={() => onSelect(finding.findingId)}
          />
        ) : null}
      </td>
      <td role="cell" className="findings-what">
        <a href={to}>{title}</a>
        <small className="cap">
          {centerName} <span className="ref">{finding.decision?.clauseId ?? finding.clauseId}</span>{' '}
          {words[finding.source]} <span className="ref">{named}</span>
        </small>
      </td>
      <td role="cell" className="fig findings-day">
        {finding.decision?.occurredOn ?? finding.occurredOn}
      </td>
      <td role="cell" className="findings-standing">
        <StandingMark standing={finding.standing} />
        {isLater ? <small className="cap">{text.later}</small> : null}
      </td>
      <td role="cell" className="findings-step">
        {step === null ? '' : words[step.kind]}
      </td>
      <td role="cell" className="findings-due">
        {step === null || step.dueBy === null ? null : <Lamp daysLeft={daysLeft} />}
      </td>
      <td role="cell" className="num findings-points">
        {effect === null ? null : effect.between[0] === effect.between[1] ? (
          <PointsChange points={effect.now} />
        ) : (
          <IntervalFigure interval={effect.between} />
        )}
      </td>
    </tr>
  )
})
