import type { AssessmentId, CenterId, ClauseId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Deadline } from '../../core/kernel/working-days.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import { narrowed } from './narrowed.ts'
import type { Office } from '../office/office.ts'
import { checkPage, paged, type Page, type Paged } from './paged.ts'
import { findingsOf } from './progress-of.ts'
import { todosIn } from './todos-in.ts'

export interface FindingFilter {
  readonly centerId: CenterId | null
  readonly standing: FindingStanding | null
  /** As decided, and as alleged until then. */
  readonly clauseId: ClauseId | null
  /** Only those that wait for the actor. */
  readonly isMine: boolean
}

/** `version` is the `seq` of the last event about it: what an act on it is based on. */
export interface FindingView {
  readonly finding: Finding
  readonly centerName: string
  readonly rectifyBy: Deadline | null
  readonly version: number
}

/** Newest first; the actor's own center only, where the reach is no wider. */
export async function listFindings(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  filter: FindingFilter,
  page: Page,
): Promise<Acting<Paged<FindingView>>> {
  const checked = checkPage(page)
  if (!checked.ok) return checked
  const looked = await lookIn(office, actor, 'finding.read', assessmentId, filter.centerId)
  if (!looked.ok) return looked
  const live = looked.value
  const centerIds = filter.centerId === null ? narrowed(actor, 'finding.read') : [filter.centerId]
  const waiting = filter.isMine ? waitingFor(live, actor, office) : null
  const found = [...findingsOf(live, centerIds)].filter(
    ({ findingId, standing, decision, clauseId }) =>
      (filter.standing === null || standing === filter.standing) &&
      (filter.clauseId === null || (decision?.clauseId ?? clauseId) === filter.clauseId) &&
      (waiting === null || waiting.has(findingId)),
  )
  const { entries, next } = paged(found.reverse(), openedAt, page)
  return accepted({ entries: entries.map((finding) => viewOf(live, finding)), next })
}

export function viewOf({ state, told }: LiveAssessment, finding: Finding): FindingView {
  return {
    finding,
    centerName: state.centers.get(finding.centerId) ?? finding.centerId,
    rectifyBy: told.rectifyBy.get(finding.findingId) ?? null,
    version: finding.because.at(-1) ?? 0,
  }
}

function openedAt({ because }: Finding): number {
  return because[0] ?? 0
}

function waitingFor(live: LiveAssessment, actor: Actor, { clock }: Office): ReadonlySet<string> {
  const todos = todosIn(live, actor, dayOf(clock.now()))
  return new Set(todos.flatMap(({ ref, about }) => (about === 'finding' && ref !== null ? [ref] : [])))
}
