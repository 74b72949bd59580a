import type { BareCharges } from './bare-charges.ts'
import { FATE, UNMEASURED, type BareColumns } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'

/** One finding or bonus as facts for a rule engine. */
export interface PricedFinding {
  readonly clauseId: string
  readonly isCounted: boolean
  readonly occurrences: number
  /** Hundredths for one occurrence, where a person decides it; 0 otherwise. */
  readonly decided: number
  /** Hundredths; -1 where nothing is measured. */
  readonly measured: number
}

/** Prices all findings of a center into `charges`, hundredths and never negative. */
export type PriceEngine = (findings: readonly PricedFinding[], charges: BareCharges) => Promise<void>

export function pricedFindings(tables: BareTables, columns: BareColumns): PricedFinding[] {
  const { occurrences, decided, fate, measured } = columns
  return Array.from(columns.clause, (clause, at) => ({
    clauseId: tables.clauseIds[clause] ?? '',
    isCounted: fate[at] === FATE.counts,
    occurrences: occurrences[at] ?? 0,
    decided: Math.max(decided[at] ?? 0, 0),
    measured: measured[at] ?? UNMEASURED,
  }))
}
