import { join } from 'node:path'
import { openClickRecords } from '../adapters/clickhouse/open-click-records.ts'
import type { ClickAddress } from '../adapters/clickhouse/click-door.ts'
import type { OpenRecords } from '../adapters/records/open-record-store.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import type { Configuration } from './configuration-keys.ts'
import type { FileStores, OfficeStores } from './stores.ts'

/**
 * Records on the shards of a cluster. Nothing is asked of them yet: a server starts without them, and who needs one that is
 * down is told which.
 */
export async function openClusterRecords(
  configuration: Configuration,
  { recordCatalog }: Pick<OfficeStores, 'recordCatalog'>,
  { refusedImports }: Pick<FileStores, 'refusedImports'>,
): Promise<Stored<OpenRecords>> {
  const catalog = await recordCatalog()
  if (!catalog.ok) return catalog
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

/** In the order that says which center is on which. */
export function shardAddresses({
  recordShards,
  recordDatabase: database,
  recordUser: user,
  recordPassword: password,
}: Configuration): readonly ClickAddress[] {
  return recordShards.map((shard) => ({
    urls: shard.split('|').map((url) => url.trim()),
    user,
    password,
    database,
  }))
}
