import type { FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'

export interface PlanRectificationInput {
  readonly findingId: FindingId
  readonly measures: string
  /** A center may set itself fewer days than the terms give; null for all of them. */
  readonly workingDays: number | null
}

/** 制定整改措施, with the day by which they are done. */
export function planRectification(office: Office, asking: Asking, input: PlanRectificationInput): Promise<ActOutcome> {
  const { findingId, measures, workingDays } = input
  return act(office, asking, {
    ...aboutFinding(findingId),
    name: 'plan-rectification',
    input,
    action: 'rectification.plan',
    countsDays: true,
    facts: ({ state: { terms }, deadline }) => {
      if (terms === null) return refusedActing('terms-missing')
      const limit = terms.rectificationWorkingDays
      const days = workingDays ?? limit
      if (days < 1 || days > limit) return refusedActing('days-outside-terms', days, limit)
      const dueBy = deadline(days)
      return dueBy.ok ? accepted([{ type: 'RectificationPlanned', findingId, measures, dueBy: dueBy.value }]) : dueBy
    },
  })
}
