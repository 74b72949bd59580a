import { formatPoints } from '../../../core/kernel/points.ts'
import type { Answered } from '../../client/call.ts'
import { useText } from '../../text/language.tsx'
import { signed } from '../../ui/score-figures.tsx'
import { noticeText } from './notice-text.ts'

type Effect = Answered<'readReadingEffects'>['readings'][number]
type Center = Effect['centers'][number]

/** Names that are said before the rest is counted. */
const MOST = { moved: 6, intervals: 2 }

/** A reading with what it would change: which centers, how many points in all. */
export function ReadingEffect({ label, effect }: { readonly label: string; readonly effect: Effect | null }) {
  const text = useText(noticeText)
  if (effect === null)
    return (
      <>
        <td>{label}</td>
        <td />
      </>
    )
  const moved = effect.centers.filter(({ change }) => change !== 0)
  const sum = moved.reduce((total, { change }) => total + change, 0)
  const shown = moved.length > 0 ? moved : effect.centers
  const most = moved.length > 0 ? MOST.moved : MOST.intervals
  const isEqual = moved.every(({ change }) => change === moved[0]?.change)
  const say = (center: Center) =>
    moved.length === 0
      ? intervalOf(center)
      : isEqual
        ? center.centerName
        : `${center.centerName} ${signed(center.change)}`
  const intervalOf = ({ centerName, before, interval }: Center) =>
    text.intervalFromTo(centerName, range(before), range(interval))
  return (
    <>
      <td>
        {label}
        {shown.length === 0 ? null : (
          <small>
            {shown.slice(0, most).map(say).join(text.listComma)}
            {shown.length > most ? text.centersMore(shown.length) : null}
          </small>
        )}
      </td>
      <td className="num">
        {effect.needsNumber ? (
          <small className="open">{text.needsNumber}</small>
        ) : moved.length > 0 ? (
          <span className={sum < 0 ? 'lost' : 'gained'}>{signed(sum)}</span>
        ) : shown.length > 0 ? (
          <small className="open">{text.onlyInterval}</small>
        ) : (
          <small className="dismissed">{text.unchanged}</small>
        )}
      </td>
    </>
  )
}

function range([least, most]: Center['interval']): string {
  return least === most ? formatPoints(least) : `${formatPoints(least)}–${formatPoints(most)}`
}
