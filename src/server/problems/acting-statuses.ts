import type { DesignRefusalCode } from '../../core/analysis/sampling/check-design.ts'
import type { CorrectionCode } from '../../core/rubric/correction-refusals.ts'
import type { ACTING_REFUSALS } from '../../app/office/acting-refusals.ts'
import type { StoreRefusalCode } from '../../app/ports/store-refusals.ts'

export const ACTING_STATUSES = {
  'not-permitted': 403,
  'rubric-without-clauses': 422,
  'rubric-not-whole': 422,
  'changed-meanwhile': 409,
  'key-reused': 422,
  'acted-in-future': 422,
  'acted-before-period': 422,
  'number-not-whole': 422,
  'text-broken': 422,
  'input-malformed': 422,
  'evidence-unknown': 422,
  'evidence-unreadable': 503,
  'inspector-of-own-center': 403,
  'decider-of-own-center': 403,
  'reviewer-reported': 403,
  'terms-missing': 409,
  'days-outside-terms': 422,
  'not-ready': 409,
  'assessment-busy': 503,
  'office-stopping': 503,
  'centers-none': 422,
  'not-published': 404,
  'not-a-city': 404,
  'inspector-unknown': 422,
  'sampling-secret-missing': 503,
  'sampling-visits-open': 409,
  'sampling-visit-coming': 409,
  'sampling-visit-made': 409,
  'sampling-visit-of-other': 403,
  'page-wrong': 422,
  'center-unlisted': 404,
  'event-elsewhere': 404,
  'letter-before-notice': 409,
  'letter-without-rectification': 409,
  'letter-before-review': 409,
  'calendar-unknown': 409,
} as const satisfies Readonly<Record<keyof typeof ACTING_REFUSALS | 'calendar-unknown', number>>

export const STORE_REFUSAL_STATUSES = {
  'assessment-unknown': 404,
  'assessment-exists': 409,
  'assessments-quota-full': 409,
  'rubric-unknown': 404,
} as const satisfies Readonly<Record<StoreRefusalCode, number>>

/** Stale corrections were made over another reading; the rest make no sense. */
export const DESIGN_STATUSES = {
  'design-empty': 422,
  'design-twice': 422,
  'design-number': 422,
  'days-wrong': 422,
  'minimum-unmet': 422,
  'weight-none': 422,
  'days-too-full': 422,
  'center-too-often': 422,
  'inspectors-too-few': 422,
  'recusal-unmet': 422,
} as const satisfies Readonly<Record<DesignRefusalCode, number>>

export const CORRECTION_STATUSES = {
  'correction-clause-unknown': 409,
  'correction-twice': 422,
  'correction-stale': 409,
  'correction-of-nothing': 422,
  'correction-reason-missing': 422,
  'correction-direction-foreign': 422,
  'correction-amount-nothing': 422,
  'correction-amount-reversed': 422,
  'correction-amount-beyond': 422,
  'correction-amount-foreign': 422,
  'correction-unit-wrong': 422,
  'correction-cap-under': 422,
  'correction-cap-beyond': 422,
  'correction-cap-foreign': 422,
} as const satisfies Readonly<Record<CorrectionCode, number>>
