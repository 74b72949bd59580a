import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { numberOf, rowsOf, textOf } from '../records/duckdb-rows.ts'
import type { CatalogBatches } from '../records/catalog-batches.ts'
import type { ShelfPlace } from '../records/month-shelf.ts'
import { refuseNewer } from '../records/newer-columns.ts'
import type { RecordFile, RecordFolders } from '../records/record-files.ts'
import { literal, quoted, storedColumns, storedRows } from '../records/stored-columns.ts'
import type { ClickCluster } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { BATCH_COLUMNS, clickTable } from './click-schema.ts'
import { isSpread, shardOf } from './click-shards.ts'
import { countBatches } from './count-batches.ts'
import { shardRefusal } from './click-fault.ts'
import { prepareShards } from './prepare-shards.ts'

interface PutRoom {
  readonly cluster: ClickCluster
  readonly folders: RecordFolders
  readonly batches: CatalogBatches
}

/**
 * Each file as a batch of its own on the shards. Acknowledged once every shard has been asked how many rows of each batch it
 * has, and has as many as it was sent: whatever broke off in between is done again under other names.
 */
export async function putBatches(
  { cluster, folders, batches }: PutRoom,
  place: ShelfPlace,
  files: readonly RecordFile[],
  at: Timestamp,
): Promise<Kept<readonly RecordFile[]>> {
  if (files.length === 0) return accepted(files)
  const { tenantId, watch } = place
  const doors = await prepareShards(cluster)
  if (!doors.ok) return doors
  const named = files.map((file) => ({ file, id: randomUUID().replaceAll('-', '') }))
  const begun = await batches.begin(
    tenantId,
    named.map(({ file, id }) => ({ ...file, id })),
    at,
    cluster.shards.length,
  )
  if (!begun.ok) return begun
  const total = files.reduce((sum, { records }) => sum + records, 0)
  const come: RecordFile[] = []
  let done = 0
  for (const { file, id } of named) {
    watch.onProgress({ step: 'writing', done, total, unit: 'rows' })
    const sent = await putFile(doors.value, place, file, folders.file(tenantId, file), id)
    if (!sent.ok) return sent
    come.push({ ...file, batch: { id, spread: sent.value } })
    done += file.records
  }
  const counted = await countBatches(cluster, { tenantId, files: come, signal: watch.signal })
  return counted.ok ? accepted(come) : counted
}

/**
 * Answers how many rows each shard was sent, by one of its replicas. They are never sent to another under the same id: what the
 * first had written before it died would be there twice when it is back.
 */
async function putFile(
  doors: readonly ClickDoor[],
  place: ShelfPlace,
  file: RecordFile,
  path: string,
  id: string,
): Promise<Kept<readonly number[]>> {
  const set = dataSet(file.dataSet)
  const known = await place.duckDb.on(place.watch.signal, (connection) => refuseNewer(connection, set, path))
  if (!known.ok) return known
  const parts = await partsOf(place, set, path, doors.length)
  for (const [at, { where }] of parts.entries()) {
    const door = doors[at]
    if (door === undefined || where === null) continue
    const sent = await send({ door, place, file, set, id, rows: `${storedRows(set, [path])} ${where}` })
    if (!sent.ok) return sent
  }
  return accepted(parts.map(({ rows }) => rows))
}

/** For each shard, which rows of a file it gets; null for none. */
async function partsOf(
  { duckDb, watch }: ShelfPlace,
  set: DataSet,
  path: string,
  shards: number,
): Promise<readonly { readonly rows: number; readonly where: string | null }[]> {
  const center = isSpread(set) ? 'center_id' : `''`
  const counts = await duckDb.on(watch.signal, (connection) =>
    rowsOf(connection, `SELECT ${center} AS center, count(*) AS n FROM read_parquet(${literal(path)}) GROUP BY 1`),
  )
  return Array.from({ length: shards }, (_, at) => {
    const own = counts.filter((row) => !isSpread(set) || shardOf(textOf(row, 'center'), shards) === at)
    if (own.length === 0) return { rows: 0, where: null }
    const centers = own.map((row) => literal(textOf(row, 'center')))
    return {
      rows: own.reduce((sum, row) => sum + numberOf(row, 'n'), 0),
      where: isSpread(set) ? `WHERE center_id IN (${centers.join(', ')})` : '',
    }
  })
}

interface Sending {
  readonly door: ClickDoor
  readonly place: ShelfPlace
  readonly file: RecordFile
  readonly set: DataSet
  readonly id: string
  /** For `SELECT … FROM` in DuckDB. */
  readonly rows: string
}

async function send({ door, place, file, set, id, rows }: Sending): Promise<Kept<null>> {
  const { tenantId, duckDb, folder, watch } = place
  const csv = join(folder, `${id}.csv`)
  const columns = storedColumns(set)
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => quoted(name))
  const own = `${literal(tenantId)} AS tenant_id, ${literal(id)} AS batch`
  const select = `SELECT ${own}, ${columns.map(({ name }) => quoted(name)).join(', ')} FROM ${rows}`
  try {
    await duckDb.on(watch.signal, (connection) =>
      connection.run(
        `COPY (${select}) TO ${literal(csv)}
         (FORMAT csv, HEADER false, NULLSTR '\\N', FORCE_QUOTE (tenant_id, batch, ${texts.join(', ')}))`,
      ),
    )
    const sent = await door.upload(
      clickTable(set, file.part),
      [...BATCH_COLUMNS, ...columns.map(({ name }) => name)],
      createReadStream(csv),
      { signal: watch.signal },
    )
    if (sent.ok) return accepted(null)
    return sent.fault.kind === 'stopped' ? refusedRecords('import-stopped') : shardRefusal(sent.fault)
  } finally {
    await rm(csv, { force: true })
  }
}
