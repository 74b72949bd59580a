import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { DuckDbLimits } from './duckdb-session.ts'

/** What became of a query that DuckDB ended. `files`: something is wrong with what it read, and somebody must look. */
export type QueryFault =
  | { readonly kind: 'refused'; readonly refusal: Extract<Kept<never>, { ok: false }> }
  | { readonly kind: 'files'; readonly detail: string }
  /** Not to be trusted any further. */
  | { readonly kind: 'broken'; readonly detail: string }

/** By the word that DuckDB begins its messages with; null for what does not come from DuckDB. */
export function queryFaultOf(
  error: unknown,
  { memoryMegabytes, spill }: Pick<DuckDbLimits, 'memoryMegabytes' | 'spill'>,
): QueryFault | null {
  if (!(error instanceof Error)) return null
  const [word = '', ...rest] = error.message.split('\n')[0]?.split(' Error: ') ?? []
  const detail = rest.join(' Error: ')
  if (rest.length === 0) return null
  if (word === 'Out of Memory')
    return { kind: 'refused', refusal: refusedRecords('query-out-of-memory', `${memoryMegabytes} MB`) }
  if (detail.includes('No space left')) return { kind: 'refused', refusal: storeFault('store-full', spill) }
  if (FILES.has(word)) return { kind: 'files', detail }
  if (BROKEN.has(word)) return { kind: 'broken', detail: error.message }
  if (ASKED_WRONG.has(word)) return { kind: 'refused', refusal: refusedRecords('query-failed', detail) }
  return null
}

const FILES = new Set(['IO', 'Permission', 'Invalid Input', 'Serialization', 'TProtocolException', 'Not implemented'])
const BROKEN = new Set(['INTERNAL', 'FATAL'])
const ASKED_WRONG = new Set([
  'Binder',
  'Catalog',
  'Parser',
  'Syntax',
  'Conversion',
  'Out of Range',
  'Mismatch Type',
  'Constraint',
  'Expression',
  'Planner',
  'Executor',
  'Sequence',
  'Divide by Zero',
  'Parameter Not Resolved',
  'Parameter Not Allowed',
])
