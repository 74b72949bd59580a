import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import type { LedgerStore } from '../../src/app/ports/ledger-store.ts'
import type { AssessmentId, TenantId } from '../../src/core/kernel/identifiers.ts'
import type { WholeEntry } from '../../src/core/ledger/chain.ts'
import { findChainBreak } from '../../src/core/ledger/find-chain-break.ts'
import {
  batchAfter,
  east,
  genesis,
  headerOf,
  messageOf,
  nextYear,
  sha256,
  west,
  year,
} from '../fixtures/ledger-batches.ts'
import { valued } from './valued.ts'

/** An empty store; `close` leaves nothing behind. */
export type MakeLedgerFile = () => Promise<
  Pick<LedgerFile, 'ledgers' | 'outbox' | 'rubrics' | 'looks'> & { readonly close: () => void | Promise<void> }
>

/** What every ledger store does, whatever keeps it. */
export function ledgerStoreConforms(name: string, make: MakeLedgerFile): void {
  describe(`ledger store in ${name}`, () => {
    let file: Awaited<ReturnType<MakeLedgerFile>>
    let ledgers: LedgerStore
    const header = headerOf(east, year)
    const start = genesis(header)
    beforeEach(async () => {
      file = await make()
      ledgers = file.ledgers
      await valued(ledgers.create(header))
    })
    afterEach(() => file.close())

    const append = async (key: string, options?: Parameters<typeof batchAfter>[2]) =>
      valued(ledgers.append(east, year, batchAfter(await valued(ledgers.head(east, year)), key, options)))

    describe('create', () => {
      test('a ledger begins at the genesis of its header', async () => {
        expect(await valued(ledgers.head(east, year))).toEqual(start)
        expect(await valued(ledgers.read(east, year, 0, 10))).toEqual([])
        expect(await valued(ledgers.headers(east))).toEqual([header])
      })

      test('the algorithm of the header makes its genesis', async () => {
        const sm3 = headerOf(east, nextYear, 'sm3')
        expect(await valued(ledgers.create(sm3))).toEqual(genesis(sm3))
        expect(await valued(ledgers.headers(east))).toEqual([header, sm3])
      })

      test('the same header again changes nothing and answers where the ledger stands', async () => {
        await append('one')
        expect(await valued(ledgers.create(header))).toEqual(await valued(ledgers.head(east, year)))
        expect(await valued(ledgers.headers(east))).toEqual([header])
      })

      test('another header for the same assessment is refused', async () => {
        const other = { ...header, rubricDigest: sha256('another rubric') }
        expect(await ledgers.create(other)).toMatchObject({ ok: false, refusal: { code: 'assessment-exists' } })
        expect(await valued(ledgers.headers(east))).toEqual([header])
      })
    })

    describe('a quota', () => {
      test('as many are created at once as there is room for, and one that is there takes none', async () => {
        const names = ['b', 'c', 'd', 'e'].map((name) => headerOf(east, name as AssessmentId))
        const created = await Promise.all(names.map((one) => ledgers.create(one, 3)))
        expect(created.filter(({ ok }) => ok)).toHaveLength(2)
        expect(created.find(({ ok }) => !ok)).toMatchObject({
          refusal: { code: 'assessments-quota-full', message: expect.stringContaining('已用 3 个，配额 3 个') },
        })
        expect(await valued(ledgers.headers(east))).toHaveLength(3)
        expect(await ledgers.create(header, 3)).toMatchObject({ ok: true })
        expect(await ledgers.create({ ...header, rubricDigest: sha256('another') }, 0)).toMatchObject({
          refusal: { code: 'assessment-exists' },
        })
        expect(await ledgers.create(headerOf(west, year), 1)).toMatchObject({ ok: true })
      })
    })

    describe('append', () => {
      test('entries are read as they were written, in order', async () => {
        const first = batchAfter(start, 'one', { count: 3 })
        const appended = await valued(ledgers.append(east, year, first))
        const head = { seq: 3, digest: first.entries[2]?.digest }
        expect(appended).toEqual({ kind: 'appended', head })
        expect(await valued(ledgers.head(east, year))).toEqual(head)
        await append('two')
        const all = await valued(ledgers.read(east, year, 0, 10))
        expect(all.slice(0, 3)).toEqual(first.entries)
        expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
        expect(findChainBreak(start, all, sha256)).toBeNull()
      })

      test('any text comes back unit by unit', async () => {
        const awkward = '“甲”\\ \n\t\u0001 𠮷 é é \u2028 👩‍👩‍👧 \uFEFF'
        await append(awkward)
        const [entry] = await valued(ledgers.read(east, year, 0, 1))
        expect(JSON.parse(entry?.body ?? '')).toMatchObject({ name: `中心 ${awkward}` })
      })

      test.each([
        ['behind', 0],
        ['ahead', 5],
      ])('who stands %s is told where the ledger stands', async (_where, seq) => {
        await append('one', { count: 2 })
        const head = await valued(ledgers.head(east, year))
        const expected = { seq, digest: start.digest }
        expect(await valued(ledgers.append(east, year, batchAfter(expected, 'two')))).toEqual({ kind: 'moved', head })
        expect(await valued(ledgers.read(east, year, 0, 10))).toHaveLength(2)
      })

      test('the same seq with another digest is another ledger', async () => {
        await append('one')
        const head = await valued(ledgers.head(east, year))
        const expected = { seq: 1, digest: sha256('another history') }
        expect(await valued(ledgers.append(east, year, batchAfter(expected, 'two')))).toEqual({ kind: 'moved', head })
      })

      test.each<[string, (entries: readonly WholeEntry[]) => readonly WholeEntry[]]>([
        ['nothing', () => []],
        ['a gap', (entries) => entries.filter(({ seq }) => seq !== 2)],
        ['a wrong order', (entries) => entries.toReversed()],
        ['an entry that follows another', (entries) => entries.map((one) => ({ ...one, previous: sha256('x') }))],
      ])('%s is a bug of the caller, and nothing of it is kept', async (_what, spoil) => {
        const batch = batchAfter(start, 'one', { count: 3, messages: [messageOf('m1')] })
        await expect(ledgers.append(east, year, { ...batch, entries: spoil(batch.entries) })).rejects.toThrow()
        expect(await valued(ledgers.head(east, year))).toEqual(start)
        expect(await valued(file.outbox.unplanned(east, 10))).toEqual([])
        expect(await append('one')).toMatchObject({ kind: 'appended' })
      })

      test('an assessment that is not there', async () => {
        const refusal = { ok: false, refusal: { code: 'assessment-unknown', message: expect.stringContaining('2022') } }
        expect(await ledgers.append(east, nextYear, batchAfter(start, 'one'))).toMatchObject(refusal)
        expect(await ledgers.head(east, nextYear)).toMatchObject(refusal)
        expect(await ledgers.read(east, nextYear, 0, 1)).toMatchObject(refusal)
        expect(await ledgers.recall(east, nextYear, batchAfter(start, 'one').key)).toMatchObject(refusal)
      })

      test('messages come with the facts, once', async () => {
        await append('one', { messages: [messageOf('m1'), messageOf('m2')] })
        await append('two', { messages: [messageOf('m2'), messageOf('m3')] })
        const moved = batchAfter(start, 'three', { messages: [messageOf('m4')] })
        await valued(ledgers.append(east, year, moved))
        expect(await valued(file.outbox.unplanned(east, 10))).toEqual(['m1', 'm2', 'm3'].map((one) => messageOf(one)))
      })
    })

    describe('keys', () => {
      test('a key used for the same request answers what it did then', async () => {
        await append('one', { count: 2 })
        await append('two', { count: 3, messages: [messageOf('m1')] })
        await append('three')
        const again = batchAfter(start, 'two', { messages: [messageOf('m2')] })
        const repeated = { kind: 'repeated', firstSeq: 3, lastSeq: 5 }
        expect(await valued(ledgers.append(east, year, again))).toEqual(repeated)
        expect(await valued(ledgers.recall(east, year, again.key))).toEqual(repeated)
        expect(await valued(ledgers.head(east, year))).toMatchObject({ seq: 6 })
        expect(await valued(file.outbox.unplanned(east, 10))).toEqual([messageOf('m1')])
      })

      test('a key used for another request is refused', async () => {
        await append('one')
        const other = batchAfter(await valued(ledgers.head(east, year)), 'one', { request: 'another' })
        expect(await valued(ledgers.append(east, year, other))).toEqual({ kind: 'key-reused' })
        expect(await valued(ledgers.recall(east, year, other.key))).toEqual({ kind: 'key-reused' })
        expect(await valued(ledgers.head(east, year))).toMatchObject({ seq: 1 })
      })

      test('a key used in another assessment of the tenant is used', async () => {
        await append('one')
        const next = await valued(ledgers.create(headerOf(east, nextYear)))
        expect(await valued(ledgers.append(east, nextYear, batchAfter(next, 'one')))).toEqual({ kind: 'key-reused' })
      })

      test('the same key means nothing to another tenant', async () => {
        await append('one')
        const other = await valued(ledgers.create(headerOf(west, year)))
        const batch = batchAfter(other, 'one')
        expect(await valued(ledgers.recall(west, year, batch.key))).toEqual({ kind: 'unused' })
        expect(await valued(ledgers.append(west, year, batch))).toMatchObject({ kind: 'appended' })
      })

      test('a key of an append that did not take place is unused', async () => {
        await append('one')
        const late = batchAfter(start, 'two')
        await valued(ledgers.append(east, year, late))
        expect(await valued(ledgers.recall(east, year, late.key))).toEqual({ kind: 'unused' })
        expect(await append('two')).toMatchObject({ kind: 'appended' })
      })
    })

    describe('read', () => {
      test.each([
        [0, 2, [1, 2]],
        [2, 2, [3, 4]],
        [4, 2, [5]],
        [5, 2, []],
        [9, 2, []],
        [0, 100, [1, 2, 3, 4, 5]],
      ])('after %i, at most %i', async (afterSeq, limit, expected) => {
        await append('one', { count: 5 })
        const page = await valued(ledgers.read(east, year, afterSeq, limit))
        expect(page.map(({ seq }) => seq)).toEqual(expected)
      })

      test('10,000 events in pages are one chain', async () => {
        for (let n = 0; n < 10; n += 1) await append(`key ${n}`, { count: 1_000 })
        expect(await chainLength(ledgers, east, year)).toBe(10_000)
      })
    })

    describe('tenants', () => {
      test('what one has, another does not see', async () => {
        await append('one', { count: 2 })
        expect(await valued(ledgers.headers(west))).toEqual([])
        const unknown = { refusal: { code: 'assessment-unknown' } }
        expect(await ledgers.head(west, year)).toMatchObject(unknown)
        expect(await ledgers.read(west, year, 0, 10)).toMatchObject(unknown)
        expect(await ledgers.recall(west, year, batchAfter(start, 'one').key)).toMatchObject(unknown)
        expect(await ledgers.append(west, year, batchAfter(start, 'one'))).toMatchObject(unknown)
      })

      test('assessments of one name are two ledgers', async () => {
        const other = await valued(ledgers.create(headerOf(west, year)))
        await append('one', { count: 2 })
        await valued(ledgers.append(west, year, batchAfter(other, 'two')))
        expect(await chainLength(ledgers, east, year)).toBe(2)
        expect(await chainLength(ledgers, west, year)).toBe(1)
      })
    })

    test('eight that append at once leave no gap and nothing twice', async () => {
      const appender = async (name: string): Promise<void> => {
        for (let n = 0; n < 25;) {
          const head = await valued(ledgers.head(east, year))
          await new Promise((resolve) => setImmediate(resolve))
          const batch = batchAfter(head, `${name} ${n}`, { count: 1 + (n % 3), messages: [messageOf(`${name} ${n}`)] })
          const { kind } = await valued(ledgers.append(east, year, batch))
          if (kind === 'appended') n += 1
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, at) => appender(`appender ${at}`)))
      expect(await chainLength(ledgers, east, year)).toBe(8 * 49)
      expect(await valued(file.outbox.unplanned(east, 1_000))).toHaveLength(8 * 25)
      const names = (await valued(ledgers.read(east, year, 0, 1_000))).map(
        ({ body }) => JSON.parse(body).name as string,
      )
      expect(new Set(names).size).toBe(8 * 25)
    })
  })
}

/** How many entries there are. Throws where the chain breaks. */
async function chainLength(ledgers: LedgerStore, tenantId: TenantId, assessmentId: AssessmentId): Promise<number> {
  let head = genesis(headerOf(tenantId, assessmentId))
  for (;;) {
    const page = await valued(ledgers.read(tenantId, assessmentId, head.seq, 777))
    const found = findChainBreak(head, page, sha256)
    if (found !== null) throw new Error(`the chain breaks at ${found.seq}: ${found.kind}`)
    head = page.at(-1) ?? head
    if (page.length < 777) {
      expect(await valued(ledgers.head(tenantId, assessmentId))).toEqual({ seq: head.seq, digest: head.digest })
      return head.seq
    }
  }
}
