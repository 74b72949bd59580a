import type { AssessmentId, CenterId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Points } from '../../core/kernel/points.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'

/**
 * What was decided before under the clause. Where it was, and the reason, whose words may tell where and who, are withheld
 * from who may not read that center's findings.
 */
export interface Precedent {
  readonly findingId: FindingId | null
  readonly number: number | null
  readonly centerId: CenterId | null
  readonly centerName: string | null
  readonly points: Points | null
  readonly occurrences: number
  readonly occurredOn: PlainDate
  readonly decidedAt: Timestamp | null
  readonly reason: string | null
}

/** 先例: offered before an amount is set, newest first; only decisions that stand. */
export async function precedentsOf(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  clauseId: ClauseId,
  limit: number,
): Promise<Acting<readonly Precedent[]>> {
  const looked = await lookIn(office, actor, 'finding.read', assessmentId)
  return looked.ok ? accepted(found(looked.value, actor, clauseId).slice(0, limit)) : looked
}

function found({ state, told }: LiveAssessment, actor: Actor, clauseId: ClauseId): Precedent[] {
  const precedents: (Precedent & { readonly at: number })[] = []
  for (const { findingId, centerId, standing, decision, because } of state.findings.values()) {
    if (standing !== 'substantiated' || decision?.clauseId !== clauseId) continue
    const isNamed = may(actor, 'finding.read', centerId)
    precedents.push({
      findingId: isNamed ? findingId : null,
      number: isNamed ? caseNumber({ because }) : null,
      centerId: isNamed ? centerId : null,
      centerName: isNamed ? (state.centers.get(centerId) ?? null) : null,
      points: decision.points,
      occurrences: decision.occurrences,
      occurredOn: decision.occurredOn,
      decidedAt: told.decidedAt.get(findingId) ?? null,
      reason: isNamed ? decision.reason : null,
      at: because.at(-1) ?? 0,
    })
  }
  return precedents.sort((one, other) => newer(one, other)).map(({ at: _at, ...precedent }) => precedent)
}

function newer(one: Precedent & { readonly at: number }, other: Precedent & { readonly at: number }): number {
  const [a, b] = [one.decidedAt ?? '', other.decidedAt ?? '']
  return a === b ? other.at - one.at : a < b ? 1 : -1
}
