import { FATE, UNMEASURED, type BareColumns } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'

/** By finding and bonus: hundredths, never negative, and by whom it is charged instead (-1: by nobody). */
export interface BareCharges {
  readonly charge: Int32Array
  readonly winner: Int32Array
  readonly holder: Int32Array
}

export function bareCharges(size: number): BareCharges {
  return { charge: new Int32Array(size), winner: new Int32Array(size), holder: new Int32Array(size) }
}

/** Price × occurrences of each, whatever the others are. */
export function priceAll(tables: BareTables, columns: BareColumns, { charge }: BareCharges): void {
  const { price, once, least, most } = tables
  const { clause, occurrences, decided, fate, measured } = columns
  for (let at = 0; at < clause.length; at += 1) {
    const own = clause[at] ?? 0
    const fixed = price[own] ?? 0
    const measure = measured[at] ?? 0
    const isMet = measure === UNMEASURED || (measure >= (least[own] ?? 0) && measure <= (most[own] ?? 0))
    const unit = fixed >= 0 ? fixed : (decided[at] ?? 0)
    charge[at] = isMet && fate[at] === FATE.counts ? unit * (once[own] === 0 ? (occurrences[at] ?? 0) : 1) : 0
  }
}

/** One event, one charge; and a price charged once is charged where it is dearest, of equals the earliest. */
export function chargeOnce(tables: BareTables, columns: BareColumns, charges: BareCharges): void {
  const { charge, winner, holder } = charges
  const { clause, event, special } = columns
  winner.fill(-1)
  holder.fill(-1)
  for (const [loses, wins] of tables.yields)
    for (const one of special) {
      if (clause[one] !== loses || charge[one] === 0 || (event[one] ?? -1) < 0) continue
      for (const other of special)
        if (clause[other] === wins && event[other] === event[one] && (charge[other] ?? 0) > 0) {
          winner[one] = other
          charge[one] = 0
          break
        }
    }
  const best = new Int32Array(tables.once.length * SPANS).fill(-1)
  for (const one of special) {
    if (tables.once[clause[one] ?? 0] === 0 || charge[one] === 0) continue
    const span = spanOf(tables, columns, one)
    const known = best[span] ?? -1
    if (known < 0 || isDearer(columns, charge, one, known)) best[span] = one
  }
  for (const one of special) {
    if (tables.once[clause[one] ?? 0] === 0 || charge[one] === 0) continue
    const dearest = best[spanOf(tables, columns, one)] ?? one
    if (dearest === one) continue
    holder[one] = dearest
    charge[one] = 0
  }
}

/** Months, and 0 for the whole period. */
const SPANS = 13

function spanOf({ once }: BareTables, { clause, day }: BareColumns, one: number): number {
  const own = clause[one] ?? 0
  return own * SPANS + (once[own] === 1 ? 0 : Math.floor((day[one] ?? 0) / 100) % 100)
}

function isDearer({ day }: BareColumns, charge: Int32Array, one: number, other: number): boolean {
  const gap = (charge[one] ?? 0) - (charge[other] ?? 0)
  return gap === 0 ? (day[one] ?? 0) < (day[other] ?? 0) : gap > 0
}
