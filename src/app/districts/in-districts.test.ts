import { expect, test } from 'vitest'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import { inDistricts } from './in-districts.ts'

const TENANTS = ['d1', 'd2', 'd3', 'd4', 'd5'].map((one) => id<TenantId>(one))
const BUG = new Error('bug')

type Act = () => Outcome<null>
const fine: Act = () => accepted(null)
const damaged: Act = () => refused('store-corrupted', '')
const unreachable: Act = () => refused('store-unreachable', '')
const buggy: Act = () => {
  throw BUG
}

async function round(acts: readonly Act[], ends = () => false) {
  const reached: TenantId[] = []
  const failed: unknown[] = []
  const end = await inDistricts(
    TENANTS,
    async (tenantId) => {
      reached.push(tenantId)
      return (acts[TENANTS.indexOf(tenantId)] ?? fine)()
    },
    { isEnding: ends, tellFailed: (...told) => void failed.push(told) },
  ).catch((error: unknown) => error)
  return { reached: reached.length, failed, end }
}

test.each<[given: string, acts: readonly Act[], reached: number, failed: readonly unknown[], end: unknown]>([
  ['nothing fails', [], 5, [], accepted(null)],
  ['one is damaged', [damaged], 5, [['d1', 'store-corrupted']], damaged()],
  ['one meets a bug', [fine, buggy], 5, [['d2', BUG]], BUG],
  ['two cannot reach their store', [unreachable, unreachable], 5, ['d1', 'd2'].map(unreached), unreachable()],
  [
    'three one after another',
    [fine, unreachable, unreachable, unreachable],
    4,
    ['d2', 'd3', 'd4'].map(unreached),
    unreachable(),
  ],
])('where %s, the others have theirs and it is told by name', async (_given, acts, reached, failed, end) => {
  expect(await round(acts)).toEqual({ reached, failed, end })
})

test('a round that is to end goes into no further district', async () => {
  expect(await round([], () => true)).toMatchObject({ reached: 0, end: accepted(null) })
})

function unreached(tenantId: string) {
  return [tenantId, 'store-unreachable']
}
