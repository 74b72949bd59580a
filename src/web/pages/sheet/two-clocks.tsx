import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate, useLocation } from 'react-router'
import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Clocks } from '../../../core/scoring/score-sheet.ts'
import { caseOf } from '../../score-sheet/lines-by-outcome.ts'
import type { SheetAnswer, Timeline } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { clockLayout } from './clock-layout.ts'
import { ClockPicture } from './clock-picture.tsx'
import { searchOf, type SheetLook } from './sheet-address.ts'
import { sheetText } from './sheet-text.ts'

/** After the last move of a handle: a sheet of a past day is computed from the whole ledger. */
const REST_MS = 250

/** 事发截至, 决定截至: two days, as fields and as handles on the two lines of what happened and what was decided. */
export function TwoClocks({
  timeline,
  live,
  look,
  clocks,
}: {
  readonly timeline: Timeline
  readonly live: SheetAnswer
  readonly look: SheetLook
  readonly clocks: Clocks | null
}) {
  const text = useText(sheetText)
  const { today } = timeline
  const standing = { occurredBy: clocks?.occurredBy ?? today, knownBy: clocks?.knownBy ?? today }
  const [days, setDays] = useMoved(standing, look, today)
  const layout = useMemo(() => clockLayout(timeline, effectsIn(live)), [timeline, live])
  const undecided = timeline.matters.filter(({ settledOn }) => settledOn === null).length
  return (
    <section className="clocks no-print" aria-label={text.clocks}>
      <div>
        <ClockField
          label={text.occurredBy}
          day={days.occurredBy}
          today={today}
          onDay={(occurredBy) => setDays({ ...days, occurredBy })}
        />
        <ClockField
          label={text.knownBy}
          day={days.knownBy}
          today={today}
          onDay={(knownBy) => setDays({ ...days, knownBy })}
        />
      </div>
      <div className="clk-s">
        <ClockPicture
          layout={layout}
          days={days}
          today={today}
          label={`${text.clocks} ${text.clocksSummary(timeline.matters.length, undecided)}`}
          onDays={setDays}
        />
      </div>
    </section>
  )
}

function ClockField({
  label,
  day,
  today,
  onDay,
}: {
  readonly label: string
  readonly day: PlainDate
  readonly today: PlainDate
  readonly onDay: (day: PlainDate) => void
}) {
  return (
    <label>
      <span>{label}</span>
      <DatePicker
        size="small"
        allowClear={false}
        value={dayjs(day)}
        maxDate={dayjs(today)}
        onChange={(chosen) => {
          const next = parsePlainDate(chosen?.format('YYYY-MM-DD') ?? '')
          if (next !== null) onDay(next)
        }}
      />
    </label>
  )
}

/**
 * The handles follow at once, the address (and with it the sheet) when they rest. Both at today is no past at all. A handle stays
 * where it was moved to until the address has followed: whoever moves it on meanwhile does so from there.
 */
function useMoved(standing: Clocks, look: SheetLook, today: PlainDate): [Clocks, (days: Clocks) => void] {
  const go = useNavigate()
  const { hash } = useLocation()
  const [moved, setMoved] = useState<Clocks | null>(null)
  const sent = useRef<Clocks | null>(null)
  const { occurredBy, knownBy } = standing
  useEffect(() => setMoved((now) => (now === sent.current ? null : now)), [occurredBy, knownBy])
  useEffect(() => {
    if (moved === null || moved === sent.current) return undefined
    const timer = setTimeout(() => {
      if (moved.occurredBy === occurredBy && moved.knownBy === knownBy) return setMoved(null)
      sent.current = moved
      const isNow = moved.occurredBy === today && moved.knownBy === today
      const next = isNow ? { ...look, occurredBy: null, knownBy: null } : { ...look, ...moved }
      return void go({ search: searchOf(next), hash }, { replace: true })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [moved, occurredBy, knownBy, look, today, go, hash])
  return [moved ?? standing, setMoved]
}

function effectsIn({ sheet }: SheetAnswer): ReadonlyMap<string, number> {
  const effects = new Map<string, number>()
  for (const { lines } of sheet.sections)
    for (const line of lines) {
      const caseId = caseOf(line)
      if (caseId !== null) effects.set(caseId, line.effect)
    }
  return effects
}
