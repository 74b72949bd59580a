import { accepted } from '../../core/kernel/outcome.ts'
import { act } from './act.ts'
import type { ActOutcome, Asking } from './act-plan.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import { aboutTheWhole } from './about.ts'
import type { Office } from '../office/office.ts'
import type { Said } from './said.ts'

export interface EnrollCentersInput {
  readonly centers: readonly Said<'CenterEnrolled'>[]
}

/** 列入考核: all of them or none. */
export async function enrollCenters(office: Office, asking: Asking, input: EnrollCentersInput): Promise<ActOutcome> {
  if (input.centers.length === 0) return refusedActing('centers-none')
  return act(office, asking, {
    ...aboutTheWhole,
    name: 'enroll-centers',
    input,
    action: 'center.enroll',
    facts: () => accepted(input.centers.map((center) => ({ type: 'CenterEnrolled', ...center }))),
  })
}
