import { openClickShard } from '../adapters/clickhouse/click-cluster.ts'
import { postgresTurns } from '../adapters/clickhouse/record-turns.ts'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { bucketPlace } from '../adapters/districts/bucket-place.ts'
import type { DistrictPlace, DistrictPlaces } from '../adapters/districts/district-place.ts'
import { folderPlace, folderRegister } from '../adapters/districts/folder-place.ts'
import { postgresPlace, postgresRegister } from '../adapters/districts/postgres-place.ts'
import { shardsPlace } from '../adapters/districts/shards-place.ts'
import { countInFolder } from '../adapters/data/listed-records.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { objectBucket } from '../adapters/objects/object-bucket.ts'
import { enterOffice } from '../adapters/postgres/office-gate.ts'
import { openPostgres, type Postgres } from '../adapters/postgres/open-postgres.ts'
import { withSessionLock } from '../adapters/postgres/session-lock.ts'
import { catalogBatches, refuseElsewhere, refuseShards } from '../adapters/records/catalog-batches.ts'
import { openCatalog } from '../adapters/records/catalog.ts'
import { currentRecords } from '../adapters/records/holdings.ts'
import type { SqlDatabase } from '../adapters/sql/sql-database.ts'
import type { DistrictData } from '../app/ports/district-house.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import { accepted, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { shardAddresses } from './open-cluster-records.ts'
import { bucketOptions } from './open-object-files.ts'
import { MOVING_RECORDS } from './record-moves.ts'
import { openOfficeFiles } from './open-office-files.ts'
import { openOfficeServer } from './open-office-server.ts'
import { openFiles } from './open-stores.ts'
import { opening, type OfficeStores, type Opening } from './stores.ts'

/** Ledgers, people and evidence of an office that lies on servers, altogether or in part. */
export function officeData(configuration: Configuration): Promise<Outcome<DistrictData>> {
  return orClosed(async (open) => {
    const office = await openOffice(configuration, open)
    if (!office.ok) return office
    const files = await openFiles(configuration, office.value, open)
    if (!files.ok) return files
    const { ledger, people } = office.value
    return accepted({
      ledgers: ledger.ledgers,
      rubrics: ledger.rubrics,
      people,
      evidence: files.value.evidence,
      countRecords: (tenantId) => countRecords(configuration, office.value, tenantId),
      close: open.close,
    })
  })
}

/** As the catalog has it: shards are not asked. */
async function countRecords(
  { dataFolder, recordShards }: Configuration,
  { isServer, recordCatalog }: OfficeStores,
  tenantId: TenantId,
): Promise<Stored<number>> {
  if (recordShards.length === 0 && !isServer) return countInFolder(dataFolder, tenantId)
  const catalog = await recordCatalog()
  if (!catalog.ok) return catalog
  const { database } = catalog.value
  if (recordShards.length === 0) {
    // Where the shards are not named, the folder would be taken for all there is: none.
    const here = await refuseShards(database)
    return here.ok ? countInFolder(dataFolder, tenantId) : here
  }
  const files = await openCatalog(database).files(tenantId)
  return files.ok ? accepted(currentRecords(files.value)) : files
}

/**
 * The bucket, the shards and the folder, then the database with the district itself. Where all lies on servers, nodes may be
 * running: the folder holds copies only.
 */
export function officePlaces(
  configuration: Configuration,
  purpose: 'reading' | 'removing',
): Promise<Outcome<DistrictPlaces>> {
  const { dataFolder, databaseUrl, objectStoreUrl, recordShards } = configuration
  const within = {
    isOffice: databaseUrl === '',
    isEvidence: objectStoreUrl === null,
    isRecords: recordShards.length === 0,
  }
  return orClosed(async (open) => {
    if (purpose === 'removing' && (within.isOffice || within.isEvidence || within.isRecords)) {
      const folder = takeDataFolder(dataFolder)
      if (!folder.ok) return folder
      open.keep({ close: folder.value.release })
    }
    const office = within.isOffice && within.isRecords ? null : await openOffice(configuration, open)
    if (office !== null && !office.ok) return office
    const catalog = office === null ? null : await catalogAsConfigured(configuration, office.value)
    if (catalog !== null && !catalog.ok) return catalog
    const postgres = within.isOffice ? null : await openSchema(configuration, open)
    if (postgres !== null && !postgres.ok) return postgres
    const places: DistrictPlace[] = []
    if (objectStoreUrl !== null)
      places.push(bucketPlace(open.keep(objectBucket(bucketOptions({ ...configuration, objectStoreUrl })))))
    if (catalog !== null && recordShards.length > 0) places.push(openShards(configuration, catalog.value, open))
    places.push(folderPlace(dataFolder, within))
    if (postgres === null)
      return accepted({
        places,
        register: folderRegister(dataFolder),
        inTurn: (_tenantId, act) => act(),
        close: open.close,
      })
    const turns = postgresTurns(postgres.value)
    return accepted({
      places: [...places, postgresPlace(postgres.value)],
      register: postgresRegister(postgres.value),
      // Nor while records are moved: what came elsewhere after the district had gone would stay.
      inTurn: async (tenantId, act) => {
        const acted = await withSessionLock(postgres.value, MOVING_RECORDS, () => turns.take(tenantId, act))
        if (!acted.ok) return acted
        return acted.value.ok ? acted.value.value : acted.value
      },
      close: open.close,
    })
  })
}

async function openOffice(configuration: Configuration, open: Opening): Promise<Outcome<OfficeStores>> {
  return configuration.databaseUrl === ''
    ? openOfficeFiles(configuration.dataFolder, systemClock, open)
    : openOfficeServer(configuration, systemClock, open)
}

/** A few: one place is read or emptied after another. */
const CONNECTIONS = 3

async function openSchema(
  { databaseUrl: url, databaseSchema: schema }: Configuration,
  open: Opening,
): Promise<Outcome<Postgres>> {
  const opened = await openPostgres({ url, schema, connections: CONNECTIONS })
  if (!opened.ok) return opened
  open.keep(opened.value)
  const entered = await enterOffice(opened.value)
  if (!entered.ok) return entered
  open.keep(entered.value)
  return opened
}

/** The catalog of records, where they lie as the configuration says: on fewer servers, or on none, a part would pass for all of them. */
async function catalogAsConfigured(
  { recordShards, recordDatabase }: Configuration,
  { recordCatalog }: OfficeStores,
): Promise<Stored<SqlDatabase>> {
  const catalog = await recordCatalog()
  if (!catalog.ok) return catalog
  const { database } = catalog.value
  const here =
    recordShards.length === 0
      ? await refuseShards(database)
      : await refuseElsewhere(database, recordShards.length, recordDatabase)
  return here.ok ? accepted(database) : here
}

function openShards(configuration: Configuration, catalog: SqlDatabase, open: Opening): DistrictPlace {
  const shards = shardAddresses(configuration).map(openClickShard)
  for (const replica of shards.flatMap(({ replicas }) => replicas)) open.keep(replica)
  return shardsPlace({
    cluster: { shards, database: configuration.recordDatabase },
    catalog: openCatalog(catalog),
    batches: catalogBatches(catalog),
    memoryMegabytes: configuration.recordMemoryMegabytes,
    threads: configuration.recordThreads,
  })
}

async function orClosed<Value>(work: (open: Opening) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const open = opening()
  const done = await work(open)
  if (!done.ok) await open.close()
  return done
}
