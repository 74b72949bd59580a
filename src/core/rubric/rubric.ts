/**
 * A rubric is a notice as rules: sections hold criteria, criteria hold clauses, and each clause keeps its sentence.
 * It is compiled by `core/notice`, immutable once adopted, and all that scoring knows of a notice. What the notice
 * leaves open is in `questions`; what was read and moves no points is in `remarks`. Ids are positions: section `3`,
 * criterion `3.4`, clause `3.4.1`.
 */
import type { CriterionId, RubricId, SectionId } from '../kernel/identifiers.ts'
import type { Points } from '../kernel/points.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import type { Clause } from './clause.ts'
import type { Question } from './question.ts'
import type { Relation } from './relation.ts'
import type { Remark } from './remark.ts'

export interface Rubric {
  readonly id: RubricId
  readonly title: string
  readonly noticeNumber: string | null
  readonly year: number | null
  readonly sections: readonly Section[]
  readonly relations: readonly Relation[]
  readonly questions: readonly Question[]
  readonly remarks: readonly Remark[]
  /** The printed total (合计, 满分100分); null where the notice prints none. */
  readonly statedTotal: Points | null
  /** With corrections only: by which version of the compiler the text was read that they correct. */
  readonly reader?: string
}

export interface Section {
  readonly id: SectionId
  /** The numbering as printed (一, （一）, 1); empty where the notice prints none. */
  readonly label: string
  readonly title: string
  /** Null where the notice gives none: never zero. */
  readonly maxPoints: Points | null
  readonly span: SourceSpan
  readonly criteria: readonly Criterion[]
}

/**
 * A numbered sentence, or a row of the table. `text` is its wording as given at `span`; where requirement and price stand
 * in different columns it is the price's, and `requirement` is the other's.
 */
export interface Criterion {
  readonly id: CriterionId
  readonly label: string
  readonly text: string
  readonly requirement: { readonly text: string; readonly span: SourceSpan } | null
  readonly maxPoints: Points | null
  readonly span: SourceSpan
  readonly clauses: readonly Clause[]
}
