import { join } from 'node:path'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { folderEvidence } from '../adapters/evidence/folder-evidence.ts'
import { takeDataFolder } from '../adapters/files/data-folder.ts'
import { folderRecordUploads } from '../adapters/record-uploads/folder-record-uploads.ts'
import { openRecordStore } from '../adapters/records/open-record-store.ts'
import type { Clock } from '../app/ports/clock.ts'
import { USUAL_EVIDENCE_LIMITS } from '../app/ports/evidence-kind.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import { openOfficeFiles } from './open-office-files.ts'
import { opening, type FileStores, type Opening, type Stores } from './stores.ts'

const MEGABYTE = 1024 * 1024

/** Where somebody leaves files and does not come back for them. */
const RECORD_FILES_EACH = 50

/** All stores, each where the configuration has it. */
export async function openStores(configuration: Configuration, clock: Clock = systemClock): Promise<Stored<Stores>> {
  const open = opening()
  const stores = await openAll(configuration, clock, open)
  if (!stores.ok) await open.close()
  return stores
}

async function openAll(configuration: Configuration, clock: Clock, open: Opening): Promise<Stored<Stores>> {
  const { dataFolder } = configuration
  const folder = takeDataFolder(dataFolder)
  if (!folder.ok) return folder
  open.keep({ close: folder.value.release })
  const office = await openOfficeFiles(dataFolder, clock, open)
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
