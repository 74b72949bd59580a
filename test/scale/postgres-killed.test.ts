import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import { openPostgres, type Postgres } from '../../src/adapters/postgres/open-postgres.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import type { ChainHead } from '../../src/core/ledger/chain.ts'
import type { Outcome } from '../../src/core/kernel/outcome.ts'
import { findChainBreak } from '../../src/core/ledger/find-chain-break.ts'
import { valued } from '../conformance/valued.ts'
import { batchAfter, east, genesis, headerOf, messageOf, sha256 } from '../fixtures/ledger-batches.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { browserAt } from '../server/browser-at.ts'
import { startServer } from '../server/started-server.ts'
import { startPostgres, type PostgresServer } from './engines/postgres-server.ts'

let server: PostgresServer
const opened: Postgres[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  for (const postgres of opened) await postgres.close()
  await server.stop()
})

async function ledgersIn(schema: string) {
  const postgres = valueOf(await openPostgres({ url: server.url, schema, connections: 10 }))
  opened.push(postgres)
  return { postgres, ...valueOf(await openPostgresLedger(postgres, nodeDigester)) }
}

const WRITERS = 20
const LEDGERS = 4
const EACH = 25

interface Written {
  readonly assessmentId: AssessmentId
  readonly key: string
  readonly firstSeq: number
  readonly lastSeq: number
}

test('PostgreSQL killed twice under 20 writers: what was acknowledged is there once, and nothing else', async () => {
  const { postgres, ledgers, outbox } = await ledgersIn('killed')
  const streams = Array.from({ length: LEDGERS }, (_, at) => id<AssessmentId>(`a${at}`))
  for (const assessmentId of streams) await valued(ledgers.create(headerOf(east, assessmentId)))
  const acknowledged: Written[] = []
  const refusals: { readonly code: string; readonly message: string }[] = []
  const marks: { readonly at: number; readonly pass: () => void }[] = []
  const until = async (at: number) => new Promise<void>((pass) => void marks.push({ at, pass }))

  /** The value; null where the server was away. */
  const asked = async <Value>(outcome: Promise<Outcome<Value>>): Promise<Value | null> => {
    const settled = await outcome
    if (settled.ok) return settled.value
    refusals.push(settled.refusal)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return null
  }
  /** Whoever had no answer, or was told that the ledger stands elsewhere, does the same again under the same key. */
  const write = async (assessmentId: AssessmentId, key: string, count: number): Promise<Written> => {
    const messages = count === 2 ? [messageOf(key)] : []
    const after = (head: ChainHead) => batchAfter(head, key, { count, messages })
    /** Some in the ledger's turn, as nodes that were overtaken do. */
    const append = async () => {
      if (count < 3) {
        const head = await ledgers.head(east, assessmentId)
        return head.ok ? ledgers.append(east, assessmentId, after(head.value)) : head
      }
      const turn = await ledgers.inTurn(east, assessmentId, ({ head, append: inTurn }) => inTurn(after(head)))
      return turn.ok ? turn.value : turn
    }
    for (;;) {
      const done = await asked(append())
      if (done?.kind === 'appended')
        return { assessmentId, key, firstSeq: done.head.seq - count + 1, lastSeq: done.head.seq }
      if (done?.kind === 'repeated') return { assessmentId, key, firstSeq: done.firstSeq, lastSeq: done.lastSeq }
      if (done?.kind === 'key-reused') throw new Error(`${key} was used for something else`)
    }
  }
  const writer = async (at: number) => {
    for (let n = 0; n < EACH; n += 1) {
      acknowledged.push(await write(streams[at % LEDGERS] ?? id('none'), `w${at}-${n}`, 1 + (n % 3)))
      for (const mark of marks) if (acknowledged.length >= mark.at) mark.pass()
    }
  }
  const kill = async (at: number) => {
    await until(at)
    await server.kill()
    const before = refusals.length
    while (refusals.length < before + 2 * WRITERS) await new Promise((resolve) => setTimeout(resolve, 5))
    await server.start()
  }
  const total = WRITERS * EACH
  const killing = (async () => {
    await kill(Math.floor(total / 4))
    await kill(Math.floor(total / 2))
  })()
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => writer(at)))
  await killing

  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['store-unreachable']))
  for (const { message } of refusals) expect(message).toContain(postgres.place)

  const found: Written[] = []
  for (const assessmentId of streams) {
    const entries = await valued(ledgers.read(east, assessmentId, 0, 10_000))
    expect(findChainBreak(genesis(headerOf(east, assessmentId)), entries, sha256)).toBeNull()
    const head = await valued(ledgers.head(east, assessmentId))
    expect(head.seq).toBe(entries.length)
    const ranges = new Map<string, Written>()
    for (const { seq, body } of entries) {
      const key = (JSON.parse(body) as { readonly name: string }).name.replace('中心 ', '')
      const range = ranges.get(key) ?? { assessmentId, key, firstSeq: seq, lastSeq: seq }
      ranges.set(key, { ...range, lastSeq: seq })
    }
    found.push(...ranges.values())
  }
  const byKey = (one: Written, other: Written) => (one.key < other.key ? -1 : 1)
  expect(found.toSorted(byKey)).toEqual(acknowledged.toSorted(byKey))
  expect(acknowledged).toHaveLength(total)
  const told = acknowledged.filter(({ firstSeq, lastSeq }) => lastSeq === firstSeq + 1)
  const messages = await valued(outbox.messages(east, [messageOf('x').to], null, 10_000))
  expect(messages.map(({ messageId }) => messageId as string).toSorted()).toEqual(told.map(({ key }) => key).toSorted())
  expect(new Set(messages.map(({ place }) => place)).size).toBe(messages.length)
})

test('a server outlives its database: it says that it is away, and goes on when it is back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-outlives-'))
  const environment = { MINGHENG_DATABASE_URL: server.url, MINGHENG_DATABASE_SCHEMA: 'outlives' }
  const started = await startServer(folder, { environment })
  try {
    const ask = browserAt(started.address)
    const password = /一次性密码 (\S+)/.exec(started.output())?.[1] ?? ''
    expect(await ask('POST', '/api/v1/session', { username: 'admin', password })).toMatchObject({ status: 200 })
    await server.kill()
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 503 })
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200 })
    const away = { status: 503, told: { code: 'store-unreachable', detail: expect.stringContaining('连不上数据库') } }
    expect(await ask('GET', '/api/v1/me')).toMatchObject(away)
    await server.start()
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 200 })
    expect(await ask('GET', '/api/v1/me')).toMatchObject({ status: 200, told: { name: '管理员' } })
    expect(await started.end('SIGTERM')).toBe(0)
    expect(started.log()).not.toContain('"bug"')
  } finally {
    await started.end('SIGKILL')
    rmSync(folder, { recursive: true })
  }
})
