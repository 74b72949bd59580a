import type { Points } from '../kernel/points.ts'
import type { Clause } from './clause.ts'
import type { Criterion, Section } from './rubric.ts'

/** One difference between two rubrics. */
export type RubricChange = SectionChange | CriterionChange | ClauseChange | TotalChange

/** What an added or removed section holds is not reported again, except what it has from or left to elsewhere. */
export type SectionChange =
  | { readonly kind: 'section-added' | 'section-removed'; readonly section: Section }
  | {
      readonly kind: 'section-retitled' | 'section-moved' | 'section-points-changed'
      readonly before: Section
      readonly after: Section
    }

/**
 * reworded: outside of its clauses. moved: to another section, or past its neighbors; being renumbered because something
 * before it came or went is no change.
 */
export type CriterionChange =
  | { readonly kind: 'criterion-added' | 'criterion-removed'; readonly criterion: Criterion }
  | {
      readonly kind: 'criterion-reworded' | 'criterion-moved' | 'criterion-points-changed'
      readonly before: Criterion
      readonly after: Criterion
    }

/**
 * repriced: direction, amount, units, cap, floor or reach. conditioned: when it applies. reworded: the wording, where
 * neither of these says it already. moved: to another criterion.
 */
export type ClauseChange =
  | { readonly kind: 'clause-added' | 'clause-removed'; readonly clause: Clause }
  | {
      readonly kind: 'clause-repriced' | 'clause-conditioned' | 'clause-reworded' | 'clause-moved'
      readonly before: Clause
      readonly after: Clause
    }

export interface TotalChange {
  readonly kind: 'total-changed'
  readonly before: Points | null
  readonly after: Points | null
}
