import type { AssessmentId, BonusId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Bonus } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import type { Interval } from '../../core/scoring/score-sheet.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import { narrowed } from './narrowed.ts'
import type { Office } from '../office/office.ts'
import { checkPage, paged, type Page, type Paged } from './paged.ts'
import { bonusesOf } from './progress-of.ts'
import { readPlaces } from '../office/read-range.ts'

export interface BonusFilter {
  readonly centerId: CenterId | null
  readonly standing: Bonus['standing'] | null
}

export interface BonusView {
  readonly bonus: Bonus
  readonly centerName: string
  readonly version: number
  /** What its line of the sheet moves now, and how far that can go; null where the sheet has no such line. */
  readonly effect: { readonly now: number; readonly between: Interval } | null
}

/** Newest first; the actor's own center only, where the reach is no wider. */
export async function listBonuses(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  { centerId, standing }: BonusFilter,
  page: Page,
): Promise<Acting<Paged<BonusView>>> {
  const checked = checkPage(page)
  if (!checked.ok) return checked
  const looked = await lookIn(office, actor, 'bonus.read', assessmentId, centerId)
  if (!looked.ok) return looked
  const centerIds = centerId === null ? narrowed(actor, 'bonus.read') : [centerId]
  const found = [...bonusesOf(looked.value, centerIds)].filter((one) => standing === null || one.standing === standing)
  const { entries, next } = paged(found.reverse(), ({ because }) => because[0] ?? 0, page)
  return accepted({ entries: entries.map((bonus) => viewOf(looked.value, bonus)), next })
}

export async function readBonus(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  bonusId: BonusId,
): Promise<Acting<BonusView & { readonly history: readonly LedgerEvent[] }>> {
  const looked = await lookIn(office, actor, 'bonus.read', assessmentId)
  if (!looked.ok) return looked
  const bonus = looked.value.state.bonuses.get(bonusId)
  if (!bonus) return { ok: false, refusal: refusal('bonus-unknown', bonusId) }
  if (!may(actor, 'bonus.read', bonus.centerId)) return refusedActing('not-permitted')
  const view = viewOf(looked.value, bonus)
  const history = await readPlaces(office.ledgers, actor.tenantId, assessmentId, bonus.because)
  return history.ok ? accepted({ ...view, history: history.value }) : history
}

function viewOf({ state, scores }: LiveAssessment, bonus: Bonus): BonusView {
  const { bonusId, centerId, because } = bonus
  const lines = scores.sheet(centerId)?.sections.flatMap((section) => section.lines) ?? []
  const line = lines.find(({ subject }) => subject.kind === 'bonus' && subject.bonusId === bonusId)
  return {
    bonus,
    centerName: state.centers.get(centerId) ?? centerId,
    version: because.at(-1) ?? 0,
    effect: line === undefined ? null : { now: line.effect, between: line.between },
  }
}
