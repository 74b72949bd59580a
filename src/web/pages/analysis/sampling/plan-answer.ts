import type { Answered } from '../../../client/call.ts'

export type Plan = Answered<'listSamplingPlans'>['plans'][number]
