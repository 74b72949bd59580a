import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { FindingFilter } from './finding-filter.ts'
import { pageInOrder, type FindingOrder, type FindingPlace } from './finding-order.ts'
import { viewer, type FindingView } from './finding-view.ts'
import { matchingFindings } from './matching-findings.ts'
import { checkPage } from './paged.ts'

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
  const { found, byStanding } = matchingFindings(live, actor, filter, today)
  const { entries, next } = pageInOrder(live, found, page, today)
  return accepted({ entries: entries.map(viewer(live, actor, today)), next, total: found.length, byStanding, today })
}
