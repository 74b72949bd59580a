import { DuckDBInstance } from '@duckdb/node-api'
import { mkdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRecordStore } from '../../src/adapters/records/open-record-store.ts'
import { id, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { dataSet } from '../../src/core/records/data-sets.ts'
import type { FieldMapping, ImportProfile } from '../../src/core/records/import-profile.ts'
import { USUAL_PRIVACY } from '../../src/core/records/mask.ts'
import { kept } from '../fixtures/acting-office.ts'
import { benchLine, BENCH_TENANT, centersOf } from './bench-records.ts'
import { alternate, timed } from './measure.ts'
import { benchDay, benchRows, benchTime } from './record-rows.ts'
import type { Row, Size, Suite } from './suite.ts'

/** A CSV of a district's cases taken in whole: read, checked, masked, compared, sorted and written by months. */
export const importSuite: Suite = {
  name: 'import',
  about: 'a CSV of 1,000,000 service cases into the record store',
  parts: ['beside', 'alone', 'again'],
  run: async (part, size) => {
    const root = join(tmpdir(), `mingheng-bench-import-${part}`)
    await rm(root, { recursive: true, force: true })
    await mkdir(root, { recursive: true })
    try {
      if (part === 'beside') return await besideRows(root, size)
      return part === 'alone' ? await aloneRows(root, size) : await againRows(root, size)
    } finally {
      await rm(root, { recursive: true, force: true })
    }
  },
}

const LIMITS = { memoryMegabytes: 1024, threads: 2 }
const SET = dataSet('service_cases')
const PERSONAL: Readonly<Record<string, string>> = {
  applicant_name: `'王小明'`,
  applicant_id_number: `'31011819900101' || (1000 + k % 9000)`,
  applicant_phone: `'138' || (10000000 + k % 90000000)`,
}

/** Both write files in every round; the bare one with nothing checked and in one file. */
async function besideRows(root: string, size: Size): Promise<Row[]> {
  const csv = await writeCsv(root, size)
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${LIMITS.memoryMegabytes}MB`,
    threads: String(LIMITS.threads),
    temp_directory: join(root, 'spill'),
  })
  const connection = await instance.connect()
  const { timings, ratios, clockRatios } = await alternate(
    { rounds: size === 'quick' ? 1 : 5, warmUps: 1 },
    (round) => join(root, String(round)),
    [
      () => connection.run(`COPY (SELECT * FROM read_csv('${csv.path}')) TO '${join(root, 'bare.parquet')}'`),
      (folder) => importInto(folder, csv),
    ],
  )
  connection.closeSync()
  instance.closeSync()
  const about = { per: 'file', count: csv.rows, unit: 'rows', isByClock: true } as const
  const [bare, store] = timings
  if (!bare || !store) return []
  const ratio = clockRatios[1] ?? 0
  return [
    { what: `DuckDB's own read_csv to Parquet, ${csv.megabytes} MB`, time: bare, ...about },
    {
      what: `importFile, durable (${(ratios[1] ?? 0).toFixed(2)}x by processor)`,
      time: store,
      ...about,
      ratio,
      than: 'read_csv',
      aim: '2x',
      isReached: ratio <= 2,
    },
  ]
}

/** In a process of its own, so that the peak is its own. */
async function aloneRows(root: string, size: Size): Promise<Row[]> {
  const csv = await writeCsv(root, size)
  const time = await timed(1, 0, () => importInto(join(root, 'store'), csv))
  return [{ what: 'importFile alone', time, per: 'file', count: csv.rows, unit: 'rows', isByClock: true }]
}

async function againRows(root: string, size: Size): Promise<Row[]> {
  const csv = await writeCsv(root, size)
  await importInto(join(root, 'store'), csv)
  const time = await timed(1, 0, async () => {
    const added = await importInto(join(root, 'store'), csv)
    if (added !== 0) throw new Error(`${added} rows were added again`)
  })
  return [
    { what: 'the same file again: nothing changes', time, per: 'file', count: csv.rows, unit: 'rows', isByClock: true },
  ]
}

interface Csv {
  readonly path: string
  readonly rows: number
  readonly megabytes: number
}

async function writeCsv(root: string, size: Size): Promise<Csv> {
  const cases = size === 'quick' ? 10_000 : 1_000_000
  const path = join(root, 'cases.csv')
  const fields = { ...benchRows(cases)[0]?.fields, ...PERSONAL }
  const columns = SET.fields.map(({ name, chinese, kind }) => {
    const value = `(${fields[name as keyof typeof fields] ?? 'NULL'})`
    const text = kind.kind === 'time' ? `strftime(${value}, '%Y-%m-%d %H:%M:%S')` : `CAST(${value} AS VARCHAR)`
    return `${text} AS "${chinese}"`
  })
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(
    `COPY (SELECT ${columns.join(', ')} FROM (SELECT i, i AS k, ${benchTime(cases).replaceAll('k', 'i')} AS t
       FROM range(${cases}) r(i) WHERE ${benchDay(cases).replaceAll('k', 'i')} < 365)) TO '${path}' (HEADER)`,
  )
  connection.closeSync()
  instance.closeSync()
  return { path, rows: cases, megabytes: Math.round((await stat(path)).size / 2 ** 20) }
}

let imports = 0

/** How many rows were added. */
async function importInto(folder: string, { path, rows }: Csv): Promise<number> {
  await mkdir(folder, { recursive: true })
  const places = { folder: join(folder, 'records'), catalogFile: join(folder, 'records.sqlite') }
  const store = kept(await openRecordStore({ ...places, ...LIMITS }))
  const asked = { path, fileName: 'cases.csv', profile: PROFILE, centers: centersOf(rows), line: await benchLine() }
  const stamp = {
    importId: `import-${(imports += 1)}`,
    by: id<PersonId>('clerk-1'),
    at: timestamp('2022-01-04T09:00:00+08:00'),
  }
  const outcome = kept(
    await store.records.importFile(BENCH_TENANT, asked, stamp, { onProgress: () => {}, signal: null }),
  )
  store.close()
  if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome).slice(0, 1000))
  return outcome.report.added
}

const PROFILE: ImportProfile = {
  id: 'cases',
  title: '办件',
  dataSet: 'service_cases',
  source: 'bench',
  columns: Object.fromEntries(
    SET.fields.map(({ name, chinese, kind, personal }): [string, FieldMapping] => [
      name,
      {
        from: { kind: 'column', header: chinese },
        values: null,
        labelColumn: null,
        forms: kind.kind === 'time' ? ['YYYY-MM-DD hh:mm:ss'] : kind.kind === 'date' ? ['YYYY-MM-DD'] : null,
        privacy: personal === null ? 'keep' : USUAL_PRIVACY[personal],
      },
    ]),
  ),
  ignored: [],
}
