import type { Finding } from '../ledger/assessment-state.ts'
import { breakersUnder, type AbsencePlan } from './absence-plan.ts'
import { isUnbroken } from './absence-given.ts'
import type { Bounds } from './bounds.ts'
import type { CenterCase } from './center-case.ts'
import type { Interval, LineOutcome, ScoreLine } from './score-sheet.ts'
import type { World } from './world.ts'

/** The line of an absence bonus: one for every center, whether or not anything happened. */
export function absenceLine(
  center: CenterCase,
  place: number,
  absence: AbsencePlan,
  findings: readonly Finding[],
  world: World,
  bounds: Bounds | null,
): ScoreLine {
  const { clause } = absence
  const breakers = breakersUnder(absence, world.readings)
  const isGiven = isUnbroken(center, breakers, world.isMet, 'now')
  const effect = center.isClosed && isGiven ? absence.points : 0
  const between = bounds?.absences[place] ?? [effect, effect]
  const outcome = outcomeOf(center, absence, isGiven, between, bounds)
  return {
    clauseId: clause.clauseId,
    criterionId: clause.criterionId,
    subject: { kind: 'period' },
    outcome,
    effect,
    between,
    because: isGiven ? [] : breaking(center, breakers, findings),
  }
}

function outcomeOf(
  { plan, isClosed }: CenterCase,
  absence: AbsencePlan,
  isGiven: boolean,
  between: Interval,
  bounds: Bounds | null,
): LineOutcome {
  if (absence.breakers.length === 0) return { kind: 'not-computed' }
  const question = plan.questions[absence.question]
  const isAsked = bounds !== null && question !== undefined && between[0] !== between[1] && !isGiven
  if (isAsked && isClosed) return { kind: 'open-question', questionIds: [question.id] }
  if (isClosed) return { kind: 'absence', state: isGiven ? 'granted' : 'broken' }
  return { kind: 'absence', state: between[1] > 0 ? 'running' : 'broken' }
}

function breaking(
  { plan }: CenterCase,
  breakers: readonly ReadonlySet<number>[],
  findings: readonly Finding[],
): number[] {
  const because: number[] = []
  for (const finding of findings) {
    if (finding.standing !== 'substantiated' || finding.decision === null) continue
    const clause = plan.clauseOf.get(finding.decision.clauseId)
    if (clause && breakers.some((one) => one.has(clause.index))) because.push(...finding.because)
  }
  return because
}
