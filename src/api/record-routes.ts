/** The routes of operational records: bringing them in, reading them, detecting. `routes.ts` takes them in. */
import type { Contract } from './contract.ts'
import { appendRecordFile } from './routes/append-record-file.ts'
import { beginRecordFile } from './routes/begin-record-file.ts'
import { cancelImport } from './routes/cancel-import.ts'
import { confirmProfile } from './routes/confirm-profile.ts'
import { finishRecordFile } from './routes/finish-record-file.ts'
import { listDataSets } from './routes/list-data-sets.ts'
import { listImports } from './routes/list-imports.ts'
import { listProfiles } from './routes/list-profiles.ts'
import { lookIntoRecordFile } from './routes/look-into-record-file.ts'
import { openRecord } from './routes/open-record.ts'
import { previewImport } from './routes/preview-import.ts'
import { readHoldings } from './routes/read-holdings.ts'
import { readImport } from './routes/read-import.ts'
import { readImportErrors } from './routes/read-import-errors.ts'
import { readRecordFile } from './routes/read-record-file.ts'
import { readVersions } from './routes/read-versions.ts'
import { removeRecordFile } from './routes/remove-record-file.ts'
import { startImport } from './routes/start-import.ts'

export const RECORD_ROUTES: readonly Contract[] = [
  appendRecordFile,
  beginRecordFile,
  cancelImport,
  confirmProfile,
  finishRecordFile,
  listDataSets,
  listImports,
  listProfiles,
  lookIntoRecordFile,
  openRecord,
  previewImport,
  readHoldings,
  readImport,
  readImportErrors,
  readRecordFile,
  readVersions,
  removeRecordFile,
  startImport,
]
