import { clickCluster } from '../adapters/clickhouse/click-cluster.ts'
import { openClickDoor } from '../adapters/clickhouse/click-door.ts'
import { postgresTurns } from '../adapters/clickhouse/record-turns.ts'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { bucketPlace } from '../adapters/districts/bucket-place.ts'
import type { DistrictPlace, DistrictPlaces } from '../adapters/districts/district-place.ts'
import { folderPlace, folderRegister } from '../adapters/districts/folder-place.ts'
import { postgresPlace, postgresRegister } from '../adapters/districts/postgres-place.ts'
import { shardsPlace } from '../adapters/districts/shards-place.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { objectBucket } from '../adapters/objects/object-bucket.ts'
import { enterOffice } from '../adapters/postgres/office-gate.ts'
import { openPostgres, type Postgres } from '../adapters/postgres/open-postgres.ts'
import { openCatalog } from '../adapters/records/catalog.ts'
import type { OpenData } from '../app/ports/data-house.ts'
import { accepted, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { shardAddresses } from './open-cluster-records.ts'
import { bucketOptions } from './open-object-files.ts'
import { openOfficeFiles } from './open-office-files.ts'
import { openOfficeServer } from './open-office-server.ts'
import { openFiles } from './open-stores.ts'
import { opening, type OfficeStores, type Opening } from './stores.ts'

/** Ledgers, people and evidence of an office that lies on servers, altogether or in part. */
export function officeData(configuration: Configuration): Promise<Outcome<OpenData>> {
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
      close: open.close,
    })
  })
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
    const postgres = within.isOffice ? null : await openSchema(configuration, open)
    if (postgres !== null && !postgres.ok) return postgres
    const places: DistrictPlace[] = []
    if (objectStoreUrl !== null)
      places.push(bucketPlace(open.keep(objectBucket(bucketOptions({ ...configuration, objectStoreUrl })))))
    if (office !== null && recordShards.length > 0) {
      const shards = await openShards(configuration, office.value, open)
      if (!shards.ok) return shards
      places.push(shards.value)
    }
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
      inTurn: async (tenantId, act) => {
        const acted = await turns.take(tenantId, act)
        return acted.ok ? acted.value : acted
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

async function openShards(
  configuration: Configuration,
  { recordCatalog }: OfficeStores,
  open: Opening,
): Promise<Outcome<DistrictPlace>> {
  const catalog = await recordCatalog()
  if (!catalog.ok) return catalog
  const addresses = shardAddresses(configuration)
  const doors = addresses.map((address) => ({
    door: open.keep(openClickDoor(address)),
    replicas: address.urls.length,
  }))
  return accepted(
    shardsPlace({
      cluster: clickCluster(doors, configuration.recordDatabase),
      catalog: openCatalog(catalog.value.database),
      memoryMegabytes: configuration.recordMemoryMegabytes,
      threads: configuration.recordThreads,
    }),
  )
}

async function orClosed<Value>(work: (open: Opening) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const open = opening()
  const done = await work(open)
  if (!done.ok) await open.close()
  return done
}
