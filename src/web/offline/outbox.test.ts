import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { withLease } from './one-at-a-time.ts'
import { openPhoneStore } from './phone-store.ts'
import { verdictOn, type Verdict } from './verdict-on.ts'
import { unreachable } from '../client/problem.ts'
import { waitBefore } from './wait-before.ts'

test.each<[failures: number, least: number, most: number]>([
  [0, 750, 1250],
  [1, 750, 1250],
  [2, 1500, 2500],
  [5, 12_000, 20_000],
  [50, 22_500, 37_500],
])('after %i rounds in vain it waits between %i and %i ms', (failures, least, most) => {
  expect([waitBefore(failures, 0), waitBefore(failures, 1)]).toEqual([least, most])
})

test.each<[what: string, code: string, status: number, verdict: Verdict]>([
  ['no line', 'unreachable', 599, 'pause'],
  ["a proxy's own page", 'unreachable', 404, 'pause'],
  ['too many requests', 'rate-limited', 429, 'pause'],
  ['a full disk', 'store-full', 507, 'pause'],
  ['a bug of the server', 'internal', 500, 'pause'],
  ['a session that is over', 'not-signed-in', 401, 'sign-in'],
  ['a token of an older session', 'csrf-token-wrong', 403, 'sign-in'],
  ['an upload that another attempt still writes', 'upload-busy', 409, 'later'],
  ['the own center', 'inspector-of-own-center', 403, 'hold'],
  ['a photo that is none', 'file-type-refused', 415, 'hold'],
  ['a sealed assessment', 'assessment-sealed', 409, 'hold'],
  ['a clause that is gone', 'clause-unknown', 422, 'hold'],
])('%s (%s) means %s: %s', (_what, code, status, verdict) => {
  expect(verdictOn({ ...unreachable(), code, status })).toBe(verdict)
})

test('a lease lets one tab send at a time, and a killed tab keeps it for fifteen seconds only', async () => {
  const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange })
  let finish = (_said: string) => undefined as void
  const work = new Promise<string>((resolve) => (finish = resolve))
  const first = withLease(
    store,
    'first',
    () => 0,
    async () => work,
  )
  await expect.poll(() => store.leases.count()).toBe(1)
  expect(
    await withLease(
      store,
      'second',
      () => 14_999,
      async () => 'sent',
    ),
  ).toBe(null)
  expect(
    await withLease(
      store,
      'second',
      () => 15_001,
      async () => 'sent',
    ),
  ).toBe('sent')
  finish('late')
  expect(await first).toBe('late')
  expect(
    await withLease(
      store,
      'third',
      () => 16_000,
      async () => 'sent',
    ),
  ).toBe('sent')
})
