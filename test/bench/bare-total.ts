import { chargeOnce, type BareCharges } from './bare-charges.ts'
import { FATE, UNMEASURED, type BareColumns } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'

/** The total that prices found by another engine come to: what meets in one event, floors and the rest is done here. */
export function bareTotal(tables: BareTables, columns: BareColumns, charges: BareCharges): number {
  const { absence, section, sign, sections, floor } = tables
  const { clause, fate, measured } = columns
  const priced = charges.charge.slice()
  chargeOnce(tables, columns, charges)
  const sums = new Float64Array(sections.length)
  let isBroken = false
  for (let at = 0; at < clause.length; at += 1) {
    const own = clause[at] ?? 0
    const place = section[own] ?? 0
    sums[place] = (sums[place] ?? 0) + (sign[own] ?? 0) * (charges.charge[at] ?? 0)
    const isMet = measured[at] === UNMEASURED || (priced[at] ?? 0) > 0
    isBroken ||= absence.breaks[own] === 1 && fate[at] === FATE.counts && isMet
  }
  const place = section[absence.clause] ?? 0
  sums[place] = (sums[place] ?? 0) + (isBroken ? 0 : absence.points)
  return sections.reduce((total, { start }, at) => total + start - Math.min(-(sums[at] ?? 0), floor[at] ?? 0), 0)
}
