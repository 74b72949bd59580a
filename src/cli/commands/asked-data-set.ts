import type { Problem } from '../../app/problem.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'

export type AskedDataSet =
  | { readonly ok: true; readonly value: DataSet | null }
  | { readonly ok: false; readonly fault: Extract<Problem, { readonly code: 'data-set-unknown' }> }

/** By the word of the tables or the Chinese one; null where none is asked for. */
export function askedDataSet(given: string | undefined): AskedDataSet {
  if (given === undefined) return { ok: true, value: null }
  const value = DATA_SETS.find(({ name, chinese }) => given === name || given === chinese)
  const known = DATA_SETS.map(({ chinese }) => chinese)
  return value ? { ok: true, value } : { ok: false, fault: { code: 'data-set-unknown', given, known } }
}
