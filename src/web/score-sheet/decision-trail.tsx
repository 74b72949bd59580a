import { formatPoints } from '../../core/kernel/points.ts'
import { useText } from '../text/language.tsx'
import type { DecisionStep, StepName } from './decision-steps.ts'
import { scoreSheetText } from './score-sheet-text.ts'

/** Who decided what, when, why and how much: by duty, never by name. */
export function DecisionTrail({ steps }: { readonly steps: readonly DecisionStep[] }) {
  const text = useText(scoreSheetText)
  const last = steps.at(-1)
  return (
    <ol className="trail">
      {steps.map(({ seq, name, role, day, words, points, occurrences }) => (
        <li key={seq}>
          <p>
            {MARKS[name] === undefined ? text[name] : <span className={`mk ${MARKS[name]}`}>{text[name]}</span>}
            {occurrences !== null && occurrences > 1 ? <> {text.occurrences(occurrences)}</> : null}
            {points === null ? null : <> {text.each(formatPoints(points))}</>}
          </p>
          <p className="cap">
            <span className="nw">{day}</span>　{text[role]}
          </p>
          {words === '' ? null : <p className="note">{words}</p>}
        </li>
      ))}
      {last === undefined || UNDECIDED.has(last.name) ? <li className="open">{text.noDecision}</li> : null}
    </ol>
  )
}

/** What can come last without anybody having decided. */
const UNDECIDED: ReadonlySet<StepName> = new Set(['reported', 'suspected', 'accepted', 'contested', 'proposed'])

const MARKS: Readonly<Partial<Record<StepName, string>>> = {
  substantiated: 'is-sub',
  upheld: 'is-sub',
  varied: 'is-sub',
  approved: 'is-sub',
  dismissed: 'is-dis',
  reversed: 'is-dis',
  withdrawn: 'is-dis',
  rejected: 'is-dis',
  appealed: 'is-open',
}
