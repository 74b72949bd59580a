import type { QuestionCode } from '../../rubric/question.ts'
import type { ClauseContext } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'

/** `drafts` are places in the reading's list; empty where the question is about wording that is no price. */
export interface ClauseQuestion {
  readonly code: QuestionCode
  readonly drafts: readonly number[]
}

export type QuestionRule = (reading: ClauseReading, context: ClauseContext) => ClauseQuestion[]
