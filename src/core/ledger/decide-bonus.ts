import type { BonusId } from '../kernel/identifiers.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Bonus } from './assessment-state.ts'
import { caseNumber } from './case-number.ts'
import { checkCount, checkOpen, checkRegistrable, checkText } from './check-assessment.ts'
import { checkAmount, checkBonusClause, checkParticulars } from './check-clause.ts'
import { verdict, type Command, type Decide } from './ledger-command.ts'
import { refusal, type LedgerRefusal } from './ledger-refusals.ts'

export const proposeBonus: Decide<'BonusProposed'> = (state, rubric, command) =>
  verdict(
    'BonusProposed',
    command,
    checkRegistrable(state, rubric, command) ??
      (state.bonuses.has(command.bonusId) ? refusal('bonus-exists', command.bonusId) : null) ??
      checkBonusClause(rubric, command.clauseId) ??
      checkCount(command.occurrences) ??
      checkParticulars(rubric, command.clauseId, command) ??
      checkText('加分事项说明', command.description),
  )

/** 审定: a reason only where a person sets the amount; otherwise the notice gives it. */
export const approveBonus = aboutBonus(
  'BonusApproved',
  (bonus, command, rubric) =>
    (command.by === bonus.proposedBy ? refusal('bonus-by-proposer', command.by, caseNumber(bonus)) : null) ??
    checkCount(command.occurrences, bonus.proposed) ??
    checkAmount(rubric, bonus.clauseId, command.points) ??
    (command.points === null ? null : checkText('裁量理由', command.reason)),
)

export const rejectBonus = aboutBonus('BonusRejected', (_bonus, command) => checkText('不予加分的理由', command.reason))

function aboutBonus<Type extends 'BonusApproved' | 'BonusRejected'>(
  type: Type,
  check: (bonus: Bonus, command: Command<Type>, rubric: Rubric) => LedgerRefusal | null,
): Decide<Type> {
  return (state, rubric, command) => {
    const { bonusId } = command as { readonly bonusId: BonusId }
    const checkKnown = (bonus: Bonus | undefined) => {
      if (!bonus) return refusal('bonus-unknown', bonusId)
      return bonus.standing === 'proposed'
        ? check(bonus, command, rubric)
        : refusal('bonus-already-decided', caseNumber(bonus))
    }
    return verdict(type, command, checkOpen(state, rubric) ?? checkKnown(state.bonuses.get(bonusId)))
  }
}
