import type { Brand } from './brand.ts'

/** Ids are made by whoever creates the thing and are opaque here, except clause and criterion ids (`3.4.1`, `3.4`). */
export type SectionId = Brand<string, 'SectionId'>
export type CriterionId = Brand<string, 'CriterionId'>
export type ClauseId = Brand<string, 'ClauseId'>
export type QuestionId = Brand<string, 'QuestionId'>
export type RubricId = Brand<string, 'RubricId'>
export type AssessmentId = Brand<string, 'AssessmentId'>
export type CenterId = Brand<string, 'CenterId'>
export type FindingId = Brand<string, 'FindingId'>
export type BonusId = Brand<string, 'BonusId'>
export type AppealId = Brand<string, 'AppealId'>
export type InspectionId = Brand<string, 'InspectionId'>
export type SamplingPlanId = Brand<string, 'SamplingPlanId'>
/** A district: everything stored belongs to exactly one. */
export type TenantId = Brand<string, 'TenantId'>
export type PersonId = Brand<string, 'PersonId'>
/** What one event in the world is called in every system that saw it: 好差评 and 12345 share it. */
export type EventKey = Brand<string, 'EventKey'>

type AnyId =
  | SectionId
  | CriterionId
  | ClauseId
  | QuestionId
  | RubricId
  | AssessmentId
  | CenterId
  | FindingId
  | BonusId
  | AppealId
  | InspectionId
  | SamplingPlanId
  | PersonId
  | TenantId
  | EventKey

/** Takes a string from outside as an id; `null` where it is empty, over 200 units, holds white space or half a character. */
export function parseId<Id extends AnyId>(text: string): Id | null {
  return /^[^\s\p{Cc}\p{Cs}]{1,200}$/u.test(text) ? (text as Id) : null
}

/** For ids written in code (tests, generators). Throws on text that is no id. */
export function id<Id extends AnyId>(text: string): Id {
  const parsed = parseId<Id>(text)
  if (parsed === null) throw new Error(`not an id: ${JSON.stringify(text)}`)
  return parsed
}
