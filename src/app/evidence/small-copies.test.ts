import { expect, test } from 'vitest'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { refusedEvidence } from '../ports/evidence-refusals.ts'
import { smallCopies } from './small-copies.ts'

const east = id<TenantId>('east')
const west = id<TenantId>('west')

test('a copy is made once, also for those who ask while it is made', async () => {
  const { asked, made } = scene()
  await Promise.all([asked('a'), asked('a'), asked('b')])
  await asked('a')
  expect(made).toEqual(['east a', 'east b'])
})

test('another district has its own', async () => {
  const { asked, made } = scene()
  await asked('a')
  await asked('a', west)
  expect(made).toEqual(['east a', 'west a'])
})

test('the ones looked at longest ago make room', async () => {
  const { asked, made } = scene({ mostBytes: 25 })
  for (const digest of ['a', 'b', 'a', 'c', 'a', 'b']) await asked(digest)
  expect(made).toEqual(['east a', 'east b', 'east c', 'east b'])
})

test('so many are made at once and no more, and one that fails holds nobody up', async () => {
  const small = smallCopies({ atOnce: 2 })
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    if (most > 1) throw new Error('a disk that failed')
    return accepted(new Uint8Array(1))
  }
  const all = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((one) => small.of(east, one as Digest, work)))
  expect(most).toBe(2)
  expect(all).toHaveLength(5)
})

test('a refusal is not kept: the file may come back from the backup', async () => {
  const small = smallCopies()
  const missing = async () => refusedEvidence({ code: 'evidence-missing', digest: 'a' as Digest })
  expect((await small.of(east, 'a' as Digest, missing)).ok).toBe(false)
  expect((await small.of(east, 'a' as Digest, async () => accepted(new Uint8Array(1)))).ok).toBe(true)
})

function scene(limits: { readonly mostBytes?: number } = {}) {
  const small = smallCopies(limits)
  const made: string[] = []
  const asked = async (digest: string, tenantId = east) =>
    small.of(tenantId, digest as Digest, async () => {
      made.push(`${tenantId} ${digest}`)
      return accepted(new Uint8Array(10))
    })
  return { asked, made }
}
