import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LedgerStore, LedgerTurn } from '../../src/app/ports/ledger-store.ts'
import { batchAfter, east, genesis, headerOf, messageOf, nextYear, west, year } from '../fixtures/ledger-batches.ts'
import type { MakeLedgerFile } from './ledger-store.ts'
import { valued } from './valued.ts'

/** What every ledger store does in a turn, whatever keeps it. */
export function ledgerTurnsConform(name: string, make: MakeLedgerFile): void {
  describe(`turns at ledgers in ${name}`, () => {
    let file: Awaited<ReturnType<MakeLedgerFile>>
    let ledgers: LedgerStore
    const start = genesis(headerOf(east, year))
    beforeEach(async () => {
      file = await make()
      ledgers = file.ledgers
      await valued(ledgers.create(headerOf(east, year)))
    })
    afterEach(() => file.close())

    const append = async (key: string) =>
      valued(ledgers.append(east, year, batchAfter(await valued(ledgers.head(east, year)), key)))

    test('in its turn a ledger says where it stands and takes what follows', async () => {
      await append('one')
      const head = await valued(ledgers.head(east, year))
      const batch = batchAfter(head, 'two', { count: 2, messages: [messageOf('m1')] })
      const done = await valued(
        ledgers.inTurn(east, year, async (turn) => [turn.head, await valued(turn.append(batch))]),
      )
      expect(done).toEqual([head, { kind: 'appended', head: await valued(ledgers.head(east, year)) }])
      expect(await valued(ledgers.head(east, year))).toMatchObject({ seq: 3 })
      expect(await valued(file.outbox.unplanned(east, 10))).toEqual([messageOf('m1')])
    })

    test('what was done under the key is answered in a turn too', async () => {
      await append('one')
      const again = (turn: LedgerTurn) => valued(turn.append(batchAfter(turn.head, 'one')))
      expect(await valued(ledgers.inTurn(east, year, again))).toEqual({ kind: 'repeated', firstSeq: 1, lastSeq: 1 })
    })

    test.each<[string, (turn: LedgerTurn) => Promise<unknown>]>([
      ['does nothing', async () => null],
      ['stands elsewhere', async (turn) => valued(turn.append(batchAfter({ ...turn.head, seq: 7 }, 'two')))],
      ['throws', async () => Promise.reject(new Error('broken'))],
    ])('who %s leaves the ledger as it was, and to others', async (_what, work) => {
      await ledgers.inTurn(east, year, work).catch((error: unknown) => expect(error).toEqual(new Error('broken')))
      expect(await valued(ledgers.head(east, year))).toEqual(start)
      expect(await append('one')).toMatchObject({ kind: 'appended' })
    })

    test('no turn at an assessment that is not there', async () => {
      const refusal = { ok: false, refusal: { code: 'assessment-unknown' } }
      expect(await ledgers.inTurn(east, nextYear, async () => null)).toMatchObject(refusal)
      expect(await ledgers.inTurn(west, year, async () => null)).toMatchObject(refusal)
    })
  })
}
