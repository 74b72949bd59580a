import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openClickRecords } from '../adapters/clickhouse/open-click-records.ts'
import type { ShardAddress } from '../adapters/clickhouse/click-cluster.ts'
import { isCatalogFilled, recordsIn } from '../adapters/office-copy/office-records.ts'
import { CATALOG_MIGRATIONS } from '../adapters/records/catalog-migrations.ts'
import type { OpenRecords } from '../adapters/records/open-record-store.ts'
import type { SqlDatabase } from '../adapters/sql/sql-database.ts'
import { openSqliteSql } from '../adapters/sqlite/sqlite-sql.ts'
import { storeFault, type Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import type { FileStores, OfficeStores } from './stores.ts'

/**
 * Records on the shards of a cluster. Nothing is asked of them yet: a server starts without them, and who needs one that is
 * down is told which.
 */
export async function openClusterRecords(
  configuration: Configuration,
  { isServer, recordCatalog }: Pick<OfficeStores, 'isServer' | 'recordCatalog'>,
  { refusedImports }: Pick<FileStores, 'refusedImports'>,
): Promise<Stored<OpenRecords>> {
  const catalog = await recordCatalog()
  if (!catalog.ok) return catalog
  const beside = isServer ? await besideDatabase(configuration.dataFolder, catalog.value.database) : accepted(null)
  if (!beside.ok) return beside
  const { recordDatabase: database } = configuration
  return openClickRecords({
    folder: join(configuration.dataFolder, 'records'),
    refused: refusedImports,
    catalog: catalog.value.database,
    turns: catalog.value.turns,
    shards: shardAddresses(configuration),
    database,
    memoryMegabytes: configuration.recordMemoryMegabytes,
    threads: configuration.recordThreads,
  })
}

/** An office that came to a database with its records left in the folder would seem to have none. */
async function besideDatabase(dataFolder: string, own: SqlDatabase): Promise<Stored<null>> {
  const file = join(dataFolder, 'records.sqlite')
  const filled = await isCatalogFilled(own)
  if (!filled.ok) return filled
  if (filled.value || !existsSync(file)) return accepted(null)
  const left = openSqliteSql(file, CATALOG_MIGRATIONS)
  if (!left.ok) return left
  const records = await recordsIn(left.value, dataFolder)
  await left.value.close()
  if (!records.ok) return records
  return records.value.kind === 'none' ? accepted(null) : storeFault('store-unreachable', file, LEFT_BEHIND)
}

const LEFT_BEHIND =
  '数据文件夹里还有业务记录、方案或检测的目录，数据库里却没有，启动以后会像是没有导入过。请在搬进数据库以前，先用 mingheng move-records --to 各分片 把它们放到分片上，再 mingheng move（见 docs/guide/operations.md）；不要的，把 records.sqlite 移走'

/** In the order that says which center is on which. */
export function shardAddresses({
  recordShards,
  recordDatabase: database,
  recordUser: user,
  recordPassword: password,
}: Configuration): readonly ShardAddress[] {
  return recordShards.map((shard) => ({
    urls: shard.split('|').map((url) => url.trim()),
    user,
    password,
    database,
  }))
}
