import { join } from 'node:path'
import { checkBatches } from '../adapters/clickhouse/check-batches.ts'
import { openClickShard } from '../adapters/clickhouse/click-cluster.ts'
import { checkServer } from '../adapters/data/check-server.ts'
import { dataHouse } from '../adapters/data/data-house.ts'
import { nodeDigester } from '../adapters/digests/node-digester.ts'
import { folderEvidence } from '../adapters/evidence/folder-evidence.ts'
import { openPostgresLedger } from '../adapters/ledger/open-postgres-ledger.ts'
import { objectBucket } from '../adapters/objects/object-bucket.ts'
import { objectEvidence } from '../adapters/objects/object-evidence.ts'
import { UPLOAD_MIGRATIONS } from '../adapters/objects/upload-migrations.ts'
import { sqlUploadRegister } from '../adapters/objects/upload-register.ts'
import { PEOPLE_MIGRATIONS } from '../adapters/people/people-migrations.ts'
import { sqlPeople } from '../adapters/people/sql-people.ts'
import { fileVersion } from '../adapters/office-copy/file-version.ts'
import { storeVersions } from '../adapters/office-copy/postgres-office.ts'
import { openPostgres, type Postgres } from '../adapters/postgres/open-postgres.ts'
import { enterOffice } from '../adapters/postgres/office-gate.ts'
import { guardedPostgres } from '../adapters/postgres/postgres-fault.ts'
import { postgresSql } from '../adapters/postgres/postgres-sql.ts'
import { BATCHES_SINCE, CATALOG_MIGRATIONS } from '../adapters/records/catalog-migrations.ts'
import type { SqlDatabase } from '../adapters/sql/sql-database.ts'
import { openSqliteSql } from '../adapters/sqlite/sqlite-sql.ts'
import type { OpenData, RecordsCheck } from '../app/ports/data-house.ts'
import { USUAL_EVIDENCE_LIMITS } from '../app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../app/ports/evidence-store.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import type { CliPorts } from '../cli/cli-ports.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { faultSentence, readConfiguration } from './configuration.ts'
import { shardAddresses } from './open-cluster-records.ts'
import { bucketOptions } from './open-object-files.ts'
import { readText } from './read-text.ts'
import { opening, type Opening } from './stores.ts'

/** A few: what is checked is read one after another. */
const CONNECTIONS = 3

/** An office on a database server beside its nodes. It is not moved meanwhile; nothing in it is changed. */
export const serverHouse: CliPorts['serverHouse'] = async ({ url, schema }, dataFolder, withEvidence) => {
  const read = readConfiguration(
    { ...process.env, MINGHENG_DATA: dataFolder, MINGHENG_DATA_FOLDER: dataFolder },
    readText,
  )
  if (!read.ok) return refused('configuration-wrong', read.faults.map(faultSentence).join('\n'))
  const configuration = read.value
  const open = opening()
  const opened = await openPostgres({ url, schema, connections: CONNECTIONS, knowsAll: true })
  if (!opened.ok) return opened
  const postgres = open.keep(opened.value)
  const entered = await enterOffice(postgres)
  if (!entered.ok) {
    await open.close()
    return entered
  }
  open.keep(entered.value)
  const { objectStoreUrl, recordShards } = configuration
  return accepted({
    place: postgres.place,
    house: {
      checkDatabases: () => checkServer(postgres),
      checkRecords: async (_path, tell) => {
        const onShards = await checkShards(postgres, configuration, open, tell)
        const isElsewhere = onShards.ok && onShards.value === null && recordShards.length === 0
        return isElsewhere ? dataHouse.checkRecords(dataFolder, tell) : onShards
      },
      open: () => openServerData(postgres, evidenceOf(configuration, open)),
    },
    unlooked: {
      evidence:
        objectStoreUrl === null || withEvidence
          ? null
          : '在对象存储里，没有看；要逐个读出核对，加 --evidence（读遍整个桶）',
    },
    close: open.close,
  })
}

/** The catalog is read as it is: an office that never had one has nothing on shards. */
async function checkShards(
  postgres: Postgres,
  configuration: Configuration,
  open: Opening,
  tell: (counted: number) => void,
): Promise<Outcome<RecordsCheck | null>> {
  const versions = await guardedPostgres(postgres.place, () => storeVersions(postgres))
  if (!versions.ok) return versions
  if (versions.value?.has('records') !== true) return accepted(null)
  return countOn(postgresSql(postgres.pool, postgres.place), configuration, open, tell)
}

function countOn(
  catalog: SqlDatabase,
  configuration: Configuration,
  open: Opening,
  tell: (counted: number) => void,
): Promise<Outcome<RecordsCheck | null>> {
  const shards = shardAddresses(configuration).map(openClickShard)
  for (const replica of shards.flatMap(({ replicas }) => replicas)) open.keep(replica)
  return checkBatches(catalog, { shards, database: configuration.recordDatabase }, tell)
}

/** As the folder's own, but that records whose catalog lies in the folder and that lie on shards are counted there. */
export const folderHouse: CliPorts['folderHouse'] = (dataFolder, house) => ({
  ...house,
  checkRecords: async (path, tell) => {
    const inFolder = await house.checkRecords(path, tell)
    const file = join(dataFolder, 'records.sqlite')
    if (!inFolder.ok || inFolder.value === null || inFolder.value.files > 0) return inFolder
    const version = fileVersion(file)
    if (!version.ok || version.value < BATCHES_SINCE) return version.ok ? inFolder : version
    const read = readConfiguration(
      { ...process.env, MINGHENG_DATA: dataFolder, MINGHENG_DATA_FOLDER: dataFolder },
      readText,
    )
    if (!read.ok) return refused('configuration-wrong', read.faults.map(faultSentence).join('\n'))
    const open = opening()
    // As it is: a check changes nothing, and its batches are those of the version that it has.
    const catalog = openSqliteSql(file, CATALOG_MIGRATIONS.slice(0, version.value))
    if (!catalog.ok) return catalog
    try {
      const onShards = await countOn(open.keep(catalog.value), read.value, open, tell)
      return onShards.ok && onShards.value === null ? inFolder : onShards
    } finally {
      await open.close()
    }
  },
})

async function openServerData(postgres: Postgres, evidence: Stored<EvidenceStore>): Promise<Stored<OpenData>> {
  if (!evidence.ok) return evidence
  const ledger = await openPostgresLedger(postgres, nodeDigester)
  if (!ledger.ok) return ledger
  const people = await postgres.store('people', PEOPLE_MIGRATIONS)
  if (!people.ok) return people
  const { ledgers, rubrics } = ledger.value
  return accepted({
    ledgers,
    rubrics,
    people: sqlPeople(people.value),
    evidence: evidence.value,
    close: async () => undefined,
  })
}

/** Where the server has it. Uploads on their way are none of a check's: their register is an empty one. */
function evidenceOf(configuration: Configuration, open: Opening): Stored<EvidenceStore> {
  const { objectStoreUrl, dataFolder } = configuration
  if (objectStoreUrl === null) return accepted(folderEvidence(join(dataFolder, 'evidence'), USUAL_EVIDENCE_LIMITS))
  const register = openSqliteSql(':memory:', UPLOAD_MIGRATIONS)
  if (!register.ok) return register
  const parts = {
    bucket: open.keep(objectBucket(bucketOptions({ ...configuration, objectStoreUrl }))),
    register: sqlUploadRegister(open.keep(register.value), 'evidence'),
    workFolder: join(dataFolder, 'fetched', 'evidence'),
  }
  return accepted(objectEvidence(parts, USUAL_EVIDENCE_LIMITS))
}
