import { accepted } from '../../core/kernel/outcome.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'

/** 周期结束: nothing new is registered from now on, and what never happened in the period can be certain. */
export function closePeriod(office: Office, asking: Asking): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'close-period',
    input: {},
    action: 'period.close',
    facts: () => accepted([{ type: 'PeriodClosed' }]),
  })
}
