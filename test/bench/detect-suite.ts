import { deepStrictEqual } from 'node:assert'
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import type { QueryAsked } from '../../src/app/ports/record-store.ts'
import type { Detection } from '../../src/core/detection/detection.ts'
import { boundSql } from '../../src/core/detection/bind-parameters.ts'
import { kept } from '../fixtures/acting-office.ts'
import { benchDetections, BENCH_SETTING } from './bench-detections.ts'
import { BENCH_TENANT, type BenchRecords } from './bench-records.ts'
import { handDuckDb } from './hand-duckdb.ts'
import { alternate, timed } from './measure.ts'
import { FACT_QUERIES, factsOf, type RecordEngine, type RecordFacts } from './record-facts.ts'
import { recordJsonRules } from './record-json-rules.ts'
import { recordZenRules } from './record-zen-rules.ts'
import type { Row, Size, Suite } from './suite.ts'

/** All detections of the example notice, beside the same SQL by hand, over a district and over a province, and beside rule engines. */
export const detectSuite: Suite = {
  name: 'detect',
  about: 'the detections of the example notice over a year of records',
  parts: ['district', 'engines', 'rows-1', 'rows-10', 'rows-100'],
  quickParts: ['district', 'engines', 'rows-1'],
  run: async (part, size) => {
    if (part === 'district') return districtRows(size)
    if (part === 'engines') return engineRows(size)
    return growthRows(Number(part.slice('rows-'.length)), size)
  },
}

const THREADS = 2
const MEMORY_MEGABYTES = 1024
/** Of all data sets together, for each case. */
const ROWS_A_CASE = 2.227

/** Through the store, and by hand in a DuckDB of the same memory over the same files. */
async function districtRows(size: Size): Promise<Row[]> {
  const cases = size === 'quick' ? 20_000 : 1_000_000
  return withRecords('district', cases, async (records, store) => {
    const detections = await benchDetections()
    const hand = await handDuckDb(records, { memoryMegabytes: MEMORY_MEGABYTES, threads: THREADS })
    const { timings, ratios, clockRatios } = await alternate(
      { rounds: size === 'quick' ? 1 : 5, warmUps: 1 },
      () => null,
      [() => byHand(hand, detections), () => throughStore(store, records, detections)],
    )
    const [mine, other] = [await throughStore(store, records, detections), await byHand(hand, detections)]
    deepStrictEqual(mine, other, 'the same SQL answers the same')
    hand.close()
    const about = { per: 'run', count: records.rows, unit: 'records', isByClock: true } as const
    const [handTime, storeTime] = timings
    if (!handTime || !storeTime) return []
    const ratio = clockRatios[1] ?? 0
    return [
      { what: `by hand in DuckDB, ${detections.length} detections`, time: handTime, ...about },
      {
        what: `through the record store (${(ratios[1] ?? 0).toFixed(2)}x by processor)`,
        time: storeTime,
        ...about,
        ratio,
        than: 'by hand',
        aim: '1.1x',
        isReached: ratio <= 1.1,
      },
    ]
  })
}

/** The store alone, in a process that does nothing else, so that its peak is its own. */
async function growthRows(millions: number, size: Size): Promise<Row[]> {
  const rows = millions * (size === 'quick' ? 1_000 : 1_000_000)
  return withRecords(`rows-${millions}`, Math.round(rows / ROWS_A_CASE), async (records, store) => {
    const detections = await benchDetections()
    let found = 0
    const time = await timed(1, 0, async () => {
      found = (await throughStore(store, records, detections)).reduce((sum, answer) => sum + answer.length, 0)
    })
    const gigabytes = (records.bytes / 2 ** 30).toFixed(2)
    return [
      {
        what: `${detections.length} detections over ${records.rows.toLocaleString('en')} records (${gigabytes} GB), ${found.toLocaleString('en')} rows found, DuckDB held to ${MEMORY_MEGABYTES} MB`,
        time,
        per: 'run',
        count: records.rows,
        unit: 'records',
        isByClock: true,
        series: records.rows,
      },
    ]
  })
}

const LIMITS = {
  response_working_days: 2,
  confirm_working_days: 1,
  wait_minutes: 30,
  repair_working_days: 5,
  poor_stars: 3,
} as const
const FIVE: ReadonlySet<string> = new Set([
  'online-response-late',
  'receipt-missing',
  'poor-rating-substantiated',
  'appointment-late',
  'equipment-repair-late',
])

/** Five detections that need one record at a time. The engines are given their facts ready; the store reads its files. */
async function engineRows(size: Size): Promise<Row[]> {
  const cases = size === 'quick' ? 3_000 : 100_000
  return withRecords('engines', cases, async (records, store) => {
    const detections = (await benchDetections()).filter(({ name }) => FIVE.has(name))
    const hand = await handDuckDb(records, { memoryMegabytes: MEMORY_MEGABYTES, threads: THREADS })
    const facts: RecordFacts[] = []
    for (const sql of FACT_QUERIES(BENCH_SETTING.asOfStopDay)) facts.push(...(await hand.objects(sql)).map(factsOf))
    hand.close()
    const engines: readonly (readonly [what: string, engine: RecordEngine])[] = [
      ['@gorules/zen-engine, a decision table in loop mode', recordZenRules(LIMITS)],
      ['json-rules-engine, the data set picked beforehand', recordJsonRules(LIMITS)],
    ]
    const expected = await foundByStore(store, records, detections)
    const { timings, clockRatios } = await alternate({ rounds: size === 'quick' ? 1 : 3, warmUps: 1 }, () => null, [
      () => throughStore(store, records, detections),
      ...engines.map(([what, engine]) => async () => {
        deepStrictEqual([...(await engine(facts))].toSorted(), expected, what)
      }),
    ])
    return timings.map((time, at): Row => {
      const row: Row = {
        what: at === 0 ? 'five detections through the record store, from files' : (engines[at - 1]?.[0] ?? ''),
        time,
        per: 'run',
        count: facts.length,
        unit: 'records',
        isByClock: true,
      }
      return at === 0 ? row : { ...row, ratio: clockRatios[at] ?? 0, than: 'the record store' }
    })
  })
}

type Answers = readonly (readonly string[])[]

async function throughStore(
  { records: store }: OpenRecords,
  records: BenchRecords,
  detections: readonly Detection[],
): Promise<Answers> {
  const answers: string[][] = []
  for (const detection of detections) {
    const asked: QueryAsked = {
      sql: boundSql(detection, BENCH_SETTING),
      dataSets: detection.dataSets,
      centers: records.centers,
      line: records.line,
      from: BENCH_SETTING.periodFrom,
      to: BENCH_SETTING.periodTo,
      maxRows: 5_000_000,
      signal: null,
    }
    const answer = kept(await store.query(BENCH_TENANT, asked))
    answers.push(answer.rows.map((row) => row.join(' ')).toSorted())
  }
  return answers
}

async function byHand(
  hand: Awaited<ReturnType<typeof handDuckDb>>,
  detections: readonly Detection[],
): Promise<Answers> {
  const answers: string[][] = []
  for (const detection of detections)
    answers.push((await hand.rows(boundSql(detection, BENCH_SETTING))).map((row) => row.join(' ')).toSorted())
  return answers
}

async function foundByStore(
  store: OpenRecords,
  records: BenchRecords,
  detections: readonly Detection[],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const detection of detections)
    for (const row of await throughStore(store, records, [detection]))
      for (const line of row) found.push(`${detection.name} ${/\S+\/\S+@\d+/u.exec(line)?.[0] ?? ''}`)
  return found.toSorted()
}

async function withRecords<Value>(
  name: string,
  cases: number,
  work: (records: BenchRecords, store: OpenRecords) => Promise<Value>,
): Promise<Value> {
  const root = join(tmpdir(), `mingheng-bench-records-${name}`)
  await rm(root, { recursive: true, force: true })
  try {
    const records = await madeElsewhere(root, cases)
    const { folder, catalogFile } = records
    const store = kept(
      await openRecordStore({
        folder,
        catalogFile,
        memoryMegabytes: MEMORY_MEGABYTES,
        threads: THREADS,
        querySeconds: 3600,
      }),
    )
    const value = await work(records, store)
    store.close()
    return value
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

/** By a process that is gone before anything is measured: making records takes more memory than asking them. */
async function madeElsewhere(root: string, cases: number): Promise<BenchRecords> {
  const script = join(import.meta.dirname, 'make-records.ts')
  const options = { maxBuffer: 2 ** 26 }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, root, String(cases)],
    options,
  )
  return JSON.parse(stdout) as BenchRecords
}
