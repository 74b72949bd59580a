import { id, type BonusId } from '../../core/kernel/identifiers.ts'
import { checkBonusClause } from '../../core/ledger/check-clause.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { particularsOf } from './clause-particulars.ts'
import { describeBonus } from './describe-case.ts'
import type { OfficeDiary } from './office-diary.ts'
import { PHRASES } from './phrases.ts'
import type { Random } from '../../core/kernel/random.ts'
import { someAmount } from './some-amount.ts'
import { someWorkingDay, type YearCenter, type YearSetting } from './year-setting.ts'

/** What becomes of proposals in turn, so that a year shows each. */
const TURNS = ['approved', 'rejected', 'approved', 'proposed', 'approved'] as const

/** Each bonus clause goes round the centers at least three times; a bonus for what never happened needs no proposal. */
export function tellBonuses(setting: YearSetting, random: Random, diary: OfficeDiary): Proposal[] {
  let turn = 0
  return setting.centers.flatMap((center, place) =>
    proposable(setting.rubric)
      .filter((_clause, index) => (place + index) % Math.ceil(setting.centers.length / 3) === 0 || random.chance(25))
      .flatMap((clause, index) => {
        const bonusId = id<BonusId>(`${center.id}-B${index + 1}`)
        const become = TURNS[turn++ % TURNS.length] ?? 'proposed'
        return tellBonus(setting, random, diary, { clause, center, bonusId, become })
      }),
  )
}

function tellBonus(
  setting: YearSetting,
  random: Random,
  diary: OfficeDiary,
  given: { clause: Clause; center: YearCenter; bonusId: BonusId; become: (typeof TURNS)[number] },
): Proposal[] {
  const { clause, center, bonusId, become } = given
  const { period, rubric } = setting
  const occurredOn = someWorkingDay(setting, random, become === 'proposed')
  const occurrences = clause.per.length > 0 && random.chance(30) ? 2 : 1
  const particulars = particularsOf(clause, random)
  const proposedOn = diary.after(occurredOn, 2, 8)
  const proposal: Proposal = {
    type: 'BonusProposed',
    ...diary.stamp(`${center.id}-staff`, proposedOn < period.to ? proposedOn : period.to),
    bonusId,
    centerId: center.id,
    clauseId: clause.id,
    occurrences,
    occurredOn,
    measured: particulars.measured,
    level: particulars.level,
    description: describeBonus(rubric, { clause, particulars, occurredOn, occurrences }),
    evidence: [],
  }
  const answer = { bonusId, ...diary.stamp('assessor-2', diary.after(proposedOn, 5, 10)) }
  if (become === 'proposed') return [proposal]
  if (become === 'rejected')
    return [proposal, { type: 'BonusRejected', ...answer, reason: random.pick(PHRASES.rejected) }]
  const points = someAmount(rubric, clause, random)
  return [proposal, { type: 'BonusApproved', ...answer, occurrences, points, reason: random.pick(PHRASES.approved) }]
}

function proposable(rubric: Rubric): readonly Clause[] {
  return allClauses(rubric).filter(({ id }) => checkBonusClause(rubric, id) === null)
}
