import type { AssessmentId, BonusId, CenterId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Bonus, FindingStanding } from '../../core/ledger/assessment-state.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { readPlaces } from '../office/read-range.ts'
import type { Actor } from '../people/actor.ts'

/** What a sheet's two clocks run over: every matter of the center with the day it happened and the day it was last decided. */
export interface SheetTimeline {
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly today: PlainDate
  /** The day of the seal that stands; null while nothing is sealed. */
  readonly sealedOn: PlainDate | null
  readonly matters: readonly TimelineMatter[]
}

export interface TimelineMatter {
  readonly kind: 'finding' | 'bonus'
  readonly ref: FindingId | BonusId
  readonly clauseId: ClauseId
  readonly standing: FindingStanding | Bonus['standing']
  readonly occurredOn: PlainDate
  /** Null while nobody has decided. */
  readonly settledOn: PlainDate | null
}

/** As it stands now, in the order of the ledger. */
export async function sheetTimeline(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  centerId: CenterId,
): Promise<Acting<SheetTimeline>> {
  const looked = await lookIn(office, actor, 'sheet.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const live = looked.value
  const { periodFrom, periodTo, seal, centers } = live.state
  if (!centers.has(centerId)) return refusedActing('center-unlisted', centerId)
  const matters = [...findingMatters(live, centerId), ...bonusMatters(live, centerId)]
  const today = dayOf(office.clock.now())
  const sealing = seal === null ? [] : [seal.seq]
  const sealed = await readPlaces(office.ledgers, actor.tenantId, assessmentId, sealing)
  if (!sealed.ok) return sealed
  const [event] = sealed.value
  return accepted({ periodFrom, periodTo, today, sealedOn: event ? dayOf(event.recordedAt) : null, matters })
}

function findingMatters({ state, scores, told }: LiveAssessment, centerId: CenterId): TimelineMatter[] {
  return scores.findingIds(centerId).flatMap((findingId) => {
    const finding = state.findings.get(findingId)
    if (finding === undefined) return []
    const { standing } = finding
    const { clauseId, occurredOn } = finding.decision ?? finding
    return { kind: 'finding', ref: findingId, clauseId, standing, occurredOn, settledOn: settledOn(told, findingId) }
  })
}

function bonusMatters({ state, scores, told }: LiveAssessment, centerId: CenterId): TimelineMatter[] {
  return scores.bonusIds(centerId).flatMap((bonusId) => {
    const bonus = state.bonuses.get(bonusId)
    if (bonus === undefined) return []
    const { clauseId, standing, occurredOn } = bonus
    return { kind: 'bonus', ref: bonusId, clauseId, standing, occurredOn, settledOn: settledOn(told, bonusId) }
  })
}

function settledOn({ settledAt }: LiveAssessment['told'], caseId: FindingId | BonusId): PlainDate | null {
  const at = settledAt.get(caseId)
  return at === undefined ? null : dayOf(at)
}
