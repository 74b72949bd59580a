import { Type } from '@sinclair/typebox'
import type { CheckedVisit } from '../../core/analysis/sampling/check-visits.ts'
import type { SamplingPlanId } from '../../core/kernel/identifiers.ts'
import type { InspectionMode, SamplingDesign } from '../../core/ledger/sampling-design.ts'
import type { ShortCode } from '../../core/scoring/verification-code.ts'
import { listOf, orNull, told } from './acting-shapes.ts'
import { assessmentIdShape, centerIdShape, clauseIdShape, personIdShape } from './id-shapes.ts'
import { dateShape, lineShape, oneOf, shape, timestampShape } from './plain-shapes.ts'

export const samplingPlanIdShape = Type.Unsafe<SamplingPlanId>(
  Type.String({
    pattern: '^[0-9A-Za-z_-]{1,64}$',
    minLength: 1,
    maxLength: 64,
    description: '抽查方案编号，由客户端给',
  }),
)

export const samplingPlanParams = shape({ assessmentId: assessmentIdShape, planId: samplingPlanIdShape })

export const samplingVisitParams = shape({
  assessmentId: assessmentIdShape,
  planId: samplingPlanIdShape,
  visit: Type.String({ pattern: '^[1-9]\\d{0,3}$', maxLength: 4, description: '第几次，从 1 起' }),
})

const modeShape = oneOf<InspectionMode>(['announced', 'unannounced'], 'announced 明察，unannounced 暗访')

function whole(minimum: number, maximum: number, description: string) {
  return Type.Integer({ minimum, maximum, description })
}

const pooledCenterShape = shape({
  centerId: centerIdShape,
  stratum: lineShape,
  weight: whole(0, 1000, '权重'),
  reason: Type.String({
    maxLength: 200,
    pattern: '^[^\\u0000-\\u001f\\u007f-\\u009f]*$',
    description: '为何是这个权重',
  }),
})

/** A design as a person says it. */
export const samplingDesignShape = shape({
  mode: modeShape,
  from: dateShape,
  to: dateShape,
  visits: whole(1, 2000, '总次数'),
  visitsPerDay: whole(1, 200, '每天最多几次'),
  minimum: whole(0, 100, '每个中心最少几次'),
  centers: Type.Array(pooledCenterShape, { minItems: 1, maxItems: 500 }),
  inspectors: Type.Array(
    shape({
      personId: personIdShape,
      recusedFrom: Type.Array(centerIdShape, { maxItems: 50 }),
      visitsPerDay: whole(1, 200, '每人每天最多几次'),
    }),
    { minItems: 1, maxItems: 100 },
  ),
  clauseIds: Type.Array(clauseIdShape, { minItems: 1, maxItems: 500 }),
  clausesPerVisit: whole(1, 500, '每次看几款'),
})

/** As the ledger holds it, with its working days. */
const designShape = told<SamplingDesign>({ mode: modeShape, from: dateShape, to: dateShape })

const visitsShape = listOf(
  told<CheckedVisit>({ standing: Type.String({ description: 'made、missed、coming 或 unaccounted' }) }),
)

const codeShape = Type.Unsafe<ShortCode>(Type.String({ description: '承诺码，可以抄下保存' }))

const revealFields = {
  seed: Type.String(),
  salt: Type.String(),
  earlyBecause: orNull(Type.String()),
  by: personIdShape,
  recordedAt: timestampShape,
  isMatching: Type.Boolean({ description: '揭示的种子和方案对得上承诺码' }),
}

export const samplingPlanShape = shape({
  planId: samplingPlanIdShape,
  design: designShape,
  designDigest: Type.String(),
  commitment: Type.String(),
  code: codeShape,
  by: personIdShape,
  committedAt: timestampShape,
  reveal: orNull(shape(revealFields)),
  visits: orNull(visitsShape),
})

export const samplingCommitmentShape = shape({
  planId: samplingPlanIdShape,
  code: codeShape,
  commitment: Type.String(),
  committedAt: timestampShape,
  shares: told<Pick<SamplingDesign, 'mode' | 'from' | 'to' | 'visits' | 'minimum' | 'centers'>>({
    mode: modeShape,
    from: dateShape,
    to: dateShape,
  }),
  revealed: orNull(shape({ ...revealFields, design: designShape, visits: visitsShape })),
})
