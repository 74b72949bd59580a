import type { Contract } from '../../src/api/contract.ts'
import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { smallAdopted } from '../fixtures/acting-office.ts'
import { clauses } from '../fixtures/small-rubric.ts'
import { alleged } from '../fixtures/acting-story.ts'
import { someCorrection } from '../fixtures/some-correction.ts'
import type { Username } from '../server/found-district.ts'
import { PASSWORD } from '../server/server-fixture.ts'
import { analysisSamples } from './analysis-samples.ts'
import { recordSamples } from './record-samples.ts'
import { samplingSamples } from './sampling-samples.ts'
import { bonus, decision, opening, prefixOf, type Planted } from './planted-world.ts'

/** One request that is in order, by somebody who may make it in the planted world. */
export interface Sample {
  readonly by: Username
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object | Buffer
  /** The path under the assessment whose version `If-Match` shows. */
  readonly seen?: string
  /** What the person who may is told all the same: no provider, no code at hand. */
  readonly refusal?: string
}

const reason = '经核对'
const personId = 'd1-inspector'
const assessmentId = 'a1'

/** About the center `east` where the request concerns a center or a case; about `west` where that is asked for. */
export function sampleOf({ operationId }: Contract, planted: Planted, center: 'east' | 'west' = 'east'): Sample {
  const sample = samplesOf(planted, center)[operationId]
  if (sample === undefined) throw new Error(`${operationId} has no sample in test/security/sample-requests.ts`)
  return sample
}

/** By operation. */
export function samplesOf(planted: Planted, center: 'east' | 'west'): Readonly<Record<string, Sample>> {
  return {
    ...accountSamples(),
    ...houseSamples(),
    ...runningSamples(planted),
    ...caseSamples(planted, center),
    ...recordSamples(planted, center),
    ...analysisSamples(),
    ...samplingSamples(),
  }
}

function accountSamples(): Record<string, Sample> {
  const expiresAt = '2021-08-01T00:00:00+08:00'
  return {
    signIn: { by: 'clerk', body: { district: 'd1', username: 'clerk', password: PASSWORD } },
    signOut: { by: 'clerk' },
    passSecondFactor: { by: 'clerk', body: { code: '000000' }, refusal: 'session-ended' },
    readMe: { by: 'clerk' },
    changePassword: { by: 'clerk', body: { current: PASSWORD, next: 'Other-River-43' } },
    beginSecondFactor: { by: 'clerk' },
    confirmSecondFactor: { by: 'clerk', body: { code: '000000' }, refusal: 'second-factor-wrong' },
    disableSecondFactor: { by: 'clerk', body: { code: '000000' }, refusal: 'second-factor-not-begun' },
    beginSignOn: { by: 'clerk', params: { district: 'd1' }, refusal: 'sign-on-unavailable' },
    finishSignOn: { by: 'clerk', params: { district: 'd1' }, refusal: 'sign-on-unavailable' },
    createToken: { by: 'clerk', body: { name: '程序', scopes: ['message.read'], expiresAt } },
    listTokens: { by: 'clerk' },
    revokeToken: { by: 'clerk', params: { tokenId: 'none' }, refusal: 'token-unknown' },
  }
}

function houseSamples(): Record<string, Sample> {
  const person = { username: 'liu', name: '刘某', roles: ['inspector'], centerId: null, email: null, hasPassword: true }
  const calendar = { version: '2023', from: '2023-01-01', to: '2023-12-31', restDays: ['2023-01-02'], workDays: [] }
  return {
    readHealth: { by: 'clerk' },
    readServiceState: { by: 'clerk' },
    readMetrics: { by: 'clerk' },
    readOpenapi: { by: 'clerk' },
    listPeople: { by: 'administrator' },
    nameColleagues: { by: 'leader' },
    createPerson: { by: 'administrator', body: person },
    changePerson: { by: 'administrator', params: { personId }, body: { name: '张某', email: null } },
    grantRoles: { by: 'administrator', params: { personId }, body: { roles: ['clerk'], centerId: null } },
    setPersonState: { by: 'administrator', params: { personId }, body: { state: 'disabled' } },
    resetPassword: { by: 'administrator', params: { personId } },
    resetSecondFactor: { by: 'administrator', params: { personId } },
    readAccessLog: { by: 'auditor' },
    addCalendar: { by: 'administrator', body: calendar },
    listCalendars: { by: 'clerk' },
    listDistricts: { by: 'clerk' },
    readCity: { by: 'observer', refusal: 'not-a-city' },
    readCityDocument: { by: 'observer', query: { form: 'pdf' }, refusal: 'not-a-city' },
    readDistrict: { by: 'clerk' },
    changeDistrict: { by: 'administrator', body: { name: '甲区', secondFactor: 'optional' } },
    countDeliveries: { by: 'administrator' },
    readQuotas: { by: 'administrator' },
    listMessages: { by: 'center-east' },
    listTodos: { by: 'center-east' },
    listAssessments: { by: 'center-east' },
    listRubrics: { by: 'center-east' },
    readAdoptedRubric: { by: 'center-east', params: { rubricDigest: smallAdopted.rubricDigest } },
    readNoticeFile: { by: 'assessor', query: { fileName: '通知.txt' }, body: Buffer.from('1、没有到岗，扣1分。') },
    adoptRubric: { by: 'assessor', body: adopting() },
    readPublicResults: { by: 'clerk', params: { district: 'd1', assessmentId }, refusal: 'not-published' },
    beginUpload: { by: 'inspector', body: { uploadId: 'upload-new', name: 'a.pdf', bytes: 9, digest: null } },
    appendUpload: {
      by: 'inspector',
      params: { uploadId: 'upload-begun' },
      query: { offset: '8' },
      body: Buffer.from('\n1 0 obj'),
    },
    finishUpload: { by: 'inspector', params: { uploadId: 'upload-whole' } },
    readUpload: { by: 'inspector', params: { uploadId: 'upload-begun' } },
  }
}

function runningSamples({ question: { questionId, reading } }: Planted): Record<string, Sample> {
  const params = { assessmentId }
  return {
    openAssessment: { by: 'assessor', body: opening('a9') },
    setTerms: { by: 'assessor', params, body: opening('a1').terms },
    enrollCenters: { by: 'assessor', params, body: { centers: [{ centerId: 'north', name: '北街道' }] } },
    answerQuestion: {
      by: 'assessor',
      params: { assessmentId, questionId },
      body: { reading, points: null, reason },
    },
    readReadingEffects: { by: 'leader', params: { assessmentId, questionId } },
    closePeriod: { by: 'assessor', params: { assessmentId: 'a2' }, body: {} },
    sealAssessment: { by: 'assessor', params: { assessmentId: 'a3' }, body: { forcedBecause: null } },
    publishResults: { by: 'assessor', params: { assessmentId: 'a4' }, body: { statement: '公示' } },
    reopenAssessment: { by: 'assessor', params: { assessmentId: 'a4' }, body: { reason } },
    checkReadiness: { by: 'assessor', params },
    readSeal: { by: 'assessor', params },
    readAssessment: { by: 'center-east', params },
    readRubric: { by: 'center-east', params },
    readRanking: { by: 'leader', params },
    readLedgerDocument: { by: 'auditor', params, query: { form: 'xlsx' } },
    readRegisterDocument: { by: 'center-east', params, query: { form: 'pdf' } },
    readEvenness: { by: 'leader', params },
    readEvennessDocument: { by: 'leader', params, query: { form: 'xlsx' } },
    readRankingDocument: { by: 'leader', params, query: { form: 'xlsx' } },
    readSheetsDocument: { by: 'leader', params, query: { form: 'pdf' } },
    readOverview: { by: 'leader', params },
    readCertainty: { by: 'leader', params, query: { draws: '200' } },
    readCertaintyDocument: { by: 'leader', params, query: { form: 'docx', draws: '200' } },
    readNextYear: { by: 'leader', params, body: { rubricDigest: smallAdopted.rubricDigest, notice: null } },
    readNextYearDocument: {
      by: 'leader',
      params,
      query: { form: 'xlsx' },
      body: { rubricDigest: smallAdopted.rubricDigest, notice: null },
    },
    readBulletin: { by: 'leader', params, query: { form: 'xlsx' } },
    readTrend: { by: 'leader', params },
    listScoreChanges: { by: 'leader', params },
    readLedger: { by: 'auditor', params },
    verifyLedger: { by: 'auditor', params },
  }
}

function caseSamples(planted: Planted, center: 'east' | 'west'): Record<string, Sample> {
  const prefix = prefixOf(center)
  const digest = center === 'east' ? planted.eastPhoto : planted.westPhoto
  const clerk = `center-${center}` as const
  const params = { assessmentId }
  const of = (name: string) => ({ assessmentId, findingId: prefix + name })
  const appealed = { ...of('appealed'), appealId: `${prefix}appeal` }
  const proposed = { assessmentId, bonusId: `${prefix}proposed` }
  const seen = (name: string) => `findings/${prefix}${name}`
  const { source, evidence, ...suspicion } = { ...alleged(), findingId: `${prefix}new`, centerId: center }
  const decided = { occurrences: 1, points: null, reason }
  const review = { by: 'reviewer', params: appealed, seen: seen('appealed') } as const
  return {
    raiseSuspicion: {
      by: 'clerk',
      params,
      body: { ...suspicion, findingId: `${prefix}seen`, detection: '空岗', records: ['r1'] },
    },
    reportFinding: { by: 'inspector', params, body: { ...suspicion, source, evidence } },
    selfReportFinding: { by: clerk, params, body: { ...suspicion, findingId: `${prefix}own`, evidence } },
    notifyFinding: { by: 'inspector', params: of('reported'), body: {} },
    acceptFinding: { by: clerk, params: of('notified'), body: { statement: '' } },
    contestFinding: { by: clerk, params: of('notified'), body: { statement: '在岗', evidence: [] } },
    substantiateFinding: { by: 'assessor', params: of('replied'), body: decision(), seen: seen('replied') },
    dismissFinding: { by: 'assessor', params: of('replied'), body: { reason }, seen: seen('replied') },
    decideAmount: {
      by: 'assessor',
      params: of('unpriced'),
      body: { points: 200, reason, precedents: [] },
      seen: seen('unpriced'),
    },
    correctDecision: { by: 'assessor', params: of('decided'), body: decided, seen: seen('decided') },
    fileAppeal: { by: clerk, params: of('decided'), body: { appealId: `${prefix}p2`, grounds: '在岗', evidence: [] } },
    upholdFinding: { ...review, body: { reason } },
    varyFinding: { ...review, body: decided },
    reverseFinding: { ...review, body: { reason } },
    planRectification: { by: clerk, params: of('decided'), body: { measures: '设B岗', workingDays: null } },
    submitRectification: { by: clerk, params: of('planned'), body: { statement: '已改', evidence: [] } },
    acceptRectification: { by: 'inspector', params: of('submitted'), body: {}, seen: seen('submitted') },
    returnRectification: { by: 'inspector', params: of('submitted'), body: { reason }, seen: seen('submitted') },
    proposeBonus: { by: clerk, params, body: bonus(`${prefix}b2`, center, '上门办') },
    approveBonus: {
      by: 'assessor',
      params: proposed,
      body: { occurrences: 1, points: 50, reason },
      seen: `bonuses/${prefix}proposed`,
    },
    rejectBonus: { by: 'assessor', params: proposed, body: { reason }, seen: `bonuses/${prefix}proposed` },
    inspectCenter: {
      by: 'inspector',
      params,
      body: {
        inspectionId: `${prefix}visit`,
        centerId: center,
        inspectedOn: '2021-05-20',
        clauseIds: [clauses.vacated],
      },
    },
    submitSelfAssessment: {
      by: clerk,
      params,
      body: { centerId: center, entries: [{ criterionId: '1.1', points: 500, statement: '' }], statement: '' },
    },
    listFindings: { by: clerk, params, query: { centerId: center } },
    readFindingsDocument: { by: clerk, params, query: { centerId: center, form: 'xlsx' } },
    readFinding: { by: clerk, params: of('decided') },
    previewDecision: { by: clerk, params: of('replied'), query: { decision: 'substantiate' } },
    readEffect: { by: clerk, params: { ...of('decided'), seq: String(planted.decidedAt[center]) } },
    readFindingNotice: { by: clerk, params: of('notified'), query: { form: 'pdf' } },
    readRectificationNotice: { by: clerk, params: of('planned'), query: { form: 'docx' } },
    readAppealDecision: { by: clerk, params: of('decided'), query: { form: 'pdf' }, refusal: 'letter-before-review' },
    readClause: { by: clerk, params: { assessmentId, clauseId: clauses.vacated } },
    listPrecedents: { by: clerk, params: { assessmentId, clauseId: clauses.vacated } },
    listBonuses: { by: clerk, params, query: { centerId: center } },
    previewBonus: { by: clerk, params: proposed, query: { decision: 'approve', points: '50' } },
    readBonus: { by: clerk, params: proposed },
    readSelfAssessment: { by: clerk, params: { assessmentId, centerId: center } },
    readSheet: { by: clerk, params: { assessmentId, centerId: center } },
    readSheetDocument: { by: clerk, params: { assessmentId, centerId: center }, query: { form: 'docx' } },
    readSheetTimeline: { by: clerk, params: { assessmentId, centerId: center } },
    readSheetCoverage: { by: clerk, params: { assessmentId, centerId: center } },
    weighReadings: { by: clerk, params: { assessmentId, centerId: center } },
    exportBundle: { by: clerk, params, query: { centerId: center } },
    followScores: { by: clerk, params },
    readEvidence: { by: clerk, params: { assessmentId, digest } },
    readSmallEvidence: { by: clerk, params: { assessmentId, digest } },
    publishEvidence: { by: 'assessor', params: { digest }, body: { uploadId: `${center}-copy`, blurred: [] } },
  }
}

/** With a correction, so that its fields are spoiled too. */
function adopting() {
  const rubricId = id<RubricId>('r1')
  const notice = '一、服务（5分）\n1.1 没有到岗，查实一例扣1分。'
  const { rubric } = compileNotice(notice, { rubricId })
  const { correctedBy: _by, correctedOn: _on, ...correction } = someCorrection(rubric, '1.1.1', { per: ['次'] })
  return { rubricId, notice, corrections: [correction] }
}
