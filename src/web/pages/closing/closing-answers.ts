import type { Answered } from '../../client/call.ts'

/** What the page is made of. */
export type Assessment = Answered<'readAssessment'>
export type Readiness = Answered<'checkReadiness'>
export type Seal = NonNullable<Answered<'readSeal'>['seal']>
