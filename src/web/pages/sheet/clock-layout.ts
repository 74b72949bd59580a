import { addDays, type PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Timeline } from '../../score-sheet/sheet-answer.ts'

/** The picture of the two clocks: what happened above, what was decided below, on one scale of days. */
export interface ClockLayout {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly months: readonly { readonly month: number; readonly x: number }[]
  readonly todayX: number
  readonly joints: readonly Joint[]
}

export interface Joint {
  readonly ref: string
  readonly x: number
  /** Where it was decided; today, for what nobody has decided. */
  readonly settledX: number
  readonly tone: 'lost' | 'gained' | 'open' | 'idle'
}

export const CLOCK_WIDTH = 1040
const MARGIN = 8
const DAY_MS = 86_400_000

/** `effects`: what each matter moves as the sheet stands now, by its id. */
export function clockLayout(timeline: Timeline, effects: ReadonlyMap<string, number>): ClockLayout {
  const { today, matters } = timeline
  const days = matters.map(({ occurredOn }) => occurredOn)
  const from = timeline.periodFrom ?? [today, ...days].sort()[0] ?? today
  const last = timeline.periodTo ?? today
  const to = [last, today].sort()[1] ?? last
  const span = { from, to }
  return {
    ...span,
    months: monthsIn(span),
    todayX: placeOf(span, today),
    joints: matters.map(({ ref, occurredOn, settledOn }) => ({
      ref,
      x: placeOf(span, occurredOn),
      settledX: placeOf(span, settledOn ?? today),
      tone: toneOf(settledOn, effects.get(ref) ?? 0),
    })),
  }
}

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Never outside of the picture. */
export function placeOf({ from, to }: Span, day: PlainDate): number {
  const share = daysBetween(from, day) / Math.max(1, daysBetween(from, to))
  return Math.round((MARGIN + Math.min(1, Math.max(0, share)) * (CLOCK_WIDTH - 2 * MARGIN)) * 10) / 10
}

/** The day nearest to a place of the picture. */
export function dayAt({ from, to }: Span, x: number): PlainDate {
  const share = Math.min(1, Math.max(0, (x - MARGIN) / (CLOCK_WIDTH - 2 * MARGIN)))
  return addDays(from, Math.round(share * daysBetween(from, to)))
}

/** Where a key moves a handle; null where it moves none. */
export function dayAfterKey({ from, to }: Span, day: PlainDate, key: string): PlainDate | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -30,
    PageUp: 30,
  }
  if (key === 'Home') return from
  if (key === 'End') return to
  const step = steps[key]
  if (step === undefined) return null
  const next = addDays(day, step)
  return next < from ? from : next > to ? to : next
}

export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

function monthsIn(span: Span): ClockLayout['months'] {
  const months: { month: number; x: number }[] = []
  let first = `${span.from.slice(0, 7)}-01` as PlainDate
  while (first <= span.to) {
    months.push({ month: Number(first.slice(5, 7)), x: placeOf(span, first) })
    first = `${addDays(first, 32).slice(0, 7)}-01` as PlainDate
  }
  return months
}

function toneOf(settledOn: PlainDate | null, effect: number): Joint['tone'] {
  if (settledOn === null) return 'open'
  return effect < 0 ? 'lost' : effect > 0 ? 'gained' : 'idle'
}
