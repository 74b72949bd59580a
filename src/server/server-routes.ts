/** Every contract with what is done; a test compares this list with `src/api/routes.ts`. */
import { SERVED_ACTS } from './act-routes.ts'
import { SERVED_ANALYSES } from './analysis-routes.ts'
import { SERVED_RECORDS } from './record-routes.ts'
import type { Route } from './route.ts'
import { addCalendarRoute } from './routes/add-calendar-route.ts'
import { appendUploadRoute } from './routes/append-upload-route.ts'
import { beginSecondFactorRoute } from './routes/begin-second-factor-route.ts'
import { beginSignOnRoute } from './routes/begin-sign-on-route.ts'
import { beginUploadRoute } from './routes/begin-upload-route.ts'
import { changeDistrictRoute } from './routes/change-district-route.ts'
import { changePasswordRoute } from './routes/change-password-route.ts'
import { changePersonRoute } from './routes/change-person-route.ts'
import { confirmSecondFactorRoute } from './routes/confirm-second-factor-route.ts'
import { createPersonRoute } from './routes/create-person-route.ts'
import { createTokenRoute } from './routes/create-token-route.ts'
import { disableSecondFactorRoute } from './routes/disable-second-factor-route.ts'
import { exportBundleRoute } from './routes/export-bundle-route.ts'
import { finishSignOnRoute } from './routes/finish-sign-on-route.ts'
import { finishUploadRoute } from './routes/finish-upload-route.ts'
import { followScoresRoute } from './routes/follow-scores-route.ts'
import { grantRolesRoute } from './routes/grant-roles-route.ts'
import { listCalendarsRoute } from './routes/list-calendars-route.ts'
import { listDistrictsRoute } from './routes/list-districts-route.ts'
import { listMessagesRoute } from './routes/list-messages-route.ts'
import { listPeopleRoute } from './routes/list-people-route.ts'
import { listTokensRoute } from './routes/list-tokens-route.ts'
import { nameColleaguesRoute } from './routes/name-colleagues-route.ts'
import { passSecondFactorRoute } from './routes/pass-second-factor-route.ts'
import { publishEvidenceRoute } from './routes/publish-evidence-route.ts'
import { readAccessLogRoute } from './routes/read-access-log-route.ts'
import { readCityDocumentRoute } from './routes/read-city-document-route.ts'
import { readCityRoute } from './routes/read-city-route.ts'
import { readDistrictRoute } from './routes/read-district-route.ts'
import { readEvidenceRoute } from './routes/read-evidence-route.ts'
import { readHealthRoute } from './routes/read-health-route.ts'
import { readMeRoute } from './routes/read-me-route.ts'
import { readMetricsRoute } from './routes/read-metrics-route.ts'
import { readOpenapiRoute } from './routes/read-openapi-route.ts'
import { readPublicResultsRoute } from './routes/read-public-results-route.ts'
import { readQuotasRoute } from './routes/read-quotas-route.ts'
import { readSealRoute } from './routes/read-seal-route.ts'
import { readServiceStateRoute } from './routes/read-service-state-route.ts'
import { readSmallEvidenceRoute } from './routes/read-small-evidence-route.ts'
import { readUploadRoute } from './routes/read-upload-route.ts'
import { resetPasswordRoute } from './routes/reset-password-route.ts'
import { resetSecondFactorRoute } from './routes/reset-second-factor-route.ts'
import { revokeTokenRoute } from './routes/revoke-token-route.ts'
import { setPersonStateRoute } from './routes/set-person-state-route.ts'
import { signInRoute } from './routes/sign-in-route.ts'
import { signOutRoute } from './routes/sign-out-route.ts'
import { verifyLedgerRoute } from './routes/verify-ledger-route.ts'
import { SERVED_SAMPLING } from './sampling-routes.ts'

export const SERVER_ROUTES: readonly Route[] = [
  ...SERVED_SAMPLING,
  addCalendarRoute,
  appendUploadRoute,
  beginSecondFactorRoute,
  beginSignOnRoute,
  beginUploadRoute,
  changeDistrictRoute,
  changePasswordRoute,
  changePersonRoute,
  confirmSecondFactorRoute,
  createPersonRoute,
  createTokenRoute,
  disableSecondFactorRoute,
  finishSignOnRoute,
  finishUploadRoute,
  exportBundleRoute,
  followScoresRoute,
  grantRolesRoute,
  listCalendarsRoute,
  listDistrictsRoute,
  listMessagesRoute,
  listPeopleRoute,
  nameColleaguesRoute,
  listTokensRoute,
  passSecondFactorRoute,
  publishEvidenceRoute,
  readAccessLogRoute,
  readCityRoute,
  readCityDocumentRoute,
  readDistrictRoute,
  readEvidenceRoute,
  readSmallEvidenceRoute,
  readHealthRoute,
  readMeRoute,
  readMetricsRoute,
  readOpenapiRoute,
  readPublicResultsRoute,
  readQuotasRoute,
  readSealRoute,
  readServiceStateRoute,
  readUploadRoute,
  resetPasswordRoute,
  resetSecondFactorRoute,
  revokeTokenRoute,
  setPersonStateRoute,
  signInRoute,
  signOutRoute,
  verifyLedgerRoute,
  ...SERVED_ACTS,
  ...SERVED_ANALYSES,
  ...SERVED_RECORDS,
]
