import { readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findInRecords } from '../../src/app/example-records/find-in-records.ts'
import { importBatch, type Batch, type ImportedSource } from '../../src/app/example-records/import-batch.ts'
import { FOLDER_TENANT } from '../../src/app/folder-records/record-folder.ts'
import type { QueryAnswer, RecordStore } from '../../src/app/ports/record-store.ts'
import { id, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { expectAgreement } from '../records/expect-agreement.ts'
import { holdTrial, valueOf, type HeldTrial } from '../records/held-trial.ts'
import { CENTERS, DETECTIONS } from '../records/year-of-records.ts'
import { openedClusters, told, type OpenedCluster } from './opened-cluster.ts'

/** `YEAR=whole` takes the whole year of all centers, as the demonstration has it: minutes. */
const IS_WHOLE = process.env['YEAR'] === 'whole'
const PART = {
  cases: 900,
  centers: CENTERS.slice(0, 4),
  period: { from: plainDate('2021-01-01'), to: plainDate('2021-03-31') },
}

const quiet = () => undefined

let held: HeldTrial
let cluster: OpenedCluster
const clusters = openedClusters()
beforeAll(async () => {
  held = await holdTrial({ seed: 1, ...(IS_WHOLE ? {} : PART) })
  cluster = await clusters.open()
  for (const source of held.trial.sources) await importTo(cluster.store.records, source, `first-${source.profile.id}`)
})
afterAll(async () => held.end())

test('every detection of the year answers on two shards, row by row, what it answers embedded', async () => {
  const { runs, heard } = await found(cluster.store.records, { mayBeKept: true })
  const embedded = await found(held.ports.records)
  expect(embedded.runs).toEqual(held.trial.runs)
  // With what stands behind the measures, and the digest of all that is held.
  expect([...heard]).toEqual([...embedded.heard])
  expect(runs).toEqual(embedded.runs)
  expect(heard.size).toBeGreaterThan(runs.length)
  if (IS_WHOLE) expectAgreement(held.trial.agreement)
})

test('a day that comes in later touches its month, asks only what names its records, and both find the same after it', async () => {
  const day = '2021-02-24'
  const before = await placesOf()
  // No other data set may be read: it is not there meanwhile. Of its own, other months may hold an earlier version of a record.
  const aside = filesOf(held.folder).filter((path) => !path.includes('/ratings/'))
  expect(aside.length).toBeGreaterThan(0)
  for (const path of aside) renameSync(join(held.folder, path), join(held.folder, `${path}.aside`))
  const sources = valueOf(await importBatch(held.ports, dayOf(day), quiet))
  for (const path of aside) renameSync(join(held.folder, `${path}.aside`), join(held.folder, path))
  for (const source of sources) await importTo(cluster.store.records, source, `${day}-${source.profile.id}`)
  expect(sources.map(({ report }) => [report.dataSet, report.months])).toEqual([['ratings', [day.slice(0, 7)]]])
  expect(sources[0]?.report.added).toBeGreaterThan(0)

  const after = await placesOf()
  const isKept = (place: string) => after.includes(place)
  for (const gone of before.filter((place) => !isKept(place))) expect(gone).toMatch(/ratings.*2021-02/u)
  const come = after.filter((place) => !before.includes(place))
  // A file embedded, and a batch in the catalog and on each shard that has such centers.
  expect(come.length).toBeGreaterThan(2)
  for (const place of come) expect(place).toMatch(/ratings.*2021-02/u)

  const [embedded, spread] = [await found(held.ports.records), await found(cluster.store.records, { mayBeKept: true })]
  const ofRatings = DETECTIONS.filter(({ dataSets }) => dataSets.includes('ratings'))
  expect(spread.asked).toEqual(new Set(ofRatings.map(({ name }) => name)))
  expect([...spread.heard]).toEqual([...embedded.heard])
  expect(spread.runs).toEqual(embedded.runs)
  expect(embedded.runs).not.toEqual(held.trial.runs)
})

/** Where all records lie: files embedded, and batches as each shard has them, with how many rows of each. */
async function placesOf(): Promise<readonly string[]> {
  const sql = DATA_SETS.map(
    ({ name }) => `SELECT '${name}' AS data_set, month, batch, count() AS n FROM ${name} GROUP BY month, batch`,
  ).join(' UNION ALL ')
  const shards = await Promise.all(
    inject('clickHouseUrls').map(async (url, shard) =>
      (await told(url, sql, cluster.database)).split('\n').map((row) => `shard ${shard}: ${row}`),
    ),
  )
  return [...filesOf(held.folder), ...shards.flat()]
}

/** Of what holds, as paths in the folder: Parquet files are named by their content. */
function filesOf(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true }).map(String)
  return paths.filter((path) => path.endsWith('.parquet') && !path.includes('superseded')).toSorted()
}

/** All ratings of a day once more, by other ids. */
function dayOf(day: string): Batch {
  const rows = [...held.trial.year.rows()].filter(
    ({ dataSet, values }) =>
      dataSet === 'ratings' && values['channel'] === 'counter-device' && values['rated_at']?.toString().startsWith(day),
  )
  return {
    name: day,
    folder: join(held.given.folder, day),
    rows: rows.map((row) => ({ ...row, values: { ...row.values, record_id: `${row.values.record_id}9` } })),
    centers: held.given.centers,
    line: held.trial.line,
    tenantId: FOLDER_TENANT,
    at: AT,
  }
}

const AT = timestamp('2022-02-01T09:00:00+08:00')

async function importTo(records: RecordStore, { path, fileName, profile }: ImportedSource, importId: string) {
  const centers = held.given.centers.map((center) => center.id)
  const asked = { path, fileName, profile, centers, line: held.trial.line }
  const stamp = { importId, by: id<PersonId>('clerk-1'), at: AT }
  const answer = await records.importFile(FOLDER_TENANT, asked, stamp, { onProgress: quiet, signal: null })
  if (!answer.ok || answer.value.kind === 'faulty') throw new Error(JSON.stringify(answer))
}

/** What the detections find, each SELECT that they asked with its rows, and which of them read records for it. */
async function found(records: RecordStore, { mayBeKept } = { mayBeKept: false }) {
  const heard = new Map<string, Pick<QueryAnswer, 'columns' | 'rows'>>()
  const query: RecordStore['query'] = async (tenantId, asked) => {
    const answer = await records.query(tenantId, { ...asked, mayBeKept })
    if (answer.ok) heard.set(asked.sql, { columns: answer.value.columns, rows: answer.value.rows })
    return answer
  }
  const { trial, given } = held
  const search = { ...given, ...trial.setting, line: trial.line, tenantId: FOLDER_TENANT }
  const ran = valueOf(await findInRecords({ holdings: records.holdings, query }, search, quiet))
  const asked = ran.flatMap((run) => (run.ran !== null && run.isKept ? [] : [run.name]))
  return { runs: ran.map((run) => ({ ...run, isKept: false })), heard, asked: new Set(asked) }
}
