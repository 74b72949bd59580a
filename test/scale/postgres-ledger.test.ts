import { expect, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { memoryLedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import type { MessageId } from '../../src/app/ports/outbox.ts'
import { ledgerLooksConform } from '../conformance/ledger-looks.ts'
import { ledgerStoreConforms } from '../conformance/ledger-store.ts'
import { ledgerTurnsConform } from '../conformance/ledger-turns.ts'
import { outboxConforms } from '../conformance/outbox.ts'
import { rubricArchiveConforms } from '../conformance/rubric-archive.ts'
import { answersLikeMemory } from '../conformance/same-answers.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, genesis, headerOf, messageOf, nextYear, noon, year } from '../fixtures/ledger-batches.ts'
import { damage, openedLedger } from './opened-ledger.ts'

const { node, make } = openedLedger()

ledgerStoreConforms('PostgreSQL', make)
ledgerTurnsConform('PostgreSQL', make)
outboxConforms('PostgreSQL', make)
ledgerLooksConform('PostgreSQL', make)
rubricArchiveConforms('PostgreSQL', make)
const later = openedLedger()
const onWider = async () => {
  await later.widen()
  return later.make()
}
ledgerStoreConforms('PostgreSQL that a newer version has widened', onWider)
outboxConforms('PostgreSQL that a newer version has widened', onWider)
rubricArchiveConforms('PostgreSQL that a newer version has widened', onWider)

const running = openedLedger()

test('a node whose statements are prepared goes on when a newer one adds columns', async () => {
  const one = await running.make()
  await valued(one.ledgers.create(headerOf(east, year)))
  const use = async (key: string) => {
    const head = await valued(one.ledgers.head(east, year))
    const batch = batchAfter(head, key, { messages: [messageOf(key)] })
    expect(await valued(one.ledgers.append(east, year, batch))).toMatchObject({ kind: 'appended' })
    expect(await valued(one.ledgers.recall(east, year, batch.key))).toMatchObject({ kind: 'repeated' })
    expect(await valued(one.ledgers.read(east, year, head.seq, 9))).toEqual(batch.entries)
  }
  await use('m-before')
  await running.widen()
  await use('m-after')
})

answersLikeMemory('PostgreSQL', async () => memoryLedgerFile(nodeDigester), make)

const start = genesis(headerOf(east, year))

/** A ledger of five events, and the messages of the first three. */
async function filled() {
  const house = await make()
  await valued(house.ledgers.create(headerOf(east, year)))
  const messages = ['m1', 'm2', 'm3'].map((name) => messageOf(name))
  await valued(house.ledgers.append(east, year, batchAfter(start, 'one', { count: 3, messages })))
  const head = await valued(house.ledgers.head(east, year))
  await valued(house.ledgers.append(east, year, batchAfter(head, 'two', { count: 2 })))
  return house
}

test.each(['headers', 'events', 'keys'])('rows of %s are never changed, removed or emptied', async (table) => {
  const { postgres } = await filled()
  for (const sql of [
    `UPDATE ${table} SET tenant_id = 'x'`,
    `DELETE FROM ${table}`,
    `TRUNCATE ${table}`,
    `INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1 ON CONFLICT ON CONSTRAINT ${table}_pkey DO UPDATE SET tenant_id = 'x'`,
  ])
    await expect(postgres.pool.query(sql)).rejects.toThrow(`${table} are never`)
})

test.each([
  ['UPDATE heads SET seq = seq - 1', 'heads go forward only'],
  ['DELETE FROM heads', 'heads are never removed'],
  ['TRUNCATE heads', 'heads are never removed'],
])('%s is refused', async (sql, said) => {
  const { postgres } = await filled()
  await expect(postgres.pool.query(sql)).rejects.toThrow(said)
})

const CORRUPTED = (detail: string) => ({
  ok: false,
  refusal: { code: 'store-corrupted', message: expect.stringContaining(`（考核“2021”：${detail}`) },
})

test.each([
  ['an event that is gone', 'DELETE FROM events WHERE seq = 2', '第 2 条读不出'],
  ['the last event gone', 'DELETE FROM events WHERE seq = 5', '第 5 条读不出'],
  ['a digest that is none', "UPDATE events SET digest = 'x' WHERE seq = 4", '第 4 条读不出'],
  ['a head that is gone', 'DELETE FROM heads', '末条的记录与台账不符'],
])('reading: %s is told', async (_what, sql, detail) => {
  const { postgres, ledgers } = await filled()
  await damage(postgres, sql)
  expect(await ledgers.read(east, year, 0, 10)).toMatchObject(CORRUPTED(detail))
})

test.each([
  ['of another digest', `UPDATE heads SET digest = '${'0'.repeat(64)}'`],
  ['of another place', 'UPDATE heads SET seq = 4'],
  ['gone', 'DELETE FROM heads'],
  ['without its event', 'DELETE FROM events WHERE seq = 5'],
])('a head %s is told by who asks for it and by who appends', async (_what, sql) => {
  const { postgres, ledgers } = await filled()
  await damage(postgres, sql)
  const told = CORRUPTED('末条的记录与台账不符')
  expect(await ledgers.head(east, year)).toMatchObject(told)
  expect(await ledgers.append(east, year, batchAfter(start, 'three'))).toMatchObject(told)
})

test.each([
  ['headers', 'UPDATE headers SET notice_digest = rubric_digest, rubric_digest = notice_digest', '卷首的校验和不符'],
  ['keys', 'UPDATE keys SET last_seq = last_seq + 1', '办理编号“one”的校验和不符'],
])('a turned value in %s is told', async (_table, sql, detail) => {
  const { postgres, ledgers } = await filled()
  await damage(postgres, sql)
  const told = { refusal: { code: 'store-corrupted', message: expect.stringContaining(detail) } }
  const [headers, recalled] = [
    await ledgers.headers(east),
    await ledgers.recall(east, year, batchAfter(start, 'one').key),
  ]
  expect([headers, recalled].filter(({ ok }) => !ok)).toMatchObject([told])
})

test('a damaged message or delivery holds up no other', async () => {
  const { postgres, outbox } = await filled()
  for (const name of ['m1', 'm2', 'm3'])
    await valued(outbox.plan(east, name as MessageId, [{ channel: 'mail', receiver: 'a@x', dueAt: noon }]))
  await damage(
    postgres,
    `UPDATE messages SET text = 'x' WHERE message_id = 'm1'; UPDATE deliveries SET attempts = 7 WHERE message_id = 'm2'`,
  )
  expect((await valued(outbox.take(east, noon, noon, 9))).map(({ messageId }) => messageId)).toEqual(['m3'])
  expect(await outbox.take(east, noon, noon, 9)).toMatchObject({ ok: false, refusal: { code: 'store-corrupted' } })
})

test('four nodes that take at once share what there is', async () => {
  const { outbox } = await filled()
  const receivers = Array.from(
    { length: 100 },
    (_, at) => ({ channel: 'mail', receiver: `${at}@x`, dueAt: noon }) as const,
  )
  for (const name of ['m1', 'm2', 'm3']) await valued(outbox.plan(east, name as MessageId, receivers))
  const nodes = await Promise.all(Array.from({ length: 4 }, node))
  const shares = await Promise.all(
    nodes.map(async (one) => {
      const taken: string[] = []
      for (;;) {
        const some = await valued(one.outbox.take(east, noon, noon, 7))
        taken.push(...some.map(({ messageId, receiver }) => `${messageId} ${receiver}`))
        if (some.length === 0) return taken
      }
    }),
  )
  expect(shares.flat()).toHaveLength(300)
  expect(new Set(shares.flat()).size).toBe(300)
})

test('of two nodes that do the same at once, one appends and the other is told that it was done', async () => {
  const { ledgers } = await make()
  await valued(ledgers.create(headerOf(east, year)))
  const nodes = await Promise.all([node(), node()])
  for (let n = 0; n < 20; n += 1) {
    const head = await valued(ledgers.head(east, year))
    const batch = batchAfter(head, `key ${n}`, { messages: n % 2 === 0 ? [] : [messageOf(`m${n}`)] })
    const done = await Promise.all(nodes.map((one) => valued(one.ledgers.append(east, year, batch))))
    expect(done.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'repeated'])
  }
})

test('of two nodes that use a key in two assessments at once, one appends and the other is told', async () => {
  const { ledgers } = await make()
  for (const one of [year, nextYear]) await valued(ledgers.create(headerOf(east, one)))
  const nodes = await Promise.all([node(), node()])
  for (let n = 0; n < 20; n += 1) {
    const done = await Promise.all(
      [year, nextYear].map(async (assessmentId, at) => {
        const head = await valued(ledgers.head(east, assessmentId))
        return valued(nodes[at]?.ledgers.append(east, assessmentId, batchAfter(head, `key ${n}`)) ?? Promise.reject())
      }),
    )
    expect(done.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'key-reused'])
  }
})

test('messages of several nodes and assessments at once have each a place of its own, those of one ledger in its order', async () => {
  const { ledgers, outbox } = await make()
  for (const one of [year, nextYear]) await valued(ledgers.create(headerOf(east, one)))
  const nodes = await Promise.all([node(), node()])
  await Promise.all(
    [year, nextYear].map(async (assessmentId, at) => {
      for (let n = 0; n < 20; n += 1) {
        const appending = nodes[(at + n) % 2] ?? nodes[0]
        const head = await valued(appending.ledgers.head(east, assessmentId))
        const messages = [messageOf(`${at} ${n} a`), messageOf('both'), messageOf(`${at} ${n} b`)]
        await valued(appending.ledgers.append(east, assessmentId, batchAfter(head, `${at} ${n}`, { messages })))
        await valued(
          nodes[1 - at]?.outbox.lay(east, [messageOf(`${at} ${n} c`), messageOf('both')]) ?? Promise.reject(),
        )
      }
    }),
  )
  const all = await valued(outbox.messages(east, [messageOf('x').to], null, 1_000))
  expect(all).toHaveLength(121)
  expect(new Set(all.map(({ place }) => place)).size).toBe(121)
  const names = all.map(({ messageId }) => messageId as string).toReversed()
  for (const at of [0, 1])
    expect(names.filter((name) => name.startsWith(`${at} `))).toEqual(
      Array.from({ length: 20 }, (_, n) => ['a', 'b', 'c'].map((one) => `${at} ${n} ${one}`)).flat(),
    )
})

test.each<[string, far: number, restarts: boolean]>([
  ['were moved here', 1_000_000, true],
  ['a node of a version before laid down meanwhile', 3, false],
])('messages come behind those that %s', async (_which, far, restarts) => {
  const { postgres, ledgers, outbox } = await filled()
  // Where the next one would come, and on from there.
  await damage(postgres, `UPDATE messages SET place = place + ${far}`)
  const { ledgers: later, outbox: beside } = restarts ? await node() : { ledgers, outbox }
  const append = async (): Promise<unknown> => {
    const head = await valued(ledgers.head(east, year))
    const done = await valued(later.append(east, year, batchAfter(head, 'three', { messages: [messageOf('m4')] })))
    return done.kind === 'moved' ? append() : done.kind
  }
  await valued(beside.lay(east, [messageOf('m0')]))
  expect(await append()).toBe('appended')
  const { rows } = await postgres.pool.query<{ message_id: string }>('SELECT message_id FROM messages ORDER BY place')
  expect(rows.map((row) => row.message_id)).toEqual(['m1', 'm2', 'm3', 'm0', 'm4'])
})
