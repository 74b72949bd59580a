import type { RubricId } from '../../../core/kernel/identifiers.ts'
import type { Diagnostic } from '../../../core/notice/diagnostic.ts'
import type { RubricFault } from '../../../core/rubric/check-rubric.ts'
import type { Correction } from '../../../core/rubric/correction.ts'
import type { CorrectionRefusal } from '../../../core/rubric/correction-refusals.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'

/** What the worker is asked: the text with what a person reads otherwise, and a ticket that its answer bears. */
export interface Asked {
  readonly ticket: number
  readonly source: string
  readonly rubricId: RubricId
  readonly corrections: readonly Correction[]
}

export interface Compiled {
  readonly ticket: number
  /** As the compiler reads the text by itself. */
  readonly read: Rubric
  /** With the corrections that fit. */
  readonly rubric: Rubric
  readonly diagnostics: readonly Diagnostic[]
  /** What the rubric would be refused for. */
  readonly faults: readonly RubricFault[]
  /** Corrections that do not fit what is read now, as where the text was changed. */
  readonly refusals: readonly CorrectionRefusal[]
}
