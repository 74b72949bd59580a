import type { SamplingPlan } from './assessment-state.ts'
import type { LedgerEvent } from './ledger-event.ts'

type EventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: Type }>

export function openSamplingPlan(event: EventOf<'SamplingPlanCommitted'>): SamplingPlan {
  const { design, designDigest, commitment, by, recordedAt } = event
  return { design, designDigest, commitment, by, committedAt: recordedAt, reveal: null, missed: new Map() }
}

/** The first reveal and the first reason stand; saying it again changes nothing. */
export function evolveSamplingPlan(
  plan: SamplingPlan,
  event: EventOf<'SamplingPlanRevealed' | 'SamplingVisitMissed'>,
): SamplingPlan {
  const { by, recordedAt } = event
  if (event.type === 'SamplingVisitMissed')
    return plan.missed.has(event.visit)
      ? plan
      : { ...plan, missed: new Map([...plan.missed, [event.visit, { reason: event.reason, by, recordedAt }]]) }
  const { seed, salt, earlyBecause } = event
  return plan.reveal === null ? { ...plan, reveal: { seed, salt, earlyBecause, by, recordedAt } } : plan
}
