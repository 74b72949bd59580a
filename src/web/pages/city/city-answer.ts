import type { Answered } from '../../client/call.ts'

/** A city's view as the page has it. */
export type City = Answered<'readCity'>

export type Basis = City['bases'][number]
