/** The routes of operational records with what is done. `server-routes.ts` takes them in. */
import type { Route } from './route.ts'
import { adoptDetectionsRoute } from './routes/adopt-detections-route.ts'
import { appendRecordFileRoute } from './routes/append-record-file-route.ts'
import { beginRecordFileRoute } from './routes/begin-record-file-route.ts'
import { cancelDetectionRunRoute } from './routes/cancel-detection-run-route.ts'
import { cancelImportRoute } from './routes/cancel-import-route.ts'
import { confirmProfileRoute } from './routes/confirm-profile-route.ts'
import { declareFeedsRoute } from './routes/declare-feeds-route.ts'
import { finishRecordFileRoute } from './routes/finish-record-file-route.ts'
import { guessProfileRoute } from './routes/guess-profile-route.ts'
import { listDataSetsRoute } from './routes/list-data-sets-route.ts'
import { listDetectionRunsRoute } from './routes/list-detection-runs-route.ts'
import { listDetectionsRoute } from './routes/list-detections-route.ts'
import { listImportsRoute } from './routes/list-imports-route.ts'
import { listProfilesRoute } from './routes/list-profiles-route.ts'
import { listRetirementsRoute } from './routes/list-retirements-route.ts'
import { lookIntoRecordFileRoute } from './routes/look-into-record-file-route.ts'
import { openRecordRoute } from './routes/open-record-route.ts'
import { previewImportRoute } from './routes/preview-import-route.ts'
import { readCoverageRoute } from './routes/read-coverage-route.ts'
import { readDetectionRunRoute } from './routes/read-detection-run-route.ts'
import { readFindingRecordsRoute } from './routes/read-finding-records-route.ts'
import { readHoldingsRoute } from './routes/read-holdings-route.ts'
import { readImportErrorsRoute } from './routes/read-import-errors-route.ts'
import { readImportRoute } from './routes/read-import-route.ts'
import { readRecordFileRoute } from './routes/read-record-file-route.ts'
import { readSheetCoverageRoute } from './routes/read-sheet-coverage-route.ts'
import { readVersionsRoute } from './routes/read-versions-route.ts'
import { removeRecordFileRoute } from './routes/remove-record-file-route.ts'
import { retireDetectionRoute } from './routes/retire-detection-route.ts'
import { runDetectionsRoute } from './routes/run-detections-route.ts'
import { startImportRoute } from './routes/start-import-route.ts'
import { withdrawSuspicionRoute } from './routes/withdraw-suspicion-route.ts'

export const SERVED_RECORDS: readonly Route[] = [
  adoptDetectionsRoute,
  appendRecordFileRoute,
  beginRecordFileRoute,
  cancelDetectionRunRoute,
  cancelImportRoute,
  confirmProfileRoute,
  declareFeedsRoute,
  finishRecordFileRoute,
  guessProfileRoute,
  listDataSetsRoute,
  listDetectionRunsRoute,
  listDetectionsRoute,
  listImportsRoute,
  listProfilesRoute,
  listRetirementsRoute,
  lookIntoRecordFileRoute,
  openRecordRoute,
  previewImportRoute,
  readCoverageRoute,
  readDetectionRunRoute,
  readFindingRecordsRoute,
  readHoldingsRoute,
  readImportErrorsRoute,
  readImportRoute,
  readRecordFileRoute,
  readSheetCoverageRoute,
  readVersionsRoute,
  removeRecordFileRoute,
  retireDetectionRoute,
  runDetectionsRoute,
  startImportRoute,
  withdrawSuspicionRoute,
]
