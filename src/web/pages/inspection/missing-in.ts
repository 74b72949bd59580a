import { parseDecimal } from '../../../core/kernel/rational.ts'
import { checkParticulars } from '../../../core/ledger/check-clause.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import type { InspectionRecord } from '../../offline/inspection-record.ts'

/** What the ledger would refuse the record for, in its own words, while the inspector still stands there; null where nothing is missing. */
export function missingIn(
  rubric: Rubric,
  { clause, measured, level, unmet }: InspectionRecord,
  measuredWrong: string,
): string | null {
  if (clause === null) return null
  const number = measured === '' ? null : parseDecimal(measured)
  if (measured !== '' && number === null) return measuredWrong
  const said = { measured: number, level, unmet: unmet.length === 0 ? null : unmet }
  return checkParticulars(rubric, clause.clauseId, said)?.message ?? null
}
