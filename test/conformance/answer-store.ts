import { beforeEach, describe, expect, test } from 'vitest'
import type { AnswerKey, AnswerStore } from '../../src/app/ports/answer-store.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { valueOf } from '../fixtures/people-house.ts'

const NOON = timestamp('2021-03-01T12:00:00+08:00')
const KEY: AnswerKey = { tenantId: id('d1'), personId: id('p1'), key: 'key-0001' }
const ANSWER = { status: 201, body: '{"a":1}' }

/** What every store of answers does; `make` gives an empty one. */
export function answerStoreConformance(name: string, make: () => AnswerStore | Promise<AnswerStore>): void {
  describe(`answers in ${name}`, () => {
    let store: AnswerStore
    beforeEach(async () => {
      store = await make()
    })
    const claim = async (key = KEY, request = 'r', now = NOON, nodeId = 'n1') =>
      valueOf(await store.claim(key, request, now, plusSeconds(now, -120), nodeId))

    test('one of many that claim at once gets it', async () => {
      const kinds = (await Promise.all(Array.from({ length: 8 }, async () => claim()))).map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'new')).toHaveLength(1)
      expect(kinds.filter((kind) => kind === 'running')).toHaveLength(7)
    })

    test('what was kept is answered, to the same request only', async () => {
      await claim()
      valueOf(await store.keep(KEY, ANSWER))
      expect(await claim()).toEqual({ kind: 'kept', answer: ANSWER })
      expect(await claim(KEY, 'other')).toEqual({ kind: 'key-reused' })
    })

    test('a secret is kept as none', async () => {
      await claim()
      valueOf(await store.keep(KEY, { status: 201, body: null }))
      expect(await claim()).toEqual({ kind: 'kept', answer: { status: 201, body: null } })
    })

    test('what was given up may be claimed again, by another request too', async () => {
      await claim()
      valueOf(await store.release(KEY))
      expect(await claim(KEY, 'other')).toEqual({ kind: 'new' })
    })

    test('what was kept cannot be given up', async () => {
      await claim()
      valueOf(await store.keep(KEY, ANSWER))
      valueOf(await store.release(KEY))
      expect(await claim()).toEqual({ kind: 'kept', answer: ANSWER })
    })

    test('what a dead node had claimed may be claimed again, but for what it finished', async () => {
      const [finished, elsewhere, there] = [
        { ...KEY, key: 'key-0002' },
        { ...KEY, key: 'key-0003' },
        { ...KEY, tenantId: id<TenantId>('d2') },
      ]
      await claim()
      await claim(finished)
      valueOf(await store.keep(finished, ANSWER))
      await claim(elsewhere, 'r', NOON, 'n2')
      await claim(there)
      expect(valueOf(await store.releaseOf('n3'))).toBe(0)
      expect(valueOf(await store.releaseOf('n1'))).toBe(2)
      expect(await claim(there, 'r', NOON, 'n2')).toEqual({ kind: 'new' })
      expect(await claim(KEY, 'r', NOON, 'n2')).toEqual({ kind: 'new' })
      expect(await claim(finished)).toEqual({ kind: 'kept', answer: ANSWER })
      expect(await claim(elsewhere)).toEqual({ kind: 'running' })
    })

    test('a claim of a dead server may be claimed again, a fresh one not', async () => {
      await claim()
      expect(await claim(KEY, 'r', plusSeconds(NOON, 60))).toEqual({ kind: 'running' })
      expect(await claim(KEY, 'r', plusSeconds(NOON, 200))).toEqual({ kind: 'new' })
    })

    test.each<[other: string, key: AnswerKey]>([
      ['district', { ...KEY, tenantId: id<TenantId>('d2') }],
      ['person', { ...KEY, personId: id<PersonId>('p2') }],
      ['key', { ...KEY, key: 'key-0002' }],
    ])('another %s has its own', async (_other, key) => {
      await claim()
      expect(await claim(key, 'other')).toEqual({ kind: 'new' })
    })

    test('sweeping forgets the old of all districts', async () => {
      const there = { ...KEY, tenantId: id<TenantId>('d2') }
      for (const key of [KEY, there]) {
        await claim(key)
        valueOf(await store.keep(key, ANSWER))
      }
      const young = { ...KEY, key: 'key-0002' }
      await claim(young, 'r', plusSeconds(NOON, 60))
      expect(valueOf(await store.sweep(NOON))).toBe(0)
      expect(valueOf(await store.sweep(plusSeconds(NOON, 30)))).toBe(2)
      for (const key of [KEY, there]) expect(await claim(key)).toEqual({ kind: 'new' })
      expect(await claim(young, 'r', plusSeconds(NOON, 60))).toEqual({ kind: 'running' })
    })
  })
}
