import { lazy, Suspense, useEffect, useState } from 'react'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../../core/kernel/timestamp.ts'
import type { LiveState } from '../../client/use-live.ts'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'

const DayPicker = lazy(async () => ({ default: (await import('./day-picker.tsx')).DayPicker }))

/** As of when: now and going on by itself, the moment at which that ended, or a day in the past. */
export function AsOf({
  now,
  readAt,
  live,
  day,
  isStale,
  onDay,
}: {
  /** The server's time when it answered, and the browser's when the answer came. */
  readonly now: Timestamp
  readonly readAt: number
  readonly live: LiveState
  readonly day: PlainDate | null
  readonly isStale: boolean
  readonly onDay: (day: PlainDate | null) => void
}) {
  const text = useText(overviewText)
  const [isChoosing, setChoosing] = useState(false)
  const ticked = useTicks(live.kind === 'live')
  const until = live.kind === 'lost' ? live.since : live.kind === 'live' ? Math.max(ticked, readAt) : readAt
  const time = shifted(now, until - readAt)
  const isOld = live.kind === 'lost' || isStale
  return (
    <div className="overview-as-of">
      <b>{day === null ? (isOld ? text.asOf(text.at(time)) : text.at(time)) : text.day(day)}</b>
      {day === null ? (
        <span className={live.kind === 'live' ? 'overview-live' : undefined} role="status">
          {live.kind === 'live' ? text.live : live.kind === 'lost' ? text.lost : text.connecting}
        </span>
      ) : (
        <span>{text.pastCap}</span>
      )}
      {'　'}
      {isChoosing ? (
        <Suspense fallback={text.chooseDay}>
          <DayPicker
            day={day}
            last={now.slice(0, 10)}
            onDay={(chosen) => {
              setChoosing(false)
              if (chosen !== null) onDay(chosen)
            }}
          />
        </Suspense>
      ) : (
        <button type="button" className="overview-link" onClick={() => setChoosing(true)}>
          {text.lookBack}
        </button>
      )}
      {day === null ? null : (
        <>
          {'　'}
          <button type="button" className="overview-link" onClick={() => onDay(null)}>
            {text.backToNow}
          </button>
        </>
      )}
    </div>
  )
}

const TICK_MS = 10_000

/** The browser's time, anew every few seconds while it is looked at. */
function useTicks(isTicking: boolean): number {
  const [at, setAt] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    setAt(Date.now())
    const timer = setInterval(() => setAt(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [isTicking])
  return at
}

const EIGHT_HOURS_MS = 8 * 3_600_000

function shifted(time: Timestamp, milliseconds: number): string {
  return new Date(Date.parse(time) + milliseconds + EIGHT_HOURS_MS).toISOString().slice(0, 16)
}
