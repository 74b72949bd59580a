/** The routes of an assessment: its acts, and reading it. `routes.ts` takes them in. */
import type { Contract } from './contract.ts'
import { acceptFinding } from './routes/accept-finding.ts'
import { acceptRectification } from './routes/accept-rectification.ts'
import { adoptRubric } from './routes/adopt-rubric.ts'
import { answerQuestion } from './routes/answer-question.ts'
import { approveBonus } from './routes/approve-bonus.ts'
import { closePeriod } from './routes/close-period.ts'
import { contestFinding } from './routes/contest-finding.ts'
import { correctDecision } from './routes/correct-decision.ts'
import { countDeliveries } from './routes/count-deliveries.ts'
import { decideAmount } from './routes/decide-amount.ts'
import { dismissFinding } from './routes/dismiss-finding.ts'
import { enrollCenters } from './routes/enroll-centers.ts'
import { fileAppeal } from './routes/file-appeal.ts'
import { inspectCenter } from './routes/inspect-center.ts'
import { listAssessments } from './routes/list-assessments.ts'
import { listBonuses } from './routes/list-bonuses.ts'
import { listFindings } from './routes/list-findings.ts'
import { listPrecedents } from './routes/list-precedents.ts'
import { listRubrics } from './routes/list-rubrics.ts'
import { listScoreChanges } from './routes/list-score-changes.ts'
import { listTodos } from './routes/list-todos.ts'
import { notifyFinding } from './routes/notify-finding.ts'
import { openAssessment } from './routes/open-assessment.ts'
import { planRectification } from './routes/plan-rectification.ts'
import { previewBonus } from './routes/preview-bonus.ts'
import { previewDecision } from './routes/preview-decision.ts'
import { proposeBonus } from './routes/propose-bonus.ts'
import { publishResults } from './routes/publish-results.ts'
import { raiseSuspicion } from './routes/raise-suspicion.ts'
import { readAdoptedRubric } from './routes/read-adopted-rubric.ts'
import { readAssessment } from './routes/read-assessment.ts'
import { readBonus } from './routes/read-bonus.ts'
import { readAppealDecision } from './routes/read-appeal-decision.ts'
import { readBulletin } from './routes/read-bulletin.ts'
import { readFindingNotice } from './routes/read-finding-notice.ts'
import { readRectificationNotice } from './routes/read-rectification-notice.ts'
import { readEffect } from './routes/read-effect.ts'
import { readClause } from './routes/read-clause.ts'
import { readFinding } from './routes/read-finding.ts'
import { readFindingsDocument } from './routes/read-findings-document.ts'
import { readLedger } from './routes/read-ledger.ts'
import { readLedgerDocument } from './routes/read-ledger-document.ts'
import { readRegisterDocument } from './routes/read-register-document.ts'
import { readCertainty } from './routes/read-certainty.ts'
import { readCertaintyDocument } from './routes/read-certainty-document.ts'
import { readNextYear } from './routes/read-next-year.ts'
import { readNextYearDocument } from './routes/read-next-year-document.ts'
import { readNoticeFile } from './routes/read-notice-file.ts'
import { readOverview } from './routes/read-overview.ts'
import { readRanking } from './routes/read-ranking.ts'
import { readEvennessDocument } from './routes/read-evenness-document.ts'
import { readEvenness } from './routes/read-evenness.ts'
import { readRankingDocument } from './routes/read-ranking-document.ts'
import { readReadingEffects } from './routes/read-reading-effects.ts'
import { checkReadiness } from './routes/check-readiness.ts'
import { readRubric } from './routes/read-rubric.ts'
import { readSelfAssessment } from './routes/read-self-assessment.ts'
import { readSheet } from './routes/read-sheet.ts'
import { readSheetDocument } from './routes/read-sheet-document.ts'
import { readSheetTimeline } from './routes/read-sheet-timeline.ts'
import { readSheetsDocument } from './routes/read-sheets-document.ts'
import { readTrend } from './routes/read-trend.ts'
import { rejectBonus } from './routes/reject-bonus.ts'
import { reopenAssessment } from './routes/reopen-assessment.ts'
import { reportFinding } from './routes/report-finding.ts'
import { returnRectification } from './routes/return-rectification.ts'
import { reverseFinding } from './routes/reverse-finding.ts'
import { sealAssessment } from './routes/seal-assessment.ts'
import { selfReportFinding } from './routes/self-report-finding.ts'
import { setTerms } from './routes/set-terms.ts'
import { submitRectification } from './routes/submit-rectification.ts'
import { submitSelfAssessment } from './routes/submit-self-assessment.ts'
import { substantiateFinding } from './routes/substantiate-finding.ts'
import { upholdFinding } from './routes/uphold-finding.ts'
import { varyFinding } from './routes/vary-finding.ts'
import { weighReadings } from './routes/weigh-readings.ts'

export const ACT_ROUTES: readonly Contract[] = [
  acceptFinding,
  acceptRectification,
  adoptRubric,
  answerQuestion,
  approveBonus,
  closePeriod,
  contestFinding,
  correctDecision,
  countDeliveries,
  decideAmount,
  dismissFinding,
  enrollCenters,
  fileAppeal,
  inspectCenter,
  listAssessments,
  listBonuses,
  listFindings,
  listPrecedents,
  listRubrics,
  listScoreChanges,
  listTodos,
  notifyFinding,
  openAssessment,
  planRectification,
  previewBonus,
  previewDecision,
  proposeBonus,
  publishResults,
  raiseSuspicion,
  readAdoptedRubric,
  readAssessment,
  readBonus,
  readAppealDecision,
  readBulletin,
  readFindingNotice,
  readRectificationNotice,
  readEffect,
  readClause,
  readFinding,
  readFindingsDocument,
  readLedger,
  readLedgerDocument,
  readRegisterDocument,
  readCertainty,
  readCertaintyDocument,
  readNextYear,
  readNextYearDocument,
  readNoticeFile,
  readOverview,
  readRanking,
  readEvenness,
  readEvennessDocument,
  readRankingDocument,
  readReadingEffects,
  checkReadiness,
  readRubric,
  readSelfAssessment,
  readSheet,
  readSheetDocument,
  readSheetTimeline,
  readSheetsDocument,
  readTrend,
  rejectBonus,
  reopenAssessment,
  reportFinding,
  returnRectification,
  reverseFinding,
  sealAssessment,
  selfReportFinding,
  setTerms,
  submitRectification,
  submitSelfAssessment,
  substantiateFinding,
  upholdFinding,
  varyFinding,
  weighReadings,
]
