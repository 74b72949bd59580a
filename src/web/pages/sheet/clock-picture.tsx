import type { KeyboardEvent, PointerEvent } from 'react'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Clocks } from '../../../core/scoring/score-sheet.ts'
import { useText } from '../../text/language.tsx'
import { CLOCK_WIDTH, dayAfterKey, dayAt, daysBetween, placeOf, type ClockLayout } from './clock-layout.ts'
import { sheetText } from './sheet-text.ts'

const UPPER = 30
const LOWER = 88

/** Two lines of days; a slanted joint for each matter; a handle on each line. Keys: arrows a day, Page a month, Home, End. */
export function ClockPicture({
  layout,
  days,
  today,
  label,
  onDays,
}: {
  readonly layout: ClockLayout
  readonly days: Clocks
  readonly today: PlainDate
  readonly label: string
  readonly onDays: (days: Clocks) => void
}) {
  const text = useText(sheetText)
  const { months, joints, todayX } = layout
  const right = CLOCK_WIDTH - 8
  return (
    <svg className="clk" viewBox={`0 0 ${CLOCK_WIDTH} 118`} role="group" aria-label={label}>
      {months.map(({ month, x }) => (
        <g key={x} aria-hidden="true">
          <path className="g" d={`M${x} 24V94`} />
          <text x={x + 5} y="18">
            {text.month(month)}
          </text>
        </g>
      ))}
      <path className="ax" d={`M8 ${UPPER}H${todayX}M8 ${LOWER}H${todayX}`} />
      <path className="ax fut" d={`M${todayX} ${UPPER}H${right}M${todayX} ${LOWER}H${right}`} />
      {joints.map(({ ref, x, settledX, tone }) => (
        <g key={ref} className={`joint ${tone}`} aria-hidden="true">
          <path d={`M${x} ${UPPER}L${settledX} ${tone === 'open' ? LOWER - 6 : LOWER}`} />
          <circle cx={x} cy={UPPER} r="3" />
          {tone === 'open' ? null : <rect x={settledX - 3} y={LOWER - 3} width="6" height="6" />}
        </g>
      ))}
      <Handle
        layout={layout}
        day={days.occurredBy}
        today={today}
        label={text.occurredBy}
        line={`M0 ${UPPER - 14}v26`}
        grip={`M-5 ${UPPER - 15}h10v7l-5 5-5-5z`}
        y={UPPER}
        onDay={(occurredBy) => onDays({ ...days, occurredBy })}
      />
      <Handle
        layout={layout}
        day={days.knownBy}
        today={today}
        label={text.knownBy}
        line={`M0 ${LOWER - 12}v26`}
        grip={`M-5 ${LOWER + 15}h10v-7l-5-5-5 5z`}
        y={LOWER}
        onDay={(knownBy) => onDays({ ...days, knownBy })}
      />
    </svg>
  )
}

function Handle({
  layout,
  day,
  today,
  label,
  line,
  grip,
  y,
  onDay,
}: {
  readonly layout: ClockLayout
  readonly day: PlainDate
  readonly today: PlainDate
  readonly label: string
  readonly line: string
  readonly grip: string
  readonly y: number
  readonly onDay: (day: PlainDate) => void
}) {
  const upToToday = { from: layout.from, to: today < layout.to ? today : layout.to }
  const onKey = (event: KeyboardEvent) => {
    const next = dayAfterKey(upToToday, day, event.key)
    if (next === null) return
    event.preventDefault()
    if (next !== day) onDay(next)
  }
  const onMove = (event: PointerEvent<SVGGElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (box === undefined) return
    const reached = dayAt(layout, ((event.clientX - box.left) / box.width) * CLOCK_WIDTH)
    const next = reached > upToToday.to ? upToToday.to : reached
    if (next !== day) onDay(next)
  }
  return (
    <g
      className="clk-handle"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={daysBetween(upToToday.from, upToToday.to)}
      aria-valuenow={daysBetween(layout.from, day)}
      aria-valuetext={day}
      transform={`translate(${placeOf(layout, day)} 0)`}
      onKeyDown={onKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onMove}
    >
      <rect className="hit" x="-16" y={y - 24} width="32" height="48" />
      <path d={line} />
      <path className="grip" d={grip} />
    </g>
  )
}
