import type { DuckDBConnection } from '@duckdb/node-api'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusedRecords } from '../../app/ports/record-refusals.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dataSet, editionOf } from '../../core/records/data-sets.ts'
import { makeFolder, orNull } from '../evidence/durable-files.ts'
import { numberOf, rowOf } from '../records/duckdb-rows.ts'
import { sortKey } from '../records/importing/import-job.ts'
import { STORED_PARQUET } from '../records/importing/parquet-copy.ts'
import type { ShelfPlace } from '../records/month-shelf.ts'
import type { RecordFile, RecordFolders } from '../records/record-files.ts'
import { sealOf } from '../records/seal-file.ts'
import { literal, quoted, storedColumns } from '../records/stored-columns.ts'
import { clickFaultOf, shardRefusal, type ClickFault } from './click-fault.ts'
import { shardsOf, type ClickCluster } from './click-cluster.ts'
import type { ClickDoor } from './click-door.ts'
import { clickTable } from './click-schema.ts'
import { clickText } from './click-text.ts'
import { readyColumns } from './shard-columns.ts'

/**
 * Each file as it was before its rows were put on the shards. One that an import of this machine wrote, or that was brought
 * before, still lies there by its digest; of the others, every row is fetched and counted.
 */
export async function bringBatches(
  { cluster, folders }: { readonly cluster: ClickCluster; readonly folders: RecordFolders },
  place: ShelfPlace,
  files: readonly RecordFile[],
): Promise<Kept<null>> {
  for (const file of files) {
    const path = folders.file(place.tenantId, file)
    if (await isHere(path, file.digest)) continue
    const brought = await bring(cluster, place, file, path)
    if (!brought.ok) return brought
  }
  return accepted(null)
}

/** What is needed again is no longer old: a sweep removes what was not. */
async function isHere(path: string, digest: string): Promise<boolean> {
  if ((await orNull(stat(path))) === null || (await sealOf(path)).digest !== digest) return false
  const now = new Date()
  await utimes(path, now, now)
  return true
}

async function bring(cluster: ClickCluster, place: ShelfPlace, file: RecordFile, path: string): Promise<Kept<null>> {
  const { batch } = file
  // Not on the shards yet: an import has just counted it anew, and somebody took it away.
  if (batch === null) throw new Error(`no batch of ${path}`)
  const { tenantId, duckDb, folder, watch } = place
  const pieces: string[] = []
  try {
    for (const [at, shard] of shardsOf(cluster, dataSet(file.dataSet)).entries()) {
      if (batch.spread[at] === 0) continue
      const piece = join(folder, `${batch.id}-${at}.csv`)
      pieces.push(piece)
      const fetched = await shard.ask(async (replica) => {
        const come = await fetchRows({
          replica,
          database: cluster.database,
          tenantId,
          file,
          id: batch.id,
          piece,
          signal: watch.signal,
        })
        if (!come.ok) return come
        const rows = await duckDb.on(watch.signal, (connection) =>
          rowOf(connection, `SELECT count(*) AS n FROM ${rowsIn(file, [piece])}`),
        )
        const [expected, has] = [batch.spread[at] ?? 0, numberOf(rows, 'n')]
        const detail = `${file.dataSet} ${file.month} 应有 ${expected} 条，实有 ${has} 条`
        return has === expected ? accepted(null) : refusedRecords('shard-incomplete', replica.place, detail)
      })
      if (!fetched.ok) return fetched
    }
    const draft = join(folder, `${batch.id}.parquet`)
    await duckDb.on(watch.signal, (connection) => writeAsImported(connection, file, pieces, draft))
    await makeFolder(dirname(path))
    await rename(draft, path)
    return accepted(null)
  } finally {
    for (const piece of pieces) await rm(piece, { force: true })
  }
}

/**
 * With the columns that the set had when it was imported: that edition is the one whose bytes have the digest, and none before a
 * column that a row fills. Where no digest fits, another version of DuckDB wrote it, and all columns are written.
 */
async function writeAsImported(
  connection: DuckDBConnection,
  file: RecordFile,
  pieces: readonly string[],
  draft: string,
): Promise<void> {
  const set = dataSet(file.dataSet)
  const newest = editionOf(set)
  const write = async (edition: number) => {
    const columns = storedColumns(set, edition).map(({ name }) => quoted(name))
    const select = `SELECT ${columns.join(', ')} FROM ${rowsIn(file, pieces)} ORDER BY ${sortKey(set, file.part).join(', ')}`
    await connection.run(`COPY (${select}) TO ${literal(draft)} (${STORED_PARQUET})`)
  }
  await write(newest)
  if (newest === 1 || (await sealOf(draft)).digest === file.digest) return
  for (let edition = newest - 1; edition > 0; edition -= 1) {
    const known = new Set(storedColumns(set, edition).map(({ name }) => name))
    const later = storedColumns(set).filter(({ name }) => !known.has(name))
    const counts = later.map(({ name }) => `count(${quoted(name)})`)
    const row = await rowOf(connection, `SELECT ${counts.join(' + ')} AS n FROM ${rowsIn(file, pieces)}`)
    if (numberOf(row, 'n') > 0) break
    await write(edition)
    if ((await sealOf(draft)).digest === file.digest) return
  }
  await write(newest)
}

interface Fetching {
  readonly replica: ClickDoor
  readonly database: string
  readonly tenantId: TenantId
  readonly file: RecordFile
  readonly id: string
  readonly piece: string
  readonly signal: AbortSignal | null
}

async function fetchRows({ replica, database, tenantId, file, id, piece, signal }: Fetching): Promise<Kept<null>> {
  const set = dataSet(file.dataSet)
  const rows = `${clickTable(set, file.part)} WHERE tenant_id = ${clickText(tenantId)} AND batch = ${clickText(id)}`
  const ready = await readyColumns(replica, database, set, file.part, signal)
  if (!ready.ok) return ready
  const newer = ready.value?.newer ?? []
  if (newer.length > 0) {
    const counts = newer.map((name) => `count(\`${name}\`)`).join(' + ')
    const filled = await replica.ask(`SELECT ${counts} FROM ${rows}`, { signal })
    if (!filled.ok) return refusal(filled.fault)
    if (Number(filled.value.rows[0]?.[0]) > 0)
      return refusedRecords('records-newer', replica.place, set.chinese, newer.join('、'))
  }
  const columns = storedColumns(set).map(({ name }) => `\`${name}\``)
  const answer = await replica.download(`SELECT ${columns.join(', ')} FROM ${rows}`, { signal })
  if (!answer.ok) return refusal(answer.fault)
  try {
    await pipeline(answer.value, createWriteStream(piece))
    return accepted(null)
  } catch (error) {
    return refusal(clickFaultOf(error, replica.place, signal))
  }
}

function refusal(fault: ClickFault): Kept<null> {
  return fault.kind === 'stopped' ? refusedRecords('import-stopped') : shardRefusal(fault)
}

/** For `SELECT … FROM` in DuckDB: a shard writes NULL as `\N`, and an empty text as a pair of quotes. */
function rowsIn(file: RecordFile, pieces: readonly string[]): string {
  const columns = storedColumns(dataSet(file.dataSet)).map(({ name, type }) => `${literal(name)}: '${type}'`)
  return `read_csv([${pieces.map(literal).join(', ')}], auto_detect = false, header = false, delim = ',', quote = '"',
    escape = '"', nullstr = '\\N', allow_quoted_nulls = false, columns = {${columns.join(', ')}})`
}
