import { Type, type TUnsafe } from '@sinclair/typebox'
import type { Bonus, Finding, Flag } from '../../core/ledger/assessment-state.ts'
import type { SuspicionBasis } from '../../core/ledger/suspicion-fact.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import type { ClauseExplanation } from '../../core/scoring/explain-clauses.ts'
import type { Clocks, Interval, ScoreSheet } from '../../core/scoring/score-sheet.ts'
import type { VerificationCode } from '../../core/scoring/verification-code.ts'
import { listOf, orNull, told } from './acting-shapes.ts'
import {
  assessmentIdShape,
  bonusIdShape,
  centerIdShape,
  clauseIdShape,
  digestShape,
  findingIdShape,
} from './id-shapes.ts'
import {
  countShape,
  dateShape,
  numberShape,
  oneOf,
  pointsShape,
  seqShape,
  shape,
  signedPointsShape,
  timestampShape,
} from './plain-shapes.ts'

/** Shapes of what reading an assessment answers. */
const deadlineShape = told<Deadline>({
  lastDay: dateShape,
  workingDays: countShape,
  countedFrom: dateShape,
  calendarVersion: Type.String(),
})

export const findingStandingShape = oneOf(
  ['suspected', 'reported', 'notified', 'substantiated', 'dismissed', 'reversed', 'withdrawn'],
  '问题办到哪一步',
)
export const bonusStandingShape = oneOf(['proposed', 'approved', 'rejected'], '加分申报办到哪一步')

/** What a run of a detection rested on; null where a person raised it. */
const basisShape = told<SuspicionBasis>({
  sqlDigest: digestShape,
  parameters: Type.Record(Type.String(), Type.Union([Type.Integer(), Type.String()])),
  dataDigest: digestShape,
  calendarVersion: Type.String(),
})

/** The records that a decision rested on say something else now. */
const flagShape = told<Flag>({
  flaggedAt: timestampShape,
  occurrences: countShape,
  records: listOf(Type.Unsafe<string>(Type.String())),
  reason: Type.String(),
})

const findingShape = told<Finding>({
  findingId: findingIdShape,
  centerId: centerIdShape,
  clauseId: clauseIdShape,
  occurrences: countShape,
  occurredOn: dateShape,
  description: Type.String(),
  source: Type.String(),
  detection: orNull(Type.String({ description: '检出它的检测；由人登记的为 null' })),
  records: listOf(Type.Unsafe<string>(Type.String({ description: '记录的引用' }))),
  basis: orNull(basisShape),
  flags: listOf(flagShape),
  standing: findingStandingShape,
  reply: oneOf(['none', 'accepted', 'contested'], '中心的答复'),
  replyBy: orNull(deadlineShape),
  appealBy: orNull(deadlineShape),
  rectification: Type.String(),
})

export const intervalShape = Type.Unsafe<Interval>(
  Type.Array(signedPointsShape, { minItems: 2, maxItems: 2, description: '最低和最高' }),
)

const effectShape = orNull(
  shape({ now: signedPointsShape, between: intervalShape }, '得分表里这一行的分数，和它还能变动的范围'),
)

/** `version` is what If-Match takes. */
export const findingViewFields = {
  finding: findingShape,
  centerName: Type.String(),
  rectifyBy: orNull(deadlineShape),
  version: seqShape,
  effect: effectShape,
  step: orNull(
    shape(
      { kind: Type.String(), dueBy: orNull(dateShape), isMine: Type.Boolean() },
      '下一步办什么、哪天止、是否等我办',
    ),
  ),
}

const bonusShape = told<Bonus>({
  bonusId: bonusIdShape,
  centerId: centerIdShape,
  clauseId: clauseIdShape,
  occurrences: countShape,
  occurredOn: dateShape,
  standing: bonusStandingShape,
  points: orNull(pointsShape),
  description: Type.String(),
})

export const bonusViewFields = { bonus: bonusShape, centerName: Type.String(), version: seqShape, effect: effectShape }

export const findingCounts = shape({
  suspected: countShape,
  reported: countShape,
  notified: countShape,
  substantiated: countShape,
  dismissed: countShape,
  reversed: countShape,
  withdrawn: countShape,
})

export const summaryFields = {
  assessmentId: assessmentIdShape,
  title: Type.String(),
  noticeNumber: orNull(Type.String()),
  rubricDigest: digestShape,
  periodFrom: orNull(dateShape),
  periodTo: orNull(dateShape),
  stage: oneOf(['running', 'closed', 'sealed', 'published'], '考核办到哪一步'),
  centers: countShape,
  progress: shape({
    findings: findingCounts,
    appealsPending: countShape,
    rectificationsOpen: countShape,
    bonusesProposed: countShape,
    questionsOpen: countShape,
    selfAssessments: countShape,
  }),
  seq: seqShape,
}

export const answeredQuestionShape = shape({
  question: told<Question>({
    id: Type.String(),
    code: Type.String(),
    why: Type.String(),
    readings: Type.Array(Type.Any()),
  }),
  answer: orNull(told<Interpretation>({ reading: Type.String(), reason: Type.String(), decidedOn: dateShape })),
})

export const sheetShape: TUnsafe<ScoreSheet> = told<ScoreSheet>({
  centerId: centerIdShape,
  centerName: Type.String(),
  score: signedPointsShape,
  interval: Type.Array(signedPointsShape, { minItems: 2, maxItems: 2 }),
  isSettled: Type.Boolean(),
  sections: Type.Array(Type.Any()),
  open: Type.Array(Type.Any()),
})

export const verificationShape = told<VerificationCode>({
  head: digestShape,
  seq: seqShape,
  sheetDigest: digestShape,
  centerId: centerIdShape,
  code: Type.String({ description: '核验码' }),
})

export const headShape = shape({ seq: seqShape, digest: digestShape })

/** Both or neither: what had happened by one day, as it was known by the other. */
export const clocksQuery = { occurredBy: Type.Optional(dateShape), knownBy: Type.Optional(dateShape) }
export const clocksShape = orNull(told<Clocks>({ occurredBy: dateShape, knownBy: dateShape }))

const placesShape = Type.Array(countShape, { description: '本部分第几行，从 0 起' })

const clauseExplanationShape = told<ClauseExplanation>({
  clauseId: clauseIdShape,
  criterionId: Type.String(),
  price: Type.String({ description: '这一款读作什么' }),
  state: oneOf(['moved', 'open', 'idle', 'untouched'], '动了分、未定、有事而不动分、台账里没有'),
  effect: signedPointsShape,
  between: intervalShape,
  lines: placesShape,
  terms: Type.Array(shape({ amount: signedPointsShape, times: countShape, lines: placesShape })),
  why: Type.String({ description: '为什么不动分，或者被什么封住；各行已经说清的为空' }),
})

export const explainedSectionsShape = listOf(
  told<{
    readonly sectionId: string
    readonly label: string
    readonly title: string
    readonly sentence: string
    readonly start: number
    readonly clauses: readonly ClauseExplanation[]
    readonly adjustments: readonly string[]
    readonly lines: readonly { readonly sentence: string; readonly quote: string }[]
  }>({
    sectionId: Type.String(),
    label: Type.String(),
    title: Type.String(),
    sentence: Type.String(),
    start: signedPointsShape,
    clauses: listOf(clauseExplanationShape),
    adjustments: Type.Array(Type.String({ description: '封顶和扣完为止，依次用话说' })),
    lines: Type.Array(shape({ sentence: Type.String(), quote: Type.String() })),
  }),
)

export const todoShape = shape({
  assessmentId: assessmentIdShape,
  kind: Type.String(),
  about: oneOf(['assessment', 'question', 'finding', 'bonus'], '关于什么'),
  ref: orNull(Type.String()),
  number: orNull(numberShape),
  centerId: orNull(centerIdShape),
  centerName: orNull(Type.String()),
  clauseId: orNull(clauseIdShape),
  clauseName: orNull(Type.String({ description: '通知上的编号，如五.2' })),
  matter: orNull(Type.String({ description: '登记或申报的人怎么写的；口径问题是要定什么' })),
  dueBy: orNull(dateShape),
  daysLeft: orNull(Type.Integer({ description: '剩几个工作日，按定期限时的日历数；0 是今日止，负数是逾期' })),
  daysWaited: orNull(Type.Integer({ minimum: 0, description: '上次办理以来几个工作日' })),
  range: orNull(
    shape(
      { direction: oneOf(['deduct', 'bonus'], '扣还是加'), min: pointsShape, max: pointsShape },
      '要在什么范围里定',
    ),
  ),
  affects: orNull(Type.Integer({ minimum: 0, description: '口径问题涉及几个中心的得分' })),
  text: Type.String(),
  link: Type.String(),
})

export const precedentShape = shape({
  findingId: orNull(findingIdShape),
  number: orNull(numberShape),
  centerId: orNull(centerIdShape),
  centerName: orNull(Type.String()),
  points: orNull(pointsShape),
  occurrences: countShape,
  occurredOn: dateShape,
  decidedAt: orNull(timestampShape),
  reason: orNull(Type.String()),
})

/** Every number that something changes: see `changed-numbers.ts`. */
export const changedNumbersFields = {
  numbers: Type.Array(
    shape({
      what: oneOf(['finding', 'bonus', 'section', 'total', 'range', 'rank', 'mean'], '什么数'),
      centerId: orNull(centerIdShape),
      centerName: orNull(Type.String()),
      ref: orNull(Type.String({ description: '问题、加分申报或部分的编号；周期内没有发生才加的，是款号' })),
      number: orNull(numberShape),
      label: Type.String(),
      before: intervalShape,
      after: intervalShape,
      wasTied: Type.Boolean(),
      isTied: Type.Boolean(),
    }),
    { description: '不同了的每一个数；名次以外都以百分之一分计' },
  ),
  unchangedCenters: countShape,
  unchangedSections: countShape,
}
