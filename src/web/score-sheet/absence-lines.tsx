import { unreachable } from '../../core/kernel/unreachable.ts'
import { useText } from '../text/language.tsx'
import { movesText, PointsChange } from '../ui/score-figures.tsx'
import { effectOf, openOf } from './lines-by-outcome.ts'
import { scoreSheetText } from './score-sheet-text.ts'
import type { LineOutcome, ScoreLine } from './sheet-answer.ts'

/** A bonus for what did not happen. */
export function Absence({ lines }: { readonly lines: readonly ScoreLine[] }) {
  const text = useText(scoreSheetText)
  const outcome = lines[0]?.outcome
  if (outcome?.kind !== 'absence') return null
  const [least, most] = openOf(lines)
  return (
    <span
      className={`res-part ${outcome.state === 'running' ? 'open' : outcome.state === 'broken' ? 'dismissed' : ''}`}
    >
      <PointsChange points={effectOf(lines)} /> {sayingOf(outcome.state, text)}
      {least === most ? null : <span className="fig open"> {movesText([least, most], text.to)}</span>}
    </span>
  )
}

type State = Extract<LineOutcome, { kind: 'absence' }>['state']

function sayingOf(state: State, text: Readonly<Record<'absenceGranted' | 'absenceBroken' | 'absenceRunning', string>>) {
  switch (state) {
    case 'granted':
      return text.absenceGranted
    case 'broken':
      return text.absenceBroken
    case 'running':
      return text.absenceRunning
    default:
      return unreachable(state)
  }
}
