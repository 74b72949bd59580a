import { join } from 'node:path'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { folderEvidence } from '../adapters/evidence/folder-evidence.ts'
import { memoryReservedEvidence } from '../adapters/evidence/memory-reserved-evidence.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { folderRecordUploads } from '../adapters/record-uploads/folder-record-uploads.ts'
import { isCatalogFilled } from '../adapters/office-copy/office-records.ts'
import { openRecordStore, type OpenRecords } from '../adapters/records/open-record-store.ts'
import type { Clock } from '../app/ports/clock.ts'
import { USUAL_EVIDENCE_LIMITS } from '../app/ports/evidence-kind.ts'
import { databaseFault, type Stored, type StoreFaultCode } from '../app/ports/store-fault.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { openClusterRecords } from './open-cluster-records.ts'
import { openObjectFiles } from './open-object-files.ts'
import { openOfficeFiles } from './open-office-files.ts'
import { openOfficeServer } from './open-office-server.ts'
import { opening, type FileStores, type OfficeStores, type Opening, type Stores } from './stores.ts'

const MEGABYTE = 1024 * 1024

/** Where somebody leaves files and does not come back for them. */
const RECORD_FILES_EACH = 50

/** All stores, each where the configuration has it. */
export async function openStores(
  configuration: Configuration,
  clock: Clock = systemClock,
): Promise<Outcome<Stores, StoreFaultCode | 'folder-held'>> {
  const open = opening()
  const stores = await openAll(configuration, clock, open)
  if (!stores.ok) await open.close()
  return stores
}

async function openAll(
  configuration: Configuration,
  clock: Clock,
  open: Opening,
): Promise<Outcome<Stores, StoreFaultCode | 'folder-held'>> {
  const { dataFolder } = configuration
  const folder = takeDataFolder(dataFolder)
  if (!folder.ok) return folder.refusal.code === 'store-busy' ? refused('folder-held', held(dataFolder)) : folder
  open.keep({ close: folder.value.release })
  const office =
    configuration.databaseUrl === ''
      ? await openOfficeFiles(dataFolder, clock, open)
      : await openOfficeServer(configuration, clock, open)
  if (!office.ok) return office
  const files = await openFiles(configuration, office.value, open)
  if (!files.ok) return files
  const records =
    configuration.recordShards.length > 0
      ? await openClusterRecords(configuration, office.value, files.value)
      : await openFolderRecords(configuration, office.value, files.value)
  if (!records.ok) return records
  open.keep(records.value)
  return accepted({
    ...office.value,
    ...files.value,
    folder: folder.value,
    records: records.value,
    close: open.close,
  })
}

/** Files in the data folder, with their catalog beside them; beside a database that knows of records itself, they would be others. */
async function openFolderRecords(
  { dataFolder, recordMemoryMegabytes, recordThreads }: Configuration,
  { isServer, recordCatalog }: OfficeStores,
  { refusedImports }: FileStores,
): Promise<Stored<OpenRecords>> {
  if (isServer) {
    const catalog = await recordCatalog()
    if (!catalog.ok) return catalog
    const { database } = catalog.value
    const filled = await isCatalogFilled(database)
    if (!filled.ok) return filled
    if (filled.value) return databaseFault('store-unreachable', database.place, IN_DATABASE)
  }
  return openRecordStore({
    folder: join(dataFolder, 'records'),
    catalogFile: join(dataFolder, 'records.sqlite'),
    refused: refusedImports,
    memoryMegabytes: recordMemoryMegabytes,
    threads: recordThreads,
  })
}

const IN_DATABASE = '业务记录的目录在这个数据库里，记录在分片上，配置却没有 recordShards；请照原来的填写'

function held(dataFolder: string): string {
  return `数据文件夹“${dataFolder}”正由另一个明衡服务使用，没有启动。请先停止那一个，或用 MINGHENG_DATA 指明另一个文件夹`
}

/** What people hand in: in a bucket where one is told, else in the data folder. */
export async function openFiles(
  configuration: Configuration,
  office: OfficeStores,
  open: Opening,
): Promise<Stored<FileStores>> {
  const { dataFolder, objectStoreUrl } = configuration
  const evidence = {
    ...USUAL_EVIDENCE_LIMITS,
    fileBytes: configuration.fileMegabytes * MEGABYTE,
    recordingBytes: configuration.recordingMegabytes * MEGABYTE,
  }
  const records = { fileBytes: configuration.recordFileMegabytes * MEGABYTE, perPerson: RECORD_FILES_EACH }
  if (objectStoreUrl !== null)
    return openObjectFiles({ ...configuration, objectStoreUrl }, office, { evidence, records }, open)
  return accepted({
    evidence: folderEvidence(join(dataFolder, 'evidence'), evidence),
    reservedEvidence: memoryReservedEvidence(),
    recordUploads: folderRecordUploads(join(dataFolder, 'record-files'), records),
    isBucket: false,
  })
}
