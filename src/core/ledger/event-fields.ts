import {
  basis,
  commitment,
  count,
  countOrNone,
  date,
  deadline,
  entries,
  evidence,
  forced,
  id,
  ids,
  indexes,
  measure,
  optional,
  orNull,
  place,
  points,
  samplingDesign,
  sheets,
  source,
  text,
  texts,
  time,
  type FieldKind,
} from './field-kinds.ts'
import type { FactOf, FactType } from './ledger-command.ts'

type FieldsOf<Type extends FactType> = { readonly [Field in Exclude<keyof FactOf<Type>, 'type'>]-?: FieldKind }

/** What every event carries beside its fact. */
export const ENVELOPE_FIELDS = { type: text, seq: count, recordedAt: time, actedAt: time, by: id } as const

const CHANGING = {
  occurrences: count,
  occurredOn: date,
  eventKey: orNull(id),
  measured: orNull(measure),
  unmet: orNull(indexes),
  description: text,
} as const

const ALLEGATION = { findingId: id, centerId: id, clauseId: id, level: orNull(text), ...CHANGING } as const
const AMENDMENT = { ...CHANGING, records: texts } as const

const BONUS = {
  bonusId: id,
  centerId: id,
  clauseId: id,
  occurrences: count,
  occurredOn: date,
  measured: orNull(measure),
  level: orNull(text),
  description: text,
  evidence,
} as const

/** Each fact's fields and what they hold. The type makes it complete: a field added to a fact is an error here. */
export const FACT_FIELDS: { readonly [Type in FactType]: FieldsOf<Type> } = {
  AssessmentOpened: { rubricId: id, periodFrom: date, periodTo: date },
  CenterEnrolled: { centerId: id, name: text, place: optional(place) },
  TermsSet: { replyWorkingDays: count, appealWorkingDays: count, rectificationWorkingDays: count },
  QuestionAnswered: { questionId: id, reading: text, points: orNull(points), reason: text },
  DetectionRetired: { detection: text, version: count, reason: text },
  PeriodClosed: {},
  AssessmentSealed: { sheets, forced: orNull(forced) },
  ResultsPublished: { statement: text },
  AssessmentReopened: { reason: text },
  CenterInspected: { inspectionId: id, centerId: id, inspectedOn: date, clauseIds: ids },
  SamplingPlanCommitted: { planId: id, design: samplingDesign, designDigest: commitment, commitment },
  SamplingPlanRevealed: { planId: id, seed: id, salt: id, earlyBecause: orNull(text) },
  SamplingVisitMissed: { planId: id, visit: count, reason: text },
  SuspicionRaised: { ...ALLEGATION, detection: text, records: texts, basis: orNull(basis) },
  SuspicionAmended: { findingId: id, ...AMENDMENT, reason: text, basis },
  SuspicionWithdrawn: { findingId: id, reason: text, basis: orNull(basis) },
  FindingFlagged: { findingId: id, occurrences: countOrNone, records: texts, reason: text, basis },
  FindingReported: { ...ALLEGATION, source, evidence },
  FindingNotified: { findingId: id, replyBy: deadline },
  FindingAccepted: { findingId: id, statement: text },
  FindingContested: { findingId: id, statement: text, evidence },
  FindingSubstantiated: { findingId: id, clauseId: id, occurrences: count, occurredOn: date, reason: text },
  FindingDismissed: { findingId: id, reason: text },
  DecisionServed: { findingId: id, appealBy: deadline },
  AmountDecided: { findingId: id, points, reason: text, precedents: ids },
  DecisionCorrected: { findingId: id, occurrences: count, points: orNull(points), reason: text },
  AppealFiled: { appealId: id, findingId: id, grounds: text, evidence },
  FindingUpheld: { appealId: id, findingId: id, reason: text },
  FindingVaried: { appealId: id, findingId: id, occurrences: count, points: orNull(points), reason: text },
  FindingReversed: { appealId: id, findingId: id, reason: text },
  RectificationPlanned: { findingId: id, measures: text, dueBy: deadline },
  RectificationSubmitted: { findingId: id, statement: text, evidence },
  RectificationAccepted: { findingId: id },
  RectificationReturned: { findingId: id, reason: text },
  BonusProposed: BONUS,
  BonusApproved: { bonusId: id, occurrences: count, points: orNull(points), reason: text },
  BonusRejected: { bonusId: id, reason: text },
  SelfAssessmentSubmitted: { centerId: id, entries, statement: text },
}
