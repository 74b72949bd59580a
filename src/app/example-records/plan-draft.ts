import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { randomFrom, type Random } from '../../core/kernel/random.ts'
import type { PlantedBreach } from './answer-key.ts'
import { SERIAL_STEP } from './bulk-traffic.ts'
import { refOf, type ExampleRow } from './example-row.ts'
import type { Site } from './site.ts'
import type { World } from './world.ts'

/** What planters fill: rows that are not ordinary traffic, and what must be found in them. */
export interface PlanDraft {
  readonly world: World
  /** To be written out on that day. */
  readonly add: (day: PlainDate, ...rows: readonly ExampleRow[]) => void
  readonly expect: (breach: Expected) => void
  /** The next serial number that no other record of that center and day bears. */
  readonly serial: (site: Site, day: PlainDate) => number
  /** Replaces a counter's ordinary hours of one day. */
  readonly setHours: (hours: CounterHours) => void
  readonly rows: ReadonlyMap<PlainDate, readonly ExampleRow[]>
  readonly breaches: readonly PlantedBreach[]
  readonly hoursOf: (counterId: string, day: PlainDate) => readonly OpenSpan[] | null
}

/** Where nothing is said, it happened once and nothing was measured. */
export type Expected = Pick<PlantedBreach, 'detection' | 'centerId' | 'subject' | 'occurredOn' | 'records'> &
  Partial<PlantedBreach>

export interface OpenSpan {
  /** Seconds of the day. */
  readonly from: number
  readonly to: number
}

export interface CounterHours {
  readonly counterId: string
  readonly day: PlainDate
  readonly spans: readonly OpenSpan[]
}

export function planDraft(world: World): PlanDraft {
  const rows = new Map<PlainDate, ExampleRow[]>()
  const breaches: PlantedBreach[] = []
  const serials = new Map<string, number>()
  const hours = new Map<string, readonly OpenSpan[]>()
  return {
    world,
    rows,
    breaches,
    add: (day, ...added) => {
      const known = rows.get(day)
      if (known) known.push(...added)
      else rows.set(day, [...added])
    },
    expect: (breach) => {
      breaches.push({ occurrences: 1, eventKey: null, measured: null, ...breach, records: breach.records.toSorted() })
    },
    serial: ({ code }, day) => {
      const key = `${code}/${day}`
      const next = (serials.get(key) ?? 0) + 1
      serials.set(key, next)
      return SERIAL_STEP * next + 1
    },
    setHours: ({ counterId, day, spans }) => hours.set(`${counterId}/${day}`, spans),
    hoursOf: (counterId, day) => hours.get(`${counterId}/${day}`) ?? null,
  }
}

/** One planter's chance: what it plants does not move when another plants more. */
export function chanceFor({ world }: PlanDraft, planter: string): Random {
  let mixed = world.seed >>> 0
  for (const letter of planter) mixed = (Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) + 0x9e_37) >>> 0
  return randomFrom(mixed)
}

/** Expects one breach that rests on one record and is named by it. */
export function expectRecord(
  draft: PlanDraft,
  detection: string,
  row: ExampleRow,
  breach: { readonly centerId: CenterId; readonly occurredOn: PlainDate } & Partial<PlantedBreach>,
): void {
  draft.expect({ detection, subject: keyOf(row), records: [refOf(row)], ...breach })
}

/** `source/record_id`: the same record in all its versions. */
export function keyOf({ source, values }: ExampleRow): string {
  return `${source}/${values.record_id}`
}
