import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'

export interface PlantedMeasure {
  /** `2021` or `2021-03`. */
  readonly period: string
  readonly lastDay: PlainDate | undefined
  readonly numerator: number
  readonly denominator: number
}

/** Expects a measure that falls short. It has happened when its period is over. */
export function expectMeasure(
  draft: PlanDraft,
  detection: string,
  { center }: Site,
  { period, lastDay, numerator, denominator }: PlantedMeasure,
): void {
  draft.expect({
    detection,
    centerId: center.id,
    subject: period,
    occurredOn: lastDay ?? draft.world.period.to,
    measured: `${numerator}/${denominator}`,
    records: [`measure:${numerator}/${denominator}`],
  })
}
