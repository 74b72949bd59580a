import { join } from 'node:path'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { folderEvidence } from '../adapters/evidence/folder-evidence.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { folderRecordUploads } from '../adapters/record-uploads/folder-record-uploads.ts'
import { openRecordStore } from '../adapters/records/open-record-store.ts'
import type { Clock } from '../app/ports/clock.ts'
import { USUAL_EVIDENCE_LIMITS } from '../app/ports/evidence-kind.ts'
import type { StoreFaultCode } from '../app/ports/store-fault.ts'
import { accepted, refused, type Outcome } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { openOfficeFiles } from './open-office-files.ts'
import { openOfficeServer } from './open-office-server.ts'
import { opening, type FileStores, type Opening, type Stores } from './stores.ts'

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
  const records = await openRecordStore({
    folder: join(dataFolder, 'records'),
    catalogFile: join(dataFolder, 'records.sqlite'),
    memoryMegabytes: configuration.recordMemoryMegabytes,
    threads: configuration.recordThreads,
  })
  if (!records.ok) return records
  open.keep(records.value)
  return accepted({
    ...office.value,
    ...folderFiles(configuration),
    folder: folder.value,
    records: records.value,
    close: open.close,
  })
}

function held(dataFolder: string): string {
  return `数据文件夹“${dataFolder}”正由另一个明衡服务使用，没有启动。请先停止那一个，或用 MINGHENG_DATA 指明另一个文件夹`
}

function folderFiles({
  dataFolder,
  fileMegabytes,
  recordingMegabytes,
  recordFileMegabytes,
}: Configuration): FileStores {
  return {
    evidence: folderEvidence(join(dataFolder, 'evidence'), {
      ...USUAL_EVIDENCE_LIMITS,
      fileBytes: fileMegabytes * MEGABYTE,
      recordingBytes: recordingMegabytes * MEGABYTE,
    }),
    recordUploads: folderRecordUploads(join(dataFolder, 'record-files'), {
      fileBytes: recordFileMegabytes * MEGABYTE,
      perPerson: RECORD_FILES_EACH,
    }),
  }
}
