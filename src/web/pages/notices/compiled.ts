import type { RubricId } from '../../../core/kernel/identifiers.ts'
import type { Diagnostic } from '../../../core/notice/diagnostic.ts'
import type { RubricFault } from '../../../core/rubric/check-rubric.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'

/** What the worker is asked: the text, and a ticket that its answer bears. */
export interface Asked {
  readonly ticket: number
  readonly source: string
  readonly rubricId: RubricId
}

export interface Compiled {
  readonly ticket: number
  readonly rubric: Rubric
  readonly diagnostics: readonly Diagnostic[]
  /** What the rubric would be refused for. */
  readonly faults: readonly RubricFault[]
}
