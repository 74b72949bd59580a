/** The routes of an assessment with what is done. `server-routes.ts` takes them in. */
import type { Route } from './route.ts'
import { acceptFindingRoute } from './routes/accept-finding-route.ts'
import { acceptRectificationRoute } from './routes/accept-rectification-route.ts'
import { adoptRubricRoute } from './routes/adopt-rubric-route.ts'
import { answerQuestionRoute } from './routes/answer-question-route.ts'
import { approveBonusRoute } from './routes/approve-bonus-route.ts'
import { closePeriodRoute } from './routes/close-period-route.ts'
import { contestFindingRoute } from './routes/contest-finding-route.ts'
import { correctDecisionRoute } from './routes/correct-decision-route.ts'
import { countDeliveriesRoute } from './routes/count-deliveries-route.ts'
import { decideAmountRoute } from './routes/decide-amount-route.ts'
import { dismissFindingRoute } from './routes/dismiss-finding-route.ts'
import { enrollCentersRoute } from './routes/enroll-centers-route.ts'
import { fileAppealRoute } from './routes/file-appeal-route.ts'
import { inspectCenterRoute } from './routes/inspect-center-route.ts'
import { listAssessmentsRoute } from './routes/list-assessments-route.ts'
import { listBonusesRoute } from './routes/list-bonuses-route.ts'
import { listFindingsRoute } from './routes/list-findings-route.ts'
import { listPrecedentsRoute } from './routes/list-precedents-route.ts'
import { listRubricsRoute } from './routes/list-rubrics-route.ts'
import { listScoreChangesRoute } from './routes/list-score-changes-route.ts'
import { listTodosRoute } from './routes/list-todos-route.ts'
import { notifyFindingRoute } from './routes/notify-finding-route.ts'
import { openAssessmentRoute } from './routes/open-assessment-route.ts'
import { planRectificationRoute } from './routes/plan-rectification-route.ts'
import { previewBonusRoute } from './routes/preview-bonus-route.ts'
import { previewDecisionRoute } from './routes/preview-decision-route.ts'
import { proposeBonusRoute } from './routes/propose-bonus-route.ts'
import { publishResultsRoute } from './routes/publish-results-route.ts'
import { raiseSuspicionRoute } from './routes/raise-suspicion-route.ts'
import { readAdoptedRubricRoute } from './routes/read-adopted-rubric-route.ts'
import { readAssessmentRoute } from './routes/read-assessment-route.ts'
import { readBonusRoute } from './routes/read-bonus-route.ts'
import { readAppealDecisionRoute } from './routes/read-appeal-decision-route.ts'
import { readBulletinRoute } from './routes/read-bulletin-route.ts'
import { readFindingNoticeRoute } from './routes/read-finding-notice-route.ts'
import { readRectificationNoticeRoute } from './routes/read-rectification-notice-route.ts'
import { readEffectRoute } from './routes/read-effect-route.ts'
import { readClauseRoute } from './routes/read-clause-route.ts'
import { readFindingRoute } from './routes/read-finding-route.ts'
import { readFindingsDocumentRoute } from './routes/read-findings-document-route.ts'
import { readLedgerRoute } from './routes/read-ledger-route.ts'
import { readLedgerDocumentRoute } from './routes/read-ledger-document-route.ts'
import { readRegisterDocumentRoute } from './routes/read-register-document-route.ts'
import { readCertaintyRoute } from './routes/read-certainty-route.ts'
import { readCertaintyDocumentRoute } from './routes/read-certainty-document-route.ts'
import { readNextYearRoute } from './routes/read-next-year-route.ts'
import { readNextYearDocumentRoute } from './routes/read-next-year-document-route.ts'
import { readNoticeFileRoute } from './routes/read-notice-file-route.ts'
import { readOverviewRoute } from './routes/read-overview-route.ts'
import { readRankingRoute } from './routes/read-ranking-route.ts'
import { readEvennessDocumentRoute } from './routes/read-evenness-document-route.ts'
import { readEvennessRoute } from './routes/read-evenness-route.ts'
import { readRankingDocumentRoute } from './routes/read-ranking-document-route.ts'
import { readReadingEffectsRoute } from './routes/read-reading-effects-route.ts'
import { checkReadinessRoute } from './routes/check-readiness-route.ts'
import { readRubricRoute } from './routes/read-rubric-route.ts'
import { readSelfAssessmentRoute } from './routes/read-self-assessment-route.ts'
import { readSheetRoute } from './routes/read-sheet-route.ts'
import { readSheetDocumentRoute } from './routes/read-sheet-document-route.ts'
import { readSheetTimelineRoute } from './routes/read-sheet-timeline-route.ts'
import { readSheetsDocumentRoute } from './routes/read-sheets-document-route.ts'
import { readTrendRoute } from './routes/read-trend-route.ts'
import { rejectBonusRoute } from './routes/reject-bonus-route.ts'
import { reopenAssessmentRoute } from './routes/reopen-assessment-route.ts'
import { reportFindingRoute } from './routes/report-finding-route.ts'
import { returnRectificationRoute } from './routes/return-rectification-route.ts'
import { reverseFindingRoute } from './routes/reverse-finding-route.ts'
import { sealAssessmentRoute } from './routes/seal-assessment-route.ts'
import { selfReportFindingRoute } from './routes/self-report-finding-route.ts'
import { setTermsRoute } from './routes/set-terms-route.ts'
import { submitRectificationRoute } from './routes/submit-rectification-route.ts'
import { submitSelfAssessmentRoute } from './routes/submit-self-assessment-route.ts'
import { substantiateFindingRoute } from './routes/substantiate-finding-route.ts'
import { upholdFindingRoute } from './routes/uphold-finding-route.ts'
import { varyFindingRoute } from './routes/vary-finding-route.ts'
import { weighReadingsRoute } from './routes/weigh-readings-route.ts'

export const SERVED_ACTS: readonly Route[] = [
  acceptFindingRoute,
  acceptRectificationRoute,
  adoptRubricRoute,
  answerQuestionRoute,
  approveBonusRoute,
  closePeriodRoute,
  contestFindingRoute,
  correctDecisionRoute,
  countDeliveriesRoute,
  decideAmountRoute,
  dismissFindingRoute,
  enrollCentersRoute,
  fileAppealRoute,
  inspectCenterRoute,
  listAssessmentsRoute,
  listBonusesRoute,
  listFindingsRoute,
  listPrecedentsRoute,
  listRubricsRoute,
  listScoreChangesRoute,
  listTodosRoute,
  notifyFindingRoute,
  openAssessmentRoute,
  planRectificationRoute,
  previewBonusRoute,
  previewDecisionRoute,
  proposeBonusRoute,
  publishResultsRoute,
  raiseSuspicionRoute,
  readAdoptedRubricRoute,
  readAssessmentRoute,
  readBonusRoute,
  readAppealDecisionRoute,
  readBulletinRoute,
  readFindingNoticeRoute,
  readRectificationNoticeRoute,
  readEffectRoute,
  readClauseRoute,
  readFindingRoute,
  readFindingsDocumentRoute,
  readLedgerRoute,
  readLedgerDocumentRoute,
  readRegisterDocumentRoute,
  readCertaintyRoute,
  readCertaintyDocumentRoute,
  readNextYearRoute,
  readNextYearDocumentRoute,
  readNoticeFileRoute,
  readOverviewRoute,
  readRankingRoute,
  readEvennessRoute,
  readEvennessDocumentRoute,
  readRankingDocumentRoute,
  readReadingEffectsRoute,
  checkReadinessRoute,
  readRubricRoute,
  readSelfAssessmentRoute,
  readSheetRoute,
  readSheetDocumentRoute,
  readSheetTimelineRoute,
  readSheetsDocumentRoute,
  readTrendRoute,
  rejectBonusRoute,
  reopenAssessmentRoute,
  reportFindingRoute,
  returnRectificationRoute,
  reverseFindingRoute,
  sealAssessmentRoute,
  selfReportFindingRoute,
  setTermsRoute,
  submitRectificationRoute,
  submitSelfAssessmentRoute,
  substantiateFindingRoute,
  upholdFindingRoute,
  varyFindingRoute,
  weighReadingsRoute,
]
