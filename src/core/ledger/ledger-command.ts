import type { PersonId } from '../kernel/identifiers.ts'
import { accepted, type Outcome } from '../kernel/outcome.ts'
import type { Timestamp } from '../kernel/timestamp.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { AssessmentState } from './assessment-state.ts'
import type { LedgerFact } from './ledger-event.ts'
import type { LedgerRefusal, LedgerRefusalCode } from './ledger-refusals.ts'

export type FactType = LedgerFact['type']
export type FactOf<Type extends FactType> = Extract<LedgerFact, { readonly type: Type }>

/** Who asks, when the person acted and when the ledger learns of it: people and time arrive as data. */
export interface Stamp {
  readonly by: PersonId
  readonly actedAt: Timestamp
  readonly recordedAt: Timestamp
}

/** A command asks for one fact: it holds what the fact will say, and the stamp that its event will carry. */
export type Command<Type extends FactType> = Omit<FactOf<Type>, 'type'> & Stamp

/** The facts to append, or why not. */
export type Verdict = Outcome<readonly LedgerFact[], LedgerRefusalCode>

/** A decision: pure, and the only place where a fact can be refused. */
export type Decide<Type extends FactType> = (state: AssessmentState, rubric: Rubric, command: Command<Type>) => Verdict

export function verdict<Type extends FactType>(
  type: Type,
  command: Command<Type>,
  refusal: LedgerRefusal | null,
): Verdict {
  if (refusal) return { ok: false, refusal }
  const { by: _by, actedAt: _actedAt, recordedAt: _recordedAt, ...said } = command
  // What is left of the command is the fact that it asks for; the type of a generic rest cannot say so.
  const fact: unknown = { type, ...said }
  return accepted([fact as LedgerFact])
}
