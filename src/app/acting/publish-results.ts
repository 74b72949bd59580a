import { accepted } from '../../core/kernel/outcome.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type PublishResultsInput = Said<'ResultsPublished'>

/** 公示 what was sealed: from now on it can be read without an account. */
export function publishResults(office: Office, asking: Asking, input: PublishResultsInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'publish-results',
    input,
    action: 'results.publish',
    facts: () => accepted([{ type: 'ResultsPublished', ...input }]),
  })
}
