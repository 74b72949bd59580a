import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import { matcherOf, type FindingFilter } from './finding-filter.ts'
import { pageInOrder, type FindingOrder, type FindingPlace } from './finding-order.ts'
import { viewer, type FindingView } from './finding-view.ts'
import { narrowed } from './narrowed.ts'
import { checkPage } from './paged.ts'
import { findingsOf } from './progress-of.ts'
import { findingSteps } from './next-steps.ts'
import { isFor } from './todos-in.ts'

export interface FindingPage {
  readonly order: FindingOrder
  readonly after: FindingPlace | null
  readonly limit: number
}

/** A page of what was asked for, with how many there are of it on all pages. */
export interface FoundFindings {
  readonly entries: readonly FindingView[]
  readonly next: FindingPlace | null
  readonly total: number
  /** Of the same filter without its `standings`. */
  readonly byStanding: Readonly<Record<FindingStanding, number>>
  readonly today: PlainDate
}

/** The actor's own center only, where the reach is no wider. */
export async function listFindings(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  filter: FindingFilter,
  page: FindingPage,
): Promise<Acting<FoundFindings>> {
  const checked = checkPage({ before: null, limit: page.limit })
  if (!checked.ok) return checked
  const looked = await lookIn(office, actor, 'finding.read', assessmentId, filter.centerId)
  if (!looked.ok) return looked
  const live = looked.value
  const today = dayOf(office.clock.now())
  const centerIds = filter.centerId === null ? narrowed(actor, 'finding.read') : [filter.centerId]
  const isMine = filter.isMine ? isWaitingFor(live, actor, today) : null
  const isMatch = matcherOf(live, filter)
  const standings = new Set(filter.standings)
  const byStanding = noneYet()
  const found: Finding[] = []
  for (const finding of findingsOf(live, centerIds)) {
    if (!isMatch(finding) || isMine?.(finding) === false) continue
    byStanding[finding.standing] += 1
    if (standings.size === 0 || standings.has(finding.standing)) found.push(finding)
  }
  const { entries, next } = pageInOrder(live, found, page, today)
  return accepted({ entries: entries.map(viewer(live, actor, today)), next, total: found.length, byStanding, today })
}

function noneYet(): Record<FindingStanding, number> {
  return { suspected: 0, reported: 0, notified: 0, substantiated: 0, dismissed: 0, reversed: 0, withdrawn: 0 }
}

/** As the list of todos has it, without making that list. */
function isWaitingFor(live: LiveAssessment, actor: Actor, today: PlainDate): (finding: Finding) => boolean {
  // A sealed assessment has to be reopened before anything about a finding goes on.
  if (live.state.seal !== null) return () => false
  return (finding) => findingSteps(live, finding, today).some((step) => isFor(step, actor))
}
