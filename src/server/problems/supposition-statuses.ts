import type { SuppositionRefusalCode } from '../../core/analysis/what-if/supposition-refusals.ts'

/** 409: what is supposed makes no difference to what the record has. 422: it cannot be. */
export const SUPPOSITION_STATUSES = {
  'supposed-already': 409,
  'supposed-nothing': 422,
  'supposed-undecided': 409,
  'supposed-void': 409,
  'supposed-without-appeal': 409,
  'price-without-number': 422,
  'price-not-computed': 422,
  'price-of-many': 422,
  'price-of-steps': 422,
  'price-reversed': 422,
  'notice-unknown': 422,
  'scenario-malformed': 422,
  'scenario-name-long': 422,
  'scenario-long': 422,
} as const satisfies Readonly<Record<SuppositionRefusalCode, number>>
