/** Every route of the server, by its contract: the front door of this room. A route that is not here is not served. */
import { ACT_ROUTES } from './act-routes.ts'
import { ANALYSIS_ROUTES } from './analysis-routes.ts'
import type { Contract } from './contract.ts'
import { RECORD_ROUTES } from './record-routes.ts'
import { addCalendar } from './routes/add-calendar.ts'
import { appendUpload } from './routes/append-upload.ts'
import { beginSecondFactor } from './routes/begin-second-factor.ts'
import { beginSignOn } from './routes/begin-sign-on.ts'
import { beginUpload } from './routes/begin-upload.ts'
import { changeDistrict } from './routes/change-district.ts'
import { changePassword } from './routes/change-password.ts'
import { changePerson } from './routes/change-person.ts'
import { confirmSecondFactor } from './routes/confirm-second-factor.ts'
import { createPerson } from './routes/create-person.ts'
import { createToken } from './routes/create-token.ts'
import { disableSecondFactor } from './routes/disable-second-factor.ts'
import { exportBundle } from './routes/export-bundle.ts'
import { finishSignOn } from './routes/finish-sign-on.ts'
import { finishUpload } from './routes/finish-upload.ts'
import { followScores } from './routes/follow-scores.ts'
import { grantRoles } from './routes/grant-roles.ts'
import { listCalendars } from './routes/list-calendars.ts'
import { listDistricts } from './routes/list-districts.ts'
import { listMessages } from './routes/list-messages.ts'
import { listPeople } from './routes/list-people.ts'
import { listTokens } from './routes/list-tokens.ts'
import { nameColleagues } from './routes/name-colleagues.ts'
import { passSecondFactor } from './routes/pass-second-factor.ts'
import { publishEvidence } from './routes/publish-evidence.ts'
import { readAccessLog } from './routes/read-access-log.ts'
import { readCityDocument } from './routes/read-city-document.ts'
import { readCity } from './routes/read-city.ts'
import { readDistrict } from './routes/read-district.ts'
import { readEvidence } from './routes/read-evidence.ts'
import { readHealth } from './routes/read-health.ts'
import { readMe } from './routes/read-me.ts'
import { readMetrics } from './routes/read-metrics.ts'
import { readOpenapi } from './routes/read-openapi.ts'
import { readPublicResults } from './routes/read-public-results.ts'
import { readQuotas } from './routes/read-quotas.ts'
import { readSeal } from './routes/read-seal.ts'
import { readServiceState } from './routes/read-service-state.ts'
import { readSmallEvidence } from './routes/read-small-evidence.ts'
import { readUpload } from './routes/read-upload.ts'
import { resetPassword } from './routes/reset-password.ts'
import { resetSecondFactor } from './routes/reset-second-factor.ts'
import { revokeToken } from './routes/revoke-token.ts'
import { setPersonState } from './routes/set-person-state.ts'
import { signIn } from './routes/sign-in.ts'
import { signOut } from './routes/sign-out.ts'
import { verifyLedger } from './routes/verify-ledger.ts'
import { SAMPLING_ROUTES } from './sampling-routes.ts'

export const ROUTES: readonly Contract[] = [
  ...SAMPLING_ROUTES,
  addCalendar,
  appendUpload,
  beginSecondFactor,
  beginSignOn,
  beginUpload,
  changeDistrict,
  changePassword,
  changePerson,
  confirmSecondFactor,
  createPerson,
  createToken,
  disableSecondFactor,
  finishSignOn,
  finishUpload,
  exportBundle,
  followScores,
  grantRoles,
  listCalendars,
  listDistricts,
  listMessages,
  listPeople,
  nameColleagues,
  listTokens,
  passSecondFactor,
  publishEvidence,
  readAccessLog,
  readCity,
  readCityDocument,
  readDistrict,
  readEvidence,
  readSmallEvidence,
  readHealth,
  readMe,
  readMetrics,
  readOpenapi,
  readPublicResults,
  readQuotas,
  readSeal,
  readServiceState,
  readUpload,
  resetPassword,
  resetSecondFactor,
  revokeToken,
  setPersonState,
  signIn,
  signOut,
  verifyLedger,
  ...ACT_ROUTES,
  ...ANALYSIS_ROUTES,
  ...RECORD_ROUTES,
]
