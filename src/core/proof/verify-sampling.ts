import { checkVisits } from '../analysis/sampling/check-visits.ts'
import { drawPlan } from '../analysis/sampling/draw-plan.ts'
import type { CenterId, SamplingPlanId } from '../kernel/identifiers.ts'
import { workingDaysIn, type WorkingCalendar } from '../kernel/working-days.ts'
import type { AssessmentState } from '../ledger/assessment-state.ts'
import type { DigestOf } from '../ledger/chain.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { commitmentOf, designDigestOf } from '../ledger/sampling-design.ts'
import type { CheckBook } from './check-book.ts'
import type { Place } from './place.ts'

export interface SamplingCheck {
  readonly take: (event: LedgerEvent, place: Place) => void
  /** With everything that the entries show. */
  readonly end: (state: AssessmentState) => void
}

/**
 * Plans of inspections: each design against its digest and calendar, each reveal against its commitment; what is revealed is
 * drawn again, and each drawn visit was made or is told why not. A center looks for its own visits, as it sees no others.
 */
export function samplingCheck(
  calendarOf: (version: string) => WorkingCalendar | null,
  only: CenterId | null,
  digestOf: DigestOf,
  book: CheckBook,
): SamplingCheck {
  const places = new Map<SamplingPlanId, Place>()
  return {
    take: (event, place) => {
      if (event.type === 'SamplingPlanCommitted') {
        places.set(event.planId, place)
        book.count('sampling')
        if (designDigestOf(event.design, digestOf) !== event.designDigest)
          book.fail('sampling', place, 'design-digest-differs')
        const { calendarVersion, from, to, days } = event.design
        const calendar = calendarOf(calendarVersion)
        if (calendar === null) book.fail('sampling', place, 'calendar-missing', calendarVersion)
        else if (workingDaysIn(calendar, from, to)?.join() !== days.join())
          book.fail('sampling', place, 'plan-days-differ', calendarVersion)
      } else if (event.type === 'SamplingPlanRevealed') places.set(event.planId, place)
    },
    end: (state) => {
      for (const [planId, plan] of state.samplingPlans) {
        const { design, designDigest, commitment, reveal } = plan
        if (reveal === null) continue
        const place = places.get(planId) ?? { line: null, seq: null }
        book.count('sampling')
        if (commitmentOf(reveal, designDigest, digestOf) !== commitment)
          book.fail('sampling', place, 'plan-commitment-differs')
        const drawn = drawPlan(design, reveal.seed, digestOf)
        if (!drawn.ok) {
          book.fail('sampling', place, 'plan-not-drawable', drawn.refusal.message)
          continue
        }
        // Revealed early: what was still to come is not made any more.
        if (reveal.earlyBecause !== null) continue
        for (const { visit, standing } of checkVisits(state, plan, drawn.value, null))
          if (standing === 'unaccounted' && (only === null || visit.centerId === only))
            book.fail('sampling', place, 'plan-visit-unaccounted', visit.number, visit.day, visit.centerId)
      }
    },
  }
}
