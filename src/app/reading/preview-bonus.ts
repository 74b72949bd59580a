import type { AssessmentId, BonusId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Points } from '../../core/kernel/points.ts'
import type { Bonus } from '../../core/ledger/assessment-state.ts'
import { evolveBonus } from '../../core/ledger/evolve-bonus.ts'
import type { Stamp } from '../../core/ledger/ledger-command.ts'
import type { BonusFact } from '../../core/ledger/ledger-event.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { decideFacts } from '../acting/decide-facts.ts'
import { recordingTime } from '../acting/recording-time.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { DecisionPreview } from './preview-decision.ts'
import { shownNumbers } from './shown-numbers.ts'

/** An answer to an application that nobody has given. `occurrences` null is all that were applied for; `points` is for one. */
export interface BonusThought {
  readonly decision: 'approve' | 'reject'
  readonly occurrences: number | null
  readonly points: Points | null
}

/** 试算: what an answer to the application would change; nothing is written. */
export async function previewBonus(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  bonusId: BonusId,
  thought: BonusThought,
): Promise<Acting<DecisionPreview>> {
  const looked = await lookIn(office, actor, 'bonus.read', assessmentId)
  if (!looked.ok) return looked
  const live = looked.value
  const bonus = live.state.bonuses.get(bonusId)
  if (!bonus) return { ok: false, refusal: refusal('bonus-unknown', bonusId) }
  if (!may(actor, 'bonus.read', bonus.centerId)) return refusedActing('not-permitted')
  const at = recordingTime(office.clock.now(), live.recordedAt)
  const stamp: Stamp = { by: actor.personId, actedAt: at, recordedAt: at }
  const fact = factOf(bonus, thought)
  const decided = decideFacts(live.state, live.adopted.rubric, [fact], stamp)
  const own = live.scores.sheetWith(evolveBonus(bonus, { ...fact, ...stamp, seq: live.state.seq + 1 }))
  const before = live.scores.sheets()
  const sheets = before.map((sheet) => (sheet.centerId === bonus.centerId ? (own ?? sheet) : sheet))
  const changed = shownNumbers(actor, live.adopted.rubric, bonus.centerId, before, sheets)
  return accepted({
    ...changed,
    against: decided.ok ? null : { code: decided.refusal.code, message: decided.refusal.message },
  })
}

/** A reason is the person's own: what is tried has this in its place. */
const TRIED = '试算'

function factOf({ bonusId, proposed }: Bonus, { decision, occurrences, points }: BonusThought): BonusFact {
  if (decision === 'reject') return { type: 'BonusRejected', bonusId, reason: TRIED }
  return { type: 'BonusApproved', bonusId, occurrences: occurrences ?? proposed, points, reason: TRIED }
}
