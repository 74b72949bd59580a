/** The routes of operational records: bringing them in, reading them, detecting. `routes.ts` takes them in. */
import type { Contract } from './contract.ts'
import { adoptDetections } from './routes/adopt-detections.ts'
import { appendRecordFile } from './routes/append-record-file.ts'
import { beginRecordFile } from './routes/begin-record-file.ts'
import { cancelDetectionRun } from './routes/cancel-detection-run.ts'
import { cancelImport } from './routes/cancel-import.ts'
import { confirmProfile } from './routes/confirm-profile.ts'
import { declareFeeds } from './routes/declare-feeds.ts'
import { finishRecordFile } from './routes/finish-record-file.ts'
import { guessProfile } from './routes/guess-profile.ts'
import { listDataSets } from './routes/list-data-sets.ts'
import { listDetectionRuns } from './routes/list-detection-runs.ts'
import { listDetections } from './routes/list-detections.ts'
import { listImports } from './routes/list-imports.ts'
import { listProfiles } from './routes/list-profiles.ts'
import { listRetirements } from './routes/list-retirements.ts'
import { lookIntoRecordFile } from './routes/look-into-record-file.ts'
import { openRecord } from './routes/open-record.ts'
import { previewImport } from './routes/preview-import.ts'
import { readCoverage } from './routes/read-coverage.ts'
import { readDetectionRun } from './routes/read-detection-run.ts'
import { readFindingRecords } from './routes/read-finding-records.ts'
import { readHoldings } from './routes/read-holdings.ts'
import { readImport } from './routes/read-import.ts'
import { readImportErrors } from './routes/read-import-errors.ts'
import { readRecordFile } from './routes/read-record-file.ts'
import { readSheetCoverage } from './routes/read-sheet-coverage.ts'
import { readVersions } from './routes/read-versions.ts'
import { removeRecordFile } from './routes/remove-record-file.ts'
import { retireDetection } from './routes/retire-detection.ts'
import { runDetections } from './routes/run-detections.ts'
import { startImport } from './routes/start-import.ts'
import { withdrawSuspicion } from './routes/withdraw-suspicion.ts'

export const RECORD_ROUTES: readonly Contract[] = [
  adoptDetections,
  appendRecordFile,
  beginRecordFile,
  cancelDetectionRun,
  cancelImport,
  confirmProfile,
  declareFeeds,
  finishRecordFile,
  guessProfile,
  listDataSets,
  listDetectionRuns,
  listDetections,
  listImports,
  listProfiles,
  listRetirements,
  lookIntoRecordFile,
  openRecord,
  previewImport,
  readCoverage,
  readDetectionRun,
  readFindingRecords,
  readHoldings,
  readImport,
  readImportErrors,
  readRecordFile,
  readSheetCoverage,
  readVersions,
  removeRecordFile,
  retireDetection,
  runDetections,
  startImport,
  withdrawSuspicion,
]
