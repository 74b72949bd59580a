import type { Points } from '../../kernel/points.ts'
import type { Clause, Standing } from '../../rubric/clause.ts'

const SCORED: Standing = { kind: 'scored' }

/**
 * Whether scoring computes a clause. What it does not compute yet is named with the reason, so that a sheet can say so;
 * `criterionMax` and `sectionMax` are what 得满分 and 不得分 need.
 */
export function standingOf(clause: Clause, criterionMax: Points | null, sectionMax: string | null): Standing {
  const needsMax = clause.amount.kind === 'full' && clause.direction !== 'veto'
  if (needsMax && criterionMax === null && sectionMax === null)
    return recorded('通知没有给出该项分值，“满分”“不得分”算不出数')
  if (clause.amount.kind === 'multiplied' && clause.amount.of === null)
    return recorded('加倍、减半所依据的那一款不在本条之内')
  if (clause.cap?.kind === 'points' && clause.cap.over.kind === 'object')
    return recorded(`“${clause.cap.phrase}”要按${clause.cap.over.word}分别累计，问题记录里没有这一项`)
  for (const condition of clause.conditions) {
    if (condition.kind === 'peer-standing' && clause.amount.kind !== 'ordered')
      return recorded(`“${condition.phrase}”取决于各中心之间的比较`)
    if (condition.kind === 'cumulative-loss') return recorded(`“${condition.phrase}”取决于已扣分数的累计`)
  }
  return SCORED
}

function recorded(because: string): Standing {
  return { kind: 'recorded', because }
}
