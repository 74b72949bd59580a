import type { AssessmentId, ClauseId } from '../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import type { RangeAmount } from '../../../core/rubric/amount.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { stackDots } from './stack-dots.ts'
import { noticeText } from './notice-text.ts'

/** Every amount decided so far as a dot over the range that the notice gives. */
export function PrecedentStrip({
  range: { min, max },
  assessmentId,
  clauseId,
}: {
  readonly range: RangeAmount
  readonly assessmentId: AssessmentId
  readonly clauseId: ClauseId
}) {
  const text = useText(noticeText)
  const { answer } = useAnswer('listPrecedents', { params: { assessmentId, clauseId }, query: { limit: 200 } })
  const stacks = stackDots(answer?.precedents.flatMap(({ points }) => points ?? []) ?? [])
  if (stacks.length === 0 || max <= min) return null
  const place = (points: number) => `${(((points - min) / (max - min)) * 100).toFixed(2)}%`
  const words = stacks.map(({ points, count }) => text.precedentOne(formatPoints(points), count))
  const ticks = [min, Math.round((min + max) / 2), max]
  return (
    <div
      className="notice-strip"
      role="img"
      aria-label={text.precedentAxis(words.join(text.listComma))}
      style={{ height: 26 + Math.max(...stacks.map(({ levels }) => levels.length)) * 12 }}
    >
      <i className="notice-rod" />
      {ticks.map((points) => (
        <span key={points} style={{ left: place(points) }}>
          {formatPoints(points)}
        </span>
      ))}
      {stacks.flatMap(({ points, levels }) =>
        levels.map((level) => (
          <i
            key={`${points}/${level}`}
            className="notice-dot"
            style={{ left: place(points), bottom: 24 + level * 12 }}
          />
        )),
      )}
    </div>
  )
}
