import { expect, test } from 'vitest'
import type { StoreFaultCode } from '../../src/app/ports/store-fault.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, headerOf, messageOf, year } from '../fixtures/ledger-batches.ts'
import { openedLedger } from './opened-ledger.ts'

const { node, make } = openedLedger()

/** As the server itself answers them: a trigger raises what a disk or a switch-over would. */
test.each<[sqlstate: string, code: StoreFaultCode]>([
  ['53100', 'store-full'],
  ['25006', 'store-read-only'],
  ['XX001', 'store-corrupted'],
  ['53300', 'store-busy'],
  ['55P03', 'store-busy'],
  ['57P01', 'store-unreachable'],
])(
  'where PostgreSQL answers %s, the append is refused as %s, nothing of it stays, and the next one is taken',
  async (sqlstate, code) => {
    const { postgres, ledgers, outbox } = await make()
    const head = await valued(ledgers.create(headerOf(east, year)))
    await postgres.pool.query(`
    CREATE OR REPLACE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'as if' USING ERRCODE = '${sqlstate}'; END $$;
    CREATE TRIGGER fails BEFORE INSERT ON keys FOR EACH ROW EXECUTE FUNCTION fails()`)
    for (const messages of [[], [messageOf('m1')]])
      expect(await ledgers.append(east, year, batchAfter(head, 'one', { messages }))).toMatchObject({
        ok: false,
        refusal: { code, message: expect.stringContaining(postgres.place) },
      })
    await postgres.pool.query('DROP TRIGGER fails ON keys')
    expect(await valued(ledgers.head(east, year))).toEqual(head)
    expect(await valued(outbox.unplanned(east, 9))).toEqual([])
    expect(await valued(ledgers.append(east, year, batchAfter(head, 'one')))).toMatchObject({ kind: 'appended' })
  },
)

test('a server that has become a standby takes nothing, is read, and is told of at a start', async () => {
  const { ledgers, postgres } = await make()
  const head = await valued(ledgers.create(headerOf(east, year)))
  const standby = await node()
  // One after another they are asked over the same connection.
  await standby.postgres.pool.query('SET default_transaction_read_only = on')
  const told = {
    ok: false,
    refusal: { code: 'store-read-only', message: expect.stringContaining(postgres.place) },
  }
  for (const messages of [[], [messageOf('m1')]])
    expect(await standby.ledgers.append(east, year, batchAfter(head, 'one', { messages }))).toMatchObject(told)
  expect(await valued(standby.ledgers.head(east, year))).toEqual(head)
  expect(await standby.postgres.store('ledger', [])).toMatchObject(told)
  expect(await valued(ledgers.append(east, year, batchAfter(head, 'one')))).toMatchObject({ kind: 'appended' })
})
