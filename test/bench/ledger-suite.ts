import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerStore } from '../../src/app/ports/ledger-store.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
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
import { alternate, scaled, timed } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** What lasting costs: appends against bare inserts that last as well, and a long ledger opened, read and checked. */
export const ledgerSuite: Suite = {
  name: 'ledger',
  about: 'events as canonical JSON, chained, with idempotency keys, on the disk (WAL, synchronous FULL)',
  parts: ['single', 'batches', 'million'],
  run: async (part, size) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingheng-bench-'))
    try {
      if (part === 'million') return await millionRows(folder, size)
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
    let at = head
    const given = Array.from({ length: appends }, (_, n) => events(head.seq + n * batch, batch))
    const linked = given.map((batch) => {
      const key = { key: '', request: at.digest }
      const entries = linkEvents(at, batch, sha256)
      const expected = at
      at = entries.at(-1) ?? at
      return { expected, entries, key, messages: [] }
    })
    return { given, linked }
  }
  const { timings, ratios, clockRatios } = await alternate({ rounds, warmUps: size === 'quick' ? 1 : 3 }, prepare, [
    ({ linked }) => insert(linked),
    async ({ given }) => {
      for (const batch of given) head = await append(ledgers, head, batch)
    },
  ])
  close()
  const [bare, ours] = timings.map((time) => scaled(time, appends))
  const [ratio, byProcessor] = [clockRatios[1], ratios[1]]
  if (!bare || !ours || ratio === undefined || byProcessor === undefined) throw new Error('nothing was timed')
  const shared = { per: batch === 1 ? 'append' : `${batch} events`, count: batch, unit: 'events', isByClock: true }
  const what = `Mingheng, ${batch === 1 ? 'one event' : `${batch} events`} an append (${byProcessor.toFixed(2)}x by processor)`
  return [
    { what: `bare SQLite inserts of the same bytes, ${batch === 1 ? 'one' : batch} a commit`, time: bare, ...shared },
    { what, time: ours, ratio, than: 'bare', aim: 'within 1.5x', isReached: ratio <= 1.5, ...shared },
  ]
}

/** As an act does it: the events linked, the request digested, all of it laid down with its key. */
async function append(ledgers: LedgerStore, head: ChainHead, events: readonly LedgerEvent[]): Promise<ChainHead> {
  const entries = linkEvents(head, events, sha256)
  const key = { key: `key-${head.seq}`, request: sha256(canonicalJson({ actor: 'assessor-1', body: events[0] })) }
  const appended = await valued(ledgers.append(east, year, { expected: head, entries, key, messages: [] }))
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
