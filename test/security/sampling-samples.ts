import { clauses } from '../fixtures/small-rubric.ts'
import type { Sample } from './sample-requests.ts'

const PLAN = 'sampling-1'
const params = { assessmentId: 'a1' }

/** A plan of `a1` of two visits on the very day of the planted world: one of `east`, one of `west`. */
export const plantedPlan = (district: string) => ({
  planId: PLAN,
  design: designOf(district, 'unannounced', '2021-05-24', '2021-05-24'),
})

/** Requests about plans of inspections, by operation. */
export function samplingSamples(): Record<string, Sample> {
  const plan = { ...params, planId: PLAN }
  return {
    listSamplingPlans: { by: 'inspector', params },
    readSamplingGround: { by: 'assessor', params },
    readSamplingPlanDocument: { by: 'inspector', params: plan, query: { form: 'docx' } },
    listSamplingCommitments: { by: 'center-east', params },
    commitSamplingPlan: {
      by: 'assessor',
      params,
      body: { planId: 'sampling-new', design: designOf('d1', 'announced', '2021-06-01', '2021-06-30') },
    },
    missSamplingVisit: { by: 'inspector', params: { ...plan, visit: '1' }, body: { reason: '当天台风' } },
    revealSamplingPlan: { by: 'auditor', params: plan, body: { earlyBecause: '检查员病假，另抽一份' } },
  }
}

function designOf(district: string, mode: string, from: string, to: string) {
  return {
    mode,
    from,
    to,
    visits: 2,
    visitsPerDay: 2,
    minimum: 1,
    centers: ['east', 'west'].map((centerId) => ({ centerId, stratum: '街道', weight: 1, reason: '' })),
    inspectors: [{ personId: `${district}-inspector`, recusedFrom: [], visitsPerDay: 2 }],
    clauseIds: [clauses.vacated],
    clausesPerVisit: 1,
  }
}
