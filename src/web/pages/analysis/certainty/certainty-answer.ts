import type { Answered, Asked } from '../../../client/call.ts'

export type Certainty = Answered<'readCertainty'>['certainty']
export type CertaintyQuery = NonNullable<Asked<'readCertainty'>['query']>
