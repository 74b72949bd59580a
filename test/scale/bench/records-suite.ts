import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kept, QueryAnswer } from '../../../src/app/ports/record-store.ts'
import { alternate, type Comparison } from '../../bench/measure.ts'
import type { Row, Size, Suite } from '../../bench/suite.ts'
import { NOTICE } from '../../detections/detection-case.ts'
import { valueOf } from '../../fixtures/people-house.ts'
import { startClickHouse, type ClickHouseShard } from '../engines/clickhouse-server.ts'
import { casesMade } from './made-cases.ts'
import { clusterPeer, duckDbPeer, onOneProcessorEach, type Peer } from './record-peers.ts'

/**
 * What sharding brings to detections: the same cases on one shard, on two, and as Parquet under DuckDB, in one run. The two
 * are servers beside the one, so that each one's peak memory is its own. With all processors to each of them the two can be no
 * faster than the one; so they are asked once more with one processor each, as machines that have no other.
 */
export const recordsSuite: Suite = {
  name: 'records',
  about: `all detections that the shards answer themselves, and one over every case, of a year of 220 centers’ cases; all servers on this machine, whose processors they share`,
  parts: ['10 million', '100 million'],
  quickParts: ['10 million'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    const { shards, stop } = await startClickHouse(3)
    try {
      return await recordRows(part, shards, folder, size)
    } finally {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const BIG = 'online-rate-low'

/** Those two are answered from fetched rows; of a hundred million that is refused. */
const FETCHED = new Set(['hotline-complaint-substantiated', 'general-counter-unbalanced'])

async function recordRows(
  part: string,
  servers: readonly ClickHouseShard[],
  folder: string,
  size: Size,
): Promise<Row[]> {
  const cases = size === 'quick' ? 1_000_000 : Number(part.split(' ')[0]) * 1_000_000
  const all = readdirSync(new URL('detections/', NOTICE))
    .flatMap((name) => /^(.*)\.sql$/u.exec(name)?.[1] ?? [])
    .filter((name) => !FETCHED.has(name))
  const peers = [
    await duckDbPeer(folder, cases),
    await clusterPeer(servers.slice(0, 1), { figure: 'one', folder, cases }),
    await clusterPeer(servers.slice(1), { figure: 'two', folder, cases }),
  ]
  const isOnce = part === '100 million'
  const { refused, comparison } = await triedOnce(peers, size === 'quick' && !isOnce ? [BIG] : all)
  const names = all.filter((name) => !refused.has(name))
  const what = [`${names.length} detections`, ...[...refused].map((name) => `without ${name}`)].join(', ')
  // That they agree was a round to warm up. Of a hundred million once is enough: it takes long beside what disturbs it.
  const whole = isOnce
    ? comparison
    : await alternate(
        { rounds: size === 'quick' ? 1 : 3, warmUps: 0 },
        () => null,
        peers.map(({ ask }) => async () => {
          for (const name of names) valueOf(await ask(name))
        }),
      )
  const big = await alternate(
    { rounds: 3, warmUps: 0 },
    () => null,
    peers.map(
      ({ ask }) =>
        async () =>
          valueOf(await ask(BIG)),
    ),
  )
  const alone = onOneProcessorEach(peers)
  const rounds = size === 'quick' || isOnce ? 1 : 3
  const apart = await alternate(
    { rounds, warmUps: 0 },
    () => null,
    alone.map(({ ask }) => async () => {
      for (const name of names) valueOf(await ask(name))
    }),
  )
  for (const peer of peers) await peer.close()
  const [millions] = part.split(' ')
  return [
    ...rowsOf(what, `${millions}M: detections`, peers, whole, cases),
    ...rowsOf(what, `${millions}M: detections`, alone, apart, cases),
    ...rowsOf(BIG, `${millions}M: ${BIG}`, peers, big, cases).map((row, at) => {
      const peer = peers[at]
      return peer === undefined ? row : { ...row, figures: { ...row.figures, ...costs(`${millions}M`, peer, cases) } }
    }),
  ]
}

/** Throws where they do not answer the same; those that one of them refuses are left out, and the table says so. */
async function triedOnce(
  peers: readonly Peer[],
  names: readonly string[],
): Promise<{ readonly refused: ReadonlySet<string>; readonly comparison: Comparison }> {
  const refused = new Set<string>()
  const sums = peers.map(() => 0)
  for (const name of names) {
    const answers: Kept<QueryAnswer>[] = []
    const took: number[] = []
    for (const { ask } of peers) {
      const start = performance.now()
      answers.push(await ask(name))
      took.push(performance.now() - start)
    }
    if (answers.some(({ ok }) => !ok)) refused.add(name)
    else if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1)
      throw new Error(`the engines differ: ${name}`)
    else for (const [at, milliseconds] of took.entries()) sums[at] = (sums[at] ?? 0) + milliseconds
  }
  const timings = sums.map((sum) => ({ median: sum, least: sum, most: sum, processor: sum }))
  const clockRatios = sums.map((sum) => sum / (sums[0] ?? sum))
  return { refused, comparison: { timings, ratios: clockRatios, clockRatios } }
}

function rowsOf(
  what: string,
  figure: string,
  peers: readonly Peer[],
  { timings, clockRatios }: Comparison,
  cases: number,
): Row[] {
  return peers.map((peer, at): Row => {
    const time = timings[at]
    if (time === undefined) throw new Error('nothing was timed')
    const [fewer, before] = [peers[at - 1], timings[at - 1]]
    const more = fewer !== undefined && before !== undefined && peer.servers.length > 1 ? { fewer, before } : null
    const speedUp = more === null ? Number.NaN : more.before.median / time.median
    return {
      what: `${what}, ${peer.name}${more === null ? '' : ` (${speedUp.toFixed(2)} times as fast as ${more.fewer.name})`}`,
      time,
      per: 'run',
      count: cases,
      unit: 'cases',
      isByClock: true,
      ...(at === 0 ? {} : { ratio: clockRatios[at] ?? 0, than: peers[0]?.name ?? '' }),
      figures: {
        [`${figure} ${peer.figure} s`]: time.median / 1_000,
        ...(more === null ? {} : { [`${figure} ${peer.figure} over ${more.fewer.figure}`]: speedUp }),
      },
    }
  })
}

function costs(part: string, { figure, bytes, fillSeconds, peak }: Peer, cases: number): Record<string, number> {
  const most = peak()
  return {
    [`${part}: ${figure} bytes a case`]: bytes / casesMade(cases),
    [`${part}: ${figure} filled s`]: fillSeconds,
    ...(most === null ? {} : { [`${part}: ${figure} peak MB`]: Math.round(most) }),
  }
}
