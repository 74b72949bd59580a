import { useText } from '../text/language.tsx'
import { PointsChange } from '../ui/score-figures.tsx'
import { CaseLinks } from './case-links.tsx'
import { effectOf } from './lines-by-outcome.ts'
import { scoreSheetText } from './score-sheet-text.ts'
import type { ScoreLine } from './sheet-answer.ts'

interface Lines {
  readonly lines: readonly ScoreLine[]
}

/** 不得分: all that the criterion or the section holds. */
export function Zeroed({ lines }: Lines) {
  return <WholeLoss lines={lines} words={useText(scoreSheetText).zeroed} />
}

/** Acts on the total, after the sections. */
export function Vetoed({ lines }: Lines) {
  return <WholeLoss lines={lines} words={useText(scoreSheetText).vetoed} />
}

function WholeLoss({ lines, words }: Lines & { readonly words: string }) {
  return (
    <span className="res-part lost">
      {words} <PointsChange points={effectOf(lines)} />
      <small>
        <CaseLinks lines={lines} />
      </small>
    </span>
  )
}
