import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeDigester } from '../../../src/adapters/digests/node-digester.ts'
import { openPostgresLedger } from '../../../src/adapters/ledger/open-postgres-ledger.ts'
import { openPostgres } from '../../../src/adapters/postgres/open-postgres.ts'
import type { Appended, LedgerStore } from '../../../src/app/ports/ledger-store.ts'
import { id, type AssessmentId } from '../../../src/core/kernel/identifiers.ts'
import type { ChainHead } from '../../../src/core/ledger/chain.ts'
import { alternate, scaled } from '../../bench/measure.ts'
import type { Row, Size, Suite } from '../../bench/suite.ts'
import { kept } from '../../fixtures/acting-office.ts'
import { valued } from '../../conformance/valued.ts'
import { openedLedgerFile } from '../../fixtures/filled-ledger-file.ts'
import { batchAfter, east, genesis, headerOf } from '../../fixtures/ledger-batches.ts'
import { startPostgres } from '../engines/postgres-server.ts'
import { bareAppends, type AppendTo } from './bare-appends.ts'
import { latencies, type Latencies } from './latencies.ts'

/** What it costs that a ledger is kept by a server: appends of one event each, by writers at once. */
export const appendSuite: Suite = {
  name: 'appends',
  about:
    'one event an append, its key with it, fsync on; each writer on an assessment of its own (apart), or all on one',
  parts: ['1 apart', '8 apart', '20 apart', '8 on one', '20 on one'],
  quickParts: ['8 apart', '8 on one'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    const postgres = await startPostgres()
    try {
      return await appendRows(part, folder, postgres.url, size)
    } finally {
      await postgres.stop()
      rmSync(folder, { recursive: true })
    }
  },
}

/** Who appends, the same events each; assessments are its own. */
interface Peer {
  readonly name: string
  readonly figure: string
  readonly append: (writer: Writer, key: string) => Promise<void>
  readonly writers: readonly Writer[]
  readonly took: Latencies
}

/** As a node of its own: where it last saw its ledger stand. */
type Writer = { readonly assessmentId: AssessmentId; head: ChainHead; isOvertaken: boolean }

async function appendRows(part: string, folder: string, url: string, size: Size): Promise<Row[]> {
  const [count = '', , isOne] = part.split(' ')
  const writers = Number(count)
  const [rounds, appends] =
    size === 'quick' ? [2, 10] : isOne === undefined ? [9, Math.ceil(800 / writers)] : [5, Math.ceil(200 / writers)]
  const bare = await bareAppends(url, writers)
  const postgres = kept(await openPostgres({ url, schema: 'ledgers', connections: writers }))
  const stores = kept(await openPostgresLedger(postgres, nodeDigester))
  const sqlite = openedLedgerFile(join(folder, 'ledger.sqlite'))
  const ids = Array.from({ length: writers }, (_, at) => id<AssessmentId>(isOne === undefined ? `a${at}` : 'a'))
  for (const assessmentId of new Set(ids)) await bare.create(assessmentId, genesis(headerOf(east, assessmentId)))
  const peers = [
    peerOf('by hand through pg', 'bare', bareAppend(bare.append), ids),
    await ledgerPeer('PostgreSQL ledger', 'postgres', stores.ledgers, ids),
    await ledgerPeer('SQLite ledger of one machine', 'sqlite', sqlite.ledgers, ids),
  ]
  const work = (peer: Peer) => async () => {
    await Promise.all(peer.writers.map((writer) => write(peer, writer, appends)))
  }
  const warmUps = size === 'quick' ? 0 : 2
  const prepare = (round: number) => {
    if (round === warmUps) for (const { took } of peers) took.forget()
  }
  const { timings, clockRatios } = await alternate({ rounds, warmUps }, prepare, peers.map(work))
  sqlite.close()
  await postgres.close()
  await bare.close()
  return peers.map(({ name, figure, took }, at) => {
    const time = scaled(timings[at] ?? { median: 0, least: 0, most: 0, processor: 0 }, appends * writers)
    const [p50, p99] = [took.percentile(50), took.percentile(99)]
    return {
      what: `${writers} ${isOne === undefined ? 'apart' : 'on one'}: ${name} (p50 ${p50.toPrecision(3)} ms, p99 ${p99.toPrecision(3)} ms)`,
      time,
      per: 'append',
      count: 1,
      unit: 'appends',
      isByClock: true,
      ...(at === 0 ? {} : { ratio: clockRatios[at] ?? Number.NaN, than: 'by hand' }),
      figures: {
        [`${part}: ${figure} appends/s`]: 1000 / time.median,
        [`${part}: ${figure} p50 ms`]: p50,
        [`${part}: ${figure} p99 ms`]: p99,
      },
    }
  })
}

function peerOf(name: string, figure: string, append: Peer['append'], ids: readonly AssessmentId[]): Peer {
  const writers = ids.map((assessmentId) => ({
    assessmentId,
    head: genesis(headerOf(east, assessmentId)),
    isOvertaken: false,
  }))
  return { name, figure, append, writers, took: latencies() }
}

async function ledgerPeer(
  name: string,
  figure: string,
  ledgers: LedgerStore,
  ids: readonly AssessmentId[],
): Promise<Peer> {
  for (const assessmentId of new Set(ids)) await valued(ledgers.create(headerOf(east, assessmentId)))
  return peerOf(name, figure, ledgerAppend(ledgers), ids)
}

let keys = 0

async function write({ append, took }: Peer, writer: Writer, appends: number): Promise<void> {
  for (let n = 0; n < appends; n += 1) {
    const key = `k${(keys += 1)}`
    await took.of(append(writer, key))
  }
}

/** Whoever finds the ledger moved links its event anew and tries again, until it stands. */
function bareAppend(append: AppendTo): Peer['append'] {
  return async (writer, key) => {
    for (;;) {
      const batch = batchAfter(writer.head, key)
      const moved = await append(writer.assessmentId, batch)
      writer.head = moved ?? batch.entries.at(-1) ?? writer.head
      if (moved === null) return
    }
  }
}

/** As nodes do it (`act.ts`): whoever was overtaken appends in the ledger's turn, until nobody appends in between any more. */
function ledgerAppend(ledgers: LedgerStore): Peer['append'] {
  return async (writer, key) => {
    for (;;) {
      const done = writer.isOvertaken
        ? await inTurn(ledgers, writer, key)
        : await valued(ledgers.append(east, writer.assessmentId, batchAfter(writer.head, key)))
      if (done.kind === 'appended') {
        writer.head = done.head
        return
      }
      // A file gives no turns: there somebody else can be faster again.
      writer.isOvertaken = true
    }
  }
}

async function inTurn(ledgers: LedgerStore, writer: Writer, key: string): Promise<Appended> {
  return valued(
    ledgers.inTurn(east, writer.assessmentId, async ({ head, append }) => {
      writer.isOvertaken = head.digest !== writer.head.digest
      return valued(append(batchAfter(head, key)))
    }),
  )
}
