import { accepted } from '../../core/kernel/outcome.ts'
import { aboutFinding } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type NotifyFindingInput = Said<'FindingNotified', 'replyBy'>

/** 告知中心: its days for a reply are counted from today, by the terms that hold today. */
export function notifyFinding(office: Office, asking: Asking, { findingId }: NotifyFindingInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutFinding(findingId),
    name: 'notify-finding',
    input: { findingId },
    action: 'finding.notify',
    countsDays: true,
    facts: ({ state, deadline }) => {
      if (state.terms === null) return refusedActing('terms-missing')
      const replyBy = deadline(state.terms.replyWorkingDays)
      return replyBy.ok ? accepted([{ type: 'FindingNotified', findingId, replyBy: replyBy.value }]) : replyBy
    },
  })
}
