import { formatPoints } from '../../../core/kernel/points.ts'
import { signed } from '../../ui/score-figures.tsx'

/** Whole points keep the place of the half; a full section steps back; without points it is what was won or lost. */
export function SectionFigure({ score, maxPoints }: { readonly score: number; readonly maxPoints: number | null }) {
  const figure = maxPoints === null ? signed(score) : formatPoints(score)
  const tone =
    maxPoints === null ? (score < 0 ? 'lost' : score > 0 ? 'gained' : 'full') : score === maxPoints ? 'full' : ''
  return <span className={`pt ${score % 100 === 0 ? 'int' : ''} ${tone}`}>{figure}</span>
}
