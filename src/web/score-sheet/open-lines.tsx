import { useText } from '../text/language.tsx'
import { movesText } from '../ui/score-figures.tsx'
import { CaseLinks } from './case-links.tsx'
import { openOf } from './lines-by-outcome.ts'
import { scoreSheetText } from './score-sheet-text.ts'
import type { ScoreLine } from './sheet-answer.ts'

interface Lines {
  readonly lines: readonly ScoreLine[]
}

/** Substantiated; the amount within the range is not decided: the least counts. */
export function AwaitingAmount({ lines }: Lines) {
  return <Open lines={lines} words={useText(scoreSheetText).awaitingAmount} />
}

export function AwaitingDecision({ lines }: Lines) {
  return <Open lines={lines} words={useText(scoreSheetText).awaitingDecision} />
}

export function AwaitingApproval({ lines }: Lines) {
  return <Open lines={lines} words={useText(scoreSheetText).awaitingApproval} />
}

/** The decision stands until the appeal is decided. */
export function UnderAppeal({ lines }: Lines) {
  return <Open lines={lines} words={useText(scoreSheetText).underAppeal} />
}

/** What the readings of an open question have in common counts. */
export function OpenQuestion({ lines }: Lines) {
  return <Open lines={lines} words={useText(scoreSheetText).openQuestion} />
}

function Open({ lines, words }: Lines & { readonly words: string }) {
  const text = useText(scoreSheetText)
  return (
    <span className="res-part open">
      {words}
      <small>
        <CaseLinks lines={lines.filter(({ effect }) => effect === 0)} />
      </small>{' '}
      <span className="fig">{movesText(openOf(lines), text.to)}</span>
    </span>
  )
}
