import { expect, test } from 'vitest'
import { queryFaultOf } from './query-faults.ts'

const LIMITS = { memoryMegabytes: 512, spill: '/data/records/.work/query' }

test.each<[message: string, kind: string, code: string | null]>([
  ['Out of Memory Error: failed to allocate data\n\nPossible solutions:', 'refused', 'query-out-of-memory'],
  ['IO Error: Could not write file "/x": No space left on device', 'refused', 'store-full'],
  ['IO Error: Cannot open file "/x.parquet": No such file or directory', 'files', null],
  ['Invalid Input Error: No magic bytes found at end of file', 'files', null],
  ['Binder Error: Referenced column "a" not found', 'refused', 'query-failed'],
  ['INTERNAL Error: Attempted to dereference', 'broken', null],
  ['FATAL Error: database has been invalidated', 'broken', null],
])('%j is %s', (message, kind, code) => {
  const fault = queryFaultOf(new Error(message), LIMITS)
  expect(fault?.kind).toBe(kind)
  expect(fault?.kind === 'refused' ? fault.refusal.refusal.code : null).toBe(code)
})

test.each([new TypeError('x is not a function'), new Error('Some words'), 'text', null])(
  '%s is no word of DuckDB’s, and goes on',
  (error) => expect(queryFaultOf(error, LIMITS)).toBeNull(),
)
