import { formatPoints } from '../../core/kernel/points.ts'
import { useText } from '../text/language.tsx'
import { uiText } from './ui-text.ts'

/** Points as printed. In a column (`isAligned`) whole points keep the place of the half, so that the points stand in one line. */
export function PointsFigure({ points, isAligned = false }: { readonly points: number; readonly isAligned?: boolean }) {
  return <span className={isAligned && points % 100 === 0 ? 'fig pt int' : 'fig pt'}>{formatPoints(points)}</span>
}

/** Loss red with its sign, gain green with its sign; nothing for nothing. */
export function PointsChange({ points }: { readonly points: number }) {
  if (points === 0) return null
  return <span className={`fig ${points < 0 ? 'lost' : 'gained'}`}>{signed(points)}</span>
}

export function signed(points: number): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points)
}

/** What is settled is one figure; what is open a–b in amber. */
export function IntervalFigure({ interval: [least, most] }: { readonly interval: readonly [number, number] }) {
  const text = useText(uiText)
  if (least === most) return <span className="fig">{formatPoints(least)}</span>
  return (
    <span className="fig open">
      {formatPoints(least)}
      {least < 0 ? text.to : '–'}
      {formatPoints(most)}
    </span>
  )
}

/** How far something can move: `−3 to −1`; one figure where its ends meet. */
export function movesText([least, most]: readonly [number, number], to: string): string {
  return least === most ? signed(least) : `${signed(least)}${to}${signed(most)}`
}
