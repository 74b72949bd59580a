import type { ClauseId } from '../kernel/identifiers.ts'
import type { SourceSpan } from '../kernel/source-span.ts'
import { unreachable } from '../kernel/unreachable.ts'

/** What the notice says about two or more clauses together. */
export type Relation = Escalates | ChargedAs | HighestOnly | NoDoubleCharge | SameEvent

interface Printed {
  /** The wording as printed; for a relation that the compiler only suspects, the quotes of the clauses. */
  readonly phrase: string
  readonly span: SourceSpan
}

/** 经回访仍不满意的，扣2分: a worse outcome of `base`. `open` where the notice does not say whether it replaces or adds. */
export interface Escalates extends Printed {
  readonly kind: 'escalates'
  readonly clauseId: ClauseId
  readonly base: ClauseId
  readonly mode: 'replaces' | 'adds' | 'open'
}

/**
 * “好差评”转“12345”的，按照“好差评”标准扣分: when an event first came as `from` and then as `to`, only `chargedAs` counts.
 * `clauseId` is the clause that says so; it has no price of its own.
 */
export interface ChargedAs extends Printed {
  readonly kind: 'charged-as'
  readonly clauseId: ClauseId
  readonly from: ClauseId
  readonly to: ClauseId
  readonly chargedAs: ClauseId
}

/** 只按最高一级加分 */
export interface HighestOnly extends Printed {
  readonly kind: 'highest-only'
  readonly clauseIds: readonly ClauseId[]
}

/** 不重复扣分: one event is charged once among these. */
export interface NoDoubleCharge extends Printed {
  readonly kind: 'no-double-charge'
  readonly clauseIds: readonly ClauseId[]
}

/** One event may fit all of these and the notice does not say what then: rests on a double-count question. */
export interface SameEvent extends Printed {
  readonly kind: 'same-event'
  readonly clauseIds: readonly ClauseId[]
}

/** Every clause that the relation names. */
export function clausesOfRelation(relation: Relation): readonly ClauseId[] {
  switch (relation.kind) {
    case 'escalates':
      return [relation.clauseId, relation.base]
    case 'charged-as':
      return [relation.clauseId, relation.from, relation.to, relation.chargedAs]
    case 'highest-only':
    case 'no-double-charge':
    case 'same-event':
      return relation.clauseIds
    default:
      return unreachable(relation)
  }
}
