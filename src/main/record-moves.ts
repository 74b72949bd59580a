import { join } from 'node:path'
import { setTimeout as elapsed } from 'node:timers/promises'
import { openClickShard, type ClickCluster } from '../adapters/clickhouse/click-cluster.ts'
import { openRecordMove } from '../adapters/clickhouse/move-records.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { NODE_MIGRATIONS } from '../adapters/nodes/node-migrations.ts'
import { sqlNodes } from '../adapters/nodes/sql-nodes.ts'
import { enterOffice } from '../adapters/postgres/office-gate.ts'
import { openPostgres, type Postgres } from '../adapters/postgres/open-postgres.ts'
import { withSessionLock } from '../adapters/postgres/session-lock.ts'
import { catalogBatches } from '../adapters/records/catalog-batches.ts'
import { CATALOG_MIGRATIONS } from '../adapters/records/catalog-migrations.ts'
import { catalogPlacings } from '../adapters/records/catalog-placings.ts'
import { openCatalog } from '../adapters/records/catalog.ts'
import { unlessDiskFails } from '../adapters/records/disk-faults.ts'
import { enterFolder } from '../adapters/records/enter-folder.ts'
import { recordFolders } from '../adapters/records/record-files.ts'
import type { SqlDatabase } from '../adapters/sql/sql-database.ts'
import { openCheckedSqliteSql } from '../adapters/sqlite/sqlite-sql.ts'
import { LOOKS_OF_SILENCE } from '../app/nodes/silence.ts'
import { unknowingNode } from '../app/nodes/unknowing-node.ts'
import type { RecordMove } from '../app/ports/record-move.ts'
import type { RecordMoves } from '../cli/cli-ports.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { faultSentence, readConfiguration } from './configuration.ts'
import { shardAddresses } from './open-cluster-records.ts'
import { readText } from './read-text.ts'
import { opening, type Opening } from './stores.ts'

/**
 * Of the installation that the data folder's configuration describes. Where the catalog lies in the folder, no server may have
 * it meanwhile; on a database server, nodes go on.
 */
export const recordMoves: RecordMoves = async (dataFolder, { from: given, to }, work) => {
  const read = configurationOf(dataFolder, null)
  if (!read.ok) return read
  const from = given ?? (read.value.recordShards.length === 0 ? FOLDER : null)
  const [source, target] = [placeOf(dataFolder, from, read.value), placeOf(dataFolder, to, read.value)]
  if (!source.ok) return source
  if (!target.ok) return target
  const open = opening()
  const clusters = { from: clusterOf(source.value, open), to: clusterOf(target.value, open) }
  try {
    return read.value.databaseUrl === ''
      ? await inFolder(read.value, clusters, open, work)
      : await onServer(read.value, clusters, open, work)
  } finally {
    await open.close()
  }
}

const FOLDER = 'folder'

function configurationOf(dataFolder: string, shards: string | null): Outcome<Configuration> {
  const own = { MINGHENG_DATA: dataFolder, MINGHENG_DATA_FOLDER: dataFolder }
  const told = shards === null ? {} : { MINGHENG_RECORD_SHARDS: shards }
  const read = readConfiguration({ ...process.env, ...own, ...told }, readText)
  return read.ok ? accepted(read.value) : refused('configuration-wrong', read.faults.map(faultSentence).join('\n'))
}

/** The configuration with these shards; null for the folder. */
function placeOf(dataFolder: string, place: string | null, usual: Configuration): Outcome<Configuration | null> {
  if (place === null) return accepted(usual)
  return place === FOLDER ? accepted(null) : configurationOf(dataFolder, place)
}

function clusterOf(configuration: Configuration | null, open: Opening): ClickCluster | null {
  if (configuration === null) return null
  const shards = shardAddresses(configuration).map(openClickShard)
  for (const replica of shards.flatMap(({ replicas }) => replicas)) open.keep(replica)
  return { shards, database: configuration.recordDatabase }
}

interface Clusters {
  readonly from: ClickCluster | null
  readonly to: ClickCluster | null
}

type Work<Value> = (move: RecordMove) => Promise<Outcome<Value>>

async function inFolder<Value>(
  configuration: Configuration,
  clusters: Clusters,
  open: Opening,
  work: Work<Value>,
): Promise<Outcome<Value>> {
  const { dataFolder } = configuration
  const folder = takeDataFolder(dataFolder)
  if (!folder.ok)
    return folder.refusal.code === 'store-busy'
      ? refused('move-in-use', `“${dataFolder}”正由明衡服务使用，没有搬任何内容；请先停止它，再重新执行`)
      : folder
  open.keep({ close: folder.value.release })
  const catalog = openCheckedSqliteSql(join(dataFolder, 'records.sqlite'), CATALOG_MIGRATIONS)
  if (!catalog.ok) return catalog
  return over(open.keep(catalog.value), configuration, clusters, open, work)
}

async function onServer<Value>(
  configuration: Configuration,
  clusters: Clusters,
  open: Opening,
  work: Work<Value>,
): Promise<Outcome<Value>> {
  const { databaseUrl: url, databaseSchema: schema, dataFolder } = configuration
  if (clusters.from === null || clusters.to === null) return refused('records-beside-database', byWay(dataFolder))
  const opened = await openPostgres({ url, schema, connections: CONNECTIONS })
  if (!opened.ok) return opened
  const postgres = open.keep(opened.value)
  const entered = await enterOffice(postgres)
  if (!entered.ok) return entered
  open.keep(entered.value)
  const older = await olderNode(configuration, postgres)
  if (!older.ok) return older
  const catalog = await postgres.store('records', CATALOG_MIGRATIONS)
  if (!catalog.ok) return catalog
  const done = await withSessionLock(postgres, MOVING_RECORDS, () =>
    over(catalog.value, configuration, clusters, open, work),
  )
  return done.ok ? done.value : done
}

/** One that does not know of records on their way would go on where they no longer are. */
async function olderNode({ nodeSilentSeconds }: Configuration, postgres: Postgres): Promise<Outcome<null>> {
  const nodes = await postgres.store('nodes', NODE_MIGRATIONS)
  if (!nodes.ok) return nodes
  const everySeconds = nodeSilentSeconds / LOOKS_OF_SILENCE
  const found = await unknowingNode(sqlNodes(nodes.value), 'moved-records', () => elapsed(everySeconds * 1_000))
  await nodes.value.close()
  if (!found.ok || found.value === null) return found.ok ? accepted(null) : found
  const { name, address, version } = found.value
  return refused(
    'records-node-older',
    `节点“${name}”（${address}，版本 ${version}）在运行，它是较早的版本，不认得搬到一半的业务记录，没有搬任何内容。请先把它换成这个版本，或停下它，再重新执行`,
  )
}

const CONNECTIONS = 2

/** Who holds it moves records, or has them not be moved. */
export const MOVING_RECORDS = 'move-records'

/** Beside a database, the folder has the catalog of its records in a file of its own. */
function byWay(dataFolder: string): string {
  return `数据在 PostgreSQL 里时，业务记录不能直接在数据文件夹与分片之间搬，没有搬任何内容。请停止服务，依次执行：mingheng move database 另一个空的数据文件夹 --data ${dataFolder}；在那个文件夹上 mingheng move-records；再 mingheng move 那个文件夹 database（数据库须是空的，可另用 --schema）`
}

async function over<Value>(
  database: SqlDatabase,
  { dataFolder, recordMemoryMegabytes: memoryMegabytes, recordThreads: threads }: Configuration,
  clusters: Clusters,
  open: Opening,
  work: Work<Value>,
): Promise<Outcome<Value>> {
  const folders = recordFolders(join(dataFolder, 'records'))
  const entered = await unlessDiskFails(folders.root, () => enterFolder(folders, openCatalog(database)))
  if (!entered.ok) return entered
  open.keep(entered.value)
  return work(
    openRecordMove({
      ...clusters,
      folders,
      memoryMegabytes,
      threads,
      batches: catalogBatches(database),
      placings: catalogPlacings(database),
      folder: dataFolder,
    }),
  )
}
