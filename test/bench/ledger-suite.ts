import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppendBatch, LedgerStore } from '../../src/app/ports/ledger-store.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { id, type AssessmentId } from '../../src/core/kernel/identifiers.ts'
import { linkEvents, type ChainHead } from '../../src/core/ledger/chain.ts'
import { findChainBreak } from '../../src/core/ledger/find-chain-break.ts'
import type { LedgerEvent } from '../../src/core/ledger/ledger-event.ts'
import { valued } from '../conformance/valued.ts'
import { openedLedgerFile } from '../fixtures/filled-ledger-file.ts'
import { east, genesis, headerOf, sha256, year } from '../fixtures/ledger-batches.ts'
import { bareInserts } from './bare-inserts.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { alternate, scaled, timed, type Timing } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** What lasting costs: appends against bare inserts that last as well, and a long ledger opened, read and checked. */
export const ledgerSuite: Suite = {
  name: 'ledger',
  about: 'events as canonical JSON, chained, with idempotency keys, on the disk (WAL, synchronous FULL)',
  parts: ['single', 'together', 'batches', 'million'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    try {
      if (part === 'million') return await millionRows(folder, size)
      if (part === 'together') return await togetherRows(folder, size)
      return await appendRows(folder, part === 'single' ? 1 : 100, size)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function appendRows(folder: string, batch: number, size: Size): Promise<Row[]> {
  const [rounds, appends] = size === 'quick' ? [2, 5] : batch === 1 ? [30, 500] : [30, 30]
  const { ledgers, close } = openedLedgerFile(join(folder, 'ledger.sqlite'))
  const insert = bareInserts(join(folder, 'bare.sqlite'))
  const events = await endlessEvents()
  let head = await valued(ledgers.create(headerOf(east, year)))
  const prepare = () => {
    const given = Array.from({ length: appends }, (_, n) => events(head.seq + n * batch, batch))
    const linked = bareBatches(head, given)
    return { given, linked }
  }
  const { timings, ratios, clockRatios } = await alternate({ rounds, warmUps: size === 'quick' ? 1 : 3 }, prepare, [
    ({ linked }) => insert(linked),
    async ({ given }) => {
      for (const batch of given) head = await append(ledgers, head, batch)
    },
  ])
  close()
  const what = `Mingheng, ${batch === 1 ? 'one event' : `${batch} events`} an append`
  return comparedRows(what, batch, appends, timings, clockRatios[1], ratios[1])
}

function comparedRows(
  what: string,
  batch: number,
  appends: number,
  timings: readonly Timing[],
  ratio = Number.NaN,
  byProcessor = Number.NaN,
): Row[] {
  const [bare, ours] = timings.map((time) => scaled(time, appends))
  if (!bare || !ours) throw new Error('nothing was timed')
  const shared = { per: batch === 1 ? 'append' : `${batch} events`, count: batch, unit: 'events', isByClock: true }
  const compared = { ratio, than: 'bare', aim: 'within 1.5x', isReached: ratio <= 1.5 }
  return [
    { what: `bare SQLite inserts of the same bytes, ${batch === 1 ? 'one' : batch} a commit`, time: bare, ...shared },
    { what: `${what} (${byProcessor.toFixed(2)}x by processor)`, time: ours, ...compared, ...shared },
  ]
}

/** What bare inserts are given: linked and digested before the time is taken. */
function bareBatches(after: ChainHead, given: readonly LedgerEvent[][]): AppendBatch[] {
  let head = after
  return given.map((events) => {
    const expected = head
    const entries = linkEvents(expected, events, sha256)
    head = entries.at(-1) ?? head
    const key = { key: `${year}-${expected.seq}`, request: expected.digest }
    return { expected, entries, key, messages: [] }
  })
}

const AT_ONCE = 8

/** Eight ledgers appended to at once, as by a server: what is asked for in one turn shares a commit. */
async function togetherRows(folder: string, size: Size): Promise<Row[]> {
  const [rounds, appends] = size === 'quick' ? [2, 5] : [30, 100]
  const { ledgers, close } = openedLedgerFile(join(folder, 'ledger.sqlite'))
  const insert = bareInserts(join(folder, 'bare.sqlite'))
  const events = await endlessEvents()
  const headers = Array.from({ length: AT_ONCE }, (_, at) => headerOf(east, id<AssessmentId>(`a${at}`)))
  const heads = await Promise.all(headers.map((header) => valued(ledgers.create(header))))
  let bareHead = genesis(headerOf(east, year))
  const prepare = () => {
    const linked = bareBatches(
      bareHead,
      Array.from({ length: appends * AT_ONCE }, (_, n) => events(bareHead.seq + n, 1)),
    )
    bareHead = linked.at(-1)?.entries[0] ?? bareHead
    return { linked, given: heads.map((head) => Array.from({ length: appends }, (_, n) => events(head.seq + n, 1))) }
  }
  const { timings, ratios, clockRatios } = await alternate({ rounds, warmUps: size === 'quick' ? 1 : 3 }, prepare, [
    ({ linked }) => insert(linked),
    async ({ given }) => {
      const appender = async (batches: readonly LedgerEvent[][], at: number): Promise<void> => {
        const { assessmentId } = headers[at] ?? headerOf(east, year)
        for (const batch of batches) heads[at] = await append(ledgers, heads[at] ?? bareHead, batch, assessmentId)
      }
      await Promise.all(given.map(appender))
    },
  ])
  close()
  const what = `Mingheng, one event an append, ${AT_ONCE} ledgers at once`
  return comparedRows(what, 1, appends * AT_ONCE, timings, clockRatios[1], ratios[1])
}

/** As an act does it: the events linked, the request digested, all of it laid down with its key. */
async function append(
  ledgers: LedgerStore,
  head: ChainHead,
  events: readonly LedgerEvent[],
  assessmentId = year,
): Promise<ChainHead> {
  const entries = linkEvents(head, events, sha256)
  const key = {
    key: `${assessmentId}-${head.seq}`,
    request: sha256(canonicalJson({ actor: 'assessor-1', body: events[0] })),
  }
  const appended = await valued(ledgers.append(east, assessmentId, { expected: head, entries, key, messages: [] }))
  if (appended.kind !== 'appended') throw new Error(`${appended.kind} at ${head.seq}`)
  return appended.head
}

const PAGE = 2_000

async function millionRows(folder: string, size: Size): Promise<Row[]> {
  const count = size === 'quick' ? 10_000 : 1_000_000
  const path = join(folder, 'ledger.sqlite')
  const events = await endlessEvents()
  const fill = async (): Promise<void> => {
    const { ledgers, close } = openedLedgerFile(path)
    let head = await valued(ledgers.create(headerOf(east, year)))
    while (head.seq < count) head = await append(ledgers, head, events(head.seq, 1_000))
    close()
  }
  const filled = await timed(1, 0, fill)
  const open = async (): Promise<void> => {
    const { ledgers, close } = openedLedgerFile(path)
    if ((await valued(ledgers.head(east, year))).seq !== count) throw new Error('events are missing')
    close()
  }
  const opened = await timed(size === 'quick' ? 1 : 9, 1, open)
  const { ledgers, check, close } = openedLedgerFile(path)
  const read = await timed(size === 'quick' ? 1 : 3, 0, () => readAll(ledgers, count))
  const held = Math.round(process.memoryUsage().rss / 2 ** 20)
  const checked = await timed(1, 0, async () => {
    const { damages, sound } = await valued(check())
    if (damages.length > 0 || sound.events !== count) throw new Error('the store does not hold')
  })
  close()
  const megabytes = Math.round(statSync(path).size / 2 ** 20)
  const shared = { count, unit: 'events', isByClock: true }
  const named = count.toLocaleString('en')
  return [
    {
      what: `append ${named} events in batches of 1,000 (${megabytes} MB on the disk)`,
      time: filled,
      per: 'ledger',
      ...shared,
    },
    { what: `open the file and ask where it stands`, time: opened, per: 'start', isByClock: true },
    { what: `read it in pages and check its chain (${held} MB then)`, time: read, per: 'ledger', ...shared },
    { what: 'check the whole store (pages, chains, heads, keys)', time: checked, per: 'store', ...shared },
  ]
}

async function readAll(ledgers: LedgerStore, count: number): Promise<void> {
  let head = genesis(headerOf(east, year))
  for (;;) {
    const page = await valued(ledgers.read(east, year, head.seq, PAGE))
    if (findChainBreak(head, page, sha256) !== null) throw new Error('the chain breaks')
    head = page.at(-1) ?? head
    if (page.length < PAGE) break
  }
  if (head.seq !== count) throw new Error(`${head.seq} of ${count} events were read`)
}

/** Events of a year under the notice, over and over, numbered on from `after`: as long as needed without being held. */
async function endlessEvents(): Promise<(after: number, count: number) => LedgerEvent[]> {
  const { rubric } = await benchRubric()
  const year = benchLedger(happeningsUnder(rubric), 5_000, 60)
  return (after, count) =>
    Array.from({ length: count }, (_, at) => {
      const event = year[(after + at) % year.length]
      if (event === undefined) throw new Error('a year without events')
      return { ...event, seq: after + at + 1 }
    })
}
