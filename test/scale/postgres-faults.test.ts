import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, inject, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import { openPostgres } from '../../src/adapters/postgres/open-postgres.ts'
import type { StoreFaultCode } from '../../src/app/ports/store-fault.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, headerOf, messageOf, year } from '../fixtures/ledger-batches.ts'
import { valueOf } from '../fixtures/people-house.ts'
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
  // Asked one after another they use one connection; one that was refused something is not used again.
  const becomes = async () => standby.postgres.pool.query('SET default_transaction_read_only = on')
  const told = {
    ok: false,
    refusal: { code: 'store-read-only', message: expect.stringContaining(postgres.place) },
  }
  for (const messages of [[], [messageOf('m1')]]) {
    await becomes()
    expect(await valued(standby.ledgers.head(east, year))).toEqual(head)
    expect(await standby.ledgers.append(east, year, batchAfter(head, 'one', { messages }))).toMatchObject(told)
  }
  await becomes()
  expect(await standby.postgres.store('ledger', [])).toMatchObject(told)
  expect(await valued(ledgers.append(east, year, batchAfter(head, 'one')))).toMatchObject({ kind: 'appended' })
})

test('a server that falls silent is told of and not waited for, and the same done again is not done twice', async () => {
  const { ledgers, postgres } = await make()
  const head = await valued(ledgers.create(headerOf(east, year)))
  const between = await silencer(inject('postgresUrl'))
  const far = valueOf(await openPostgres({ url: between.url, schema: postgres.schema, connections: 2, answerMs: 500 }))
  try {
    const { ledgers: distant } = valueOf(await openPostgresLedger(far, nodeDigester))
    between.silence()
    const batch = batchAfter(head, 'one', { messages: [messageOf('m1')] })
    for (const answer of [await distant.append(east, year, batch), await distant.head(east, year)])
      expect(answer).toMatchObject({
        ok: false,
        refusal: { code: 'store-unreachable', message: expect.stringContaining(far.place) },
      })
    between.speak()
    expect(['appended', 'repeated']).toContain((await valued(distant.append(east, year, batch))).kind)
    expect(await valued(distant.head(east, year))).toMatchObject({ seq: 1 })
  } finally {
    await far.close()
    await between.close()
  }
})

/** A wire to the server that can go dead without breaking: whatever was on it then is lost with its connection. */
async function silencer(url: string) {
  const { hostname: host, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isSilent = false
  const wire = createServer((near) => {
    const far = connect(Number(port), host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => void (isSilent || to.write(bytes)))
      from.on('close', () => to.destroy())
      from.on('error', () => undefined)
    }
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const { port: own } = wire.address() as AddressInfo
  return {
    url: url.replace(`:${port}`, `:${own}`),
    silence: () => void (isSilent = true),
    speak: () => void (isSilent = false),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await once(wire.close(), 'close')
    },
  }
}
