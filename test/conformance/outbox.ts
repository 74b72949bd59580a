import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Audience, Delivery, MessageId, Outbox, PlacedMessage } from '../../src/app/ports/outbox.ts'
import { plusSeconds } from '../../src/core/kernel/elapsed.ts'
import { id, type CenterId, type PersonId, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { east, headerOf, messageOf, noon, west, year } from '../fixtures/ledger-batches.ts'
import type { MakeLedgerFile } from './ledger-store.ts'
import { valued } from './valued.ts'

/** What every outbox does, whatever keeps it. */
export function outboxConforms(name: string, make: MakeLedgerFile): void {
  describe(`outbox in ${name}`, () => {
    let file: Awaited<ReturnType<MakeLedgerFile>>
    let outbox: Outbox
    beforeEach(async () => {
      file = await make()
      outbox = file.outbox
      for (const tenant of [east, west]) await valued(file.ledgers.create(headerOf(tenant, year)))
    })
    afterEach(() => file.close())

    const lay = (...names: readonly string[]) =>
      valued(
        outbox.lay(
          east,
          names.map((one) => messageOf(one)),
        ),
      )
    const unplanned = async (tenant = east) =>
      (await valued(outbox.unplanned(tenant, 100))).map(({ messageId }) => messageId)
    const plan = (name: string, ...receivers: readonly string[]) =>
      valued(
        outbox.plan(
          east,
          name as MessageId,
          receivers.map((receiver) => mailTo(receiver)),
        ),
      )
    const take = async (now = noon, staleSince = plusSeconds(now, -60), limit = 100) =>
      valued(outbox.take(east, now, staleSince, limit))

    describe('messages', () => {
      test('the same message is laid down once', async () => {
        await lay('m1', 'm2')
        await lay('m2', 'm3', 'm3')
        expect(await unplanned()).toEqual(['m1', 'm2', 'm3'])
      })

      test('one is read as it was written', async () => {
        const message = { ...messageOf('m1'), text: '“甲”\n\u0001 𠮷 👩‍👩‍👧' }
        await valued(outbox.lay(east, [message]))
        expect(await valued(outbox.unplanned(east, 1))).toEqual([message])
        expect(await valued(outbox.messages(east, [message.to], null, 1))).toEqual([
          { ...message, place: expect.any(Number) as number },
        ])
      })

      const center: Audience = { kind: 'center', centerId: id<CenterId>('c1') }
      const role: Audience = { kind: 'role', role: 'c1' }
      const person: Audience = { kind: 'person', personId: id<PersonId>('c1') }

      test.each<[string, readonly Audience[], readonly string[]]>([
        ['a center', [center], ['m4', 'm1']],
        ['a role of the same name', [role], ['m2']],
        ['a person of the same name', [person], ['m3']],
        ['several, one of them twice', [person, center, center], ['m4', 'm3', 'm1']],
        ['nobody', [], []],
        ['somebody to whom nothing was said', [{ kind: 'role', role: 'c2' }], []],
      ])('to %s, newest first', async (_whom, audiences, expected) => {
        const all = [center, role, person, center].map((to, at) => messageOf(`m${at + 1}`, to))
        await valued(outbox.lay(east, all))
        const found = await valued(outbox.messages(east, audiences, null, 10))
        expect(found.map(({ messageId }) => messageId)).toEqual(expected)
      })

      test('are read in pages', async () => {
        const all = Array.from({ length: 7 }, (_, at) => messageOf(`m${at}`, at % 2 === 0 ? center : person))
        await valued(outbox.lay(east, all))
        const read: string[] = []
        for (let before: number | null = null; ;) {
          const page: readonly PlacedMessage[] = await valued(outbox.messages(east, [center, person], before, 3))
          read.push(...page.map(({ messageId }) => messageId))
          before = page.at(-1)?.place ?? null
          if (page.length < 3) break
        }
        expect(read).toEqual(['m6', 'm5', 'm4', 'm3', 'm2', 'm1', 'm0'])
      })
    })

    describe('plans', () => {
      test('a plan is made once', async () => {
        await lay('m1', 'm2')
        await plan('m1', 'a@x', 'b@x')
        await plan('m1', 'c@x')
        expect(await unplanned()).toEqual(['m2'])
        expect((await take()).map(({ receiver }) => receiver)).toEqual(['a@x', 'b@x'])
      })

      test('where nobody is to be told, the message is planned all the same', async () => {
        await lay('m1')
        await plan('m1')
        await plan('m1', 'a@x')
        expect(await unplanned()).toEqual([])
        expect(await take()).toEqual([])
        expect(await valued(outbox.messages(east, [messageOf('m1').to], null, 9))).toHaveLength(1)
      })

      test('a message that is not there has no plan', async () => {
        await plan('m1', 'a@x')
        expect(await take()).toEqual([])
      })

      test('unplanned messages come oldest first, so many at a time', async () => {
        await lay('m3', 'm1', 'm2')
        expect((await valued(outbox.unplanned(east, 2))).map(({ messageId }) => messageId)).toEqual(['m3', 'm1'])
      })
    })

    describe('deliveries', () => {
      beforeEach(() => lay('m1', 'm2'))
      const delivery = { messageId: 'm1' as MessageId, channel: 'mail', receiver: 'a@x' } as const
      const counts = () => valued(outbox.counts(east))

      test('one is taken with its message, by one worker', async () => {
        await plan('m1', 'a@x')
        const taken = { ...delivery, attempts: 1, state: 'sending', dueAt: noon, lastError: null }
        expect(await take()).toEqual([{ ...taken, message: messageOf('m1') }])
        expect(await take()).toEqual([])
      })

      test('workers that take at once share what there is', async () => {
        await plan('m1', 'a@x', 'b@x', 'c@x', 'd@x')
        await plan('m2', 'a@x', 'b@x', 'c@x', 'd@x')
        const shares = await Promise.all(Array.from({ length: 5 }, () => take(noon, plusSeconds(noon, -60), 2)))
        expect(shares.map((share) => share.length).toSorted((a, b) => a - b)).toEqual([0, 2, 2, 2, 2])
        expect(new Set(shares.flat().map(({ messageId, receiver }) => `${messageId} ${receiver}`)).size).toBe(8)
      })

      test('those due first are taken first, those not yet due are not', async () => {
        const at = (seconds: number) => ({ ...mailTo(`${seconds}@x`), dueAt: plusSeconds(noon, seconds) })
        await valued(outbox.plan(east, delivery.messageId, [at(0), at(-9), at(1)]))
        expect((await take()).map(({ receiver }) => receiver)).toEqual(['-9@x', '0@x'])
        expect(await counts()).toEqual({ waiting: 1, sending: 2, sent: 0, 'given-up': 0 })
      })

      test('one whose worker died is due again', async () => {
        await plan('m1', 'a@x')
        await take()
        expect(await take(plusSeconds(noon, 60), noon)).toEqual([])
        expect(await take(plusSeconds(noon, 61), plusSeconds(noon, 1))).toMatchObject([{ attempts: 2 }])
        expect(await take(plusSeconds(noon, 61), plusSeconds(noon, 1))).toEqual([])
      })

      test('one that was sent is never taken again', async () => {
        await plan('m1', 'a@x')
        await take()
        await valued(outbox.settle(east, delivery, { state: 'sent', at: noon }))
        expect(await take(plusSeconds(noon, 1e6), plusSeconds(noon, 1e6))).toEqual([])
        expect(await counts()).toEqual({ waiting: 0, sending: 0, sent: 1, 'given-up': 0 })
      })

      test('one that failed waits until it is due again, and says why', async () => {
        await plan('m1', 'a@x')
        await take()
        const dueAt = plusSeconds(noon, 300)
        await valued(outbox.settle(east, delivery, { state: 'waiting', dueAt, error: '对方服务器忙' }))
        expect(await take(plusSeconds(noon, 299), noon)).toEqual([])
        expect(await take(dueAt)).toMatchObject([{ attempts: 2, dueAt, lastError: '对方服务器忙' }])
      })

      test('one that was given up stays so', async () => {
        await plan('m1', 'a@x')
        await take()
        await valued(outbox.settle(east, delivery, { state: 'given-up', error: '地址不存在' }))
        expect(await take(plusSeconds(noon, 1e6), plusSeconds(noon, 1e6))).toEqual([])
        expect(await counts()).toMatchObject({ 'given-up': 1 })
      })

      test.each<[string, Parameters<Outbox['settle']>[2], Delivery['state']]>([
        ['a late failure does not undo what was sent', { state: 'given-up', error: 'x' }, 'sent'],
        ['a late retry does not undo what was sent', { state: 'waiting', dueAt: noon, error: 'x' }, 'sent'],
      ])('%s', async (_title, late, expected) => {
        await plan('m1', 'a@x')
        await take()
        await valued(outbox.settle(east, delivery, { state: 'sent', at: noon }))
        await valued(outbox.settle(east, delivery, late))
        expect(await counts()).toMatchObject({ [expected]: 1 })
      })

      test('what was sent counts, even where another worker has given it back', async () => {
        await plan('m1', 'a@x')
        await take()
        await valued(outbox.settle(east, delivery, { state: 'waiting', dueAt: noon, error: 'x' }))
        await valued(outbox.settle(east, delivery, { state: 'sent', at: noon }))
        expect(await take()).toEqual([])
      })

      test('settling what is not there does nothing', async () => {
        await valued(outbox.settle(east, delivery, { state: 'sent', at: noon }))
        expect(await counts()).toEqual({ waiting: 0, sending: 0, sent: 0, 'given-up': 0 })
      })
    })

    describe('who has something to be done', () => {
      const due = async (now = noon, staleSince = plusSeconds(now, -60)) => valued(outbox.dueTenants(now, staleSince))
      const late = plusSeconds(noon, 61)
      const sent = { state: 'sent', at: noon } as const
      const again = { state: 'waiting', dueAt: plusSeconds(noon, 30), error: 'x' } as const
      const settle = (result: Parameters<Outbox['settle']>[2]) =>
        valued(outbox.settle(east, { messageId: 'm1' as MessageId, ...mailTo('a@x') }, result))

      test.each<[string, () => Promise<unknown>, now: readonly TenantId[], later: readonly TenantId[]]>([
        ['nothing was said', async () => null, [], []],
        ['a message is not planned', () => lay('m1'), [east], [east]],
        ['nobody is to be told', async () => [await lay('m1'), await plan('m1')], [], []],
        ['one is to be told', async () => [await lay('m1'), await plan('m1', 'a@x')], [east], [east]],
        ['it was taken a minute ago', async () => [await lay('m1'), await plan('m1', 'a@x'), await take()], [], [east]],
        [
          'it failed',
          async () => [await lay('m1'), await plan('m1', 'a@x'), await take(), await settle(again)],
          [],
          [east],
        ],
        [
          'it was sent',
          async () => [await lay('m1'), await plan('m1', 'a@x'), await take(), await settle(sent)],
          [],
          [],
        ],
      ])('where %s', async (_what, before, now, later) => {
        await before()
        expect([await due(), await due(late)]).toEqual([now, later])
      })

      test('each tenant once', async () => {
        await lay('m1', 'm2')
        await plan('m1', 'a@x', 'b@x')
        await valued(outbox.lay(west, [messageOf('m1')]))
        expect(await due()).toEqual([east, west])
      })
    })

    test('what one tenant has, another neither sees nor moves', async () => {
      await lay('m1')
      expect(await unplanned(west)).toEqual([])
      expect(await valued(outbox.messages(west, [messageOf('m1').to], null, 9))).toEqual([])
      await valued(outbox.plan(west, 'm1' as MessageId, [mailTo('a@x')]))
      expect(await unplanned()).toEqual(['m1'])
      await plan('m1', 'a@x')
      expect(await valued(outbox.take(west, noon, noon, 9))).toEqual([])
      await take()
      await valued(outbox.settle(west, { messageId: 'm1' as MessageId, ...mailTo('a@x') }, { state: 'sent', at: noon }))
      expect(await valued(outbox.counts(east))).toMatchObject({ sending: 1, sent: 0 })
      expect(await valued(outbox.counts(west))).toMatchObject({ sending: 0 })
      await valued(outbox.lay(west, [messageOf('m2')]))
      await valued(outbox.plan(west, 'm2' as MessageId, [mailTo('b@x')]))
      expect(await valued(outbox.totals())).toEqual({ waiting: 1, sending: 1, sent: 0, 'given-up': 0 })
    })

    test('the same message is one of each tenant', async () => {
      await lay('m1')
      await valued(outbox.lay(west, [messageOf('m1')]))
      expect([await unplanned(east), await unplanned(west)]).toEqual([['m1'], ['m1']])
    })
  })
}

function mailTo(receiver: string) {
  return { channel: 'mail', receiver, dueAt: noon } as const
}
