import { accepted } from '../../core/kernel/outcome.ts'
import { aboutTheWhole } from './about.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export type SetTermsInput = Said<'TermsSet'>

/** 规定期限 in working days. Deadlines served before keep theirs. */
export function setTerms(office: Office, asking: Asking, input: SetTermsInput): Promise<ActOutcome> {
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'set-terms',
    input,
    action: 'assessment.terms',
    facts: () => accepted([{ type: 'TermsSet', ...input }]),
  })
}
