/**
 * A year of operational records that never was: what the systems of any number of centers would export, with breaches
 * planted in it, many more things that only look like breaches, and the key to what must be found. It knows breaches by the
 * names of detections, nothing of any notice, and none of their SQL: what was planted is what is expected. The same setting
 * gives the same records on every machine. For demonstrations, tests and benchmarks only.
 */
import { randomFrom } from '../../core/kernel/random.ts'
import type { PlantedBreach } from './answer-key.ts'
import { planCorrection, type ExampleCorrection } from './corrections.ts'
import type { ExampleRow } from './example-row.ts'
import { planDraft } from './plan-draft.ts'
import { planTargets } from './plan-targets.ts'
import { PLANTERS } from './planters.ts'
import type { RecordsSetting } from './records-setting.ts'
import { rowsOf } from './rows-of.ts'
import { sitesOf } from './site.ts'
import { daysFrom, workClock } from './work-clock.ts'

export interface ExampleRecords {
  /** All records in the order of their days; made anew each time and never held all at once. */
  readonly rows: () => Iterable<ExampleRow>
  /** What must be found, and nothing else. */
  readonly key: readonly PlantedBreach[]
  /** What comes in later and puts some of it right. */
  readonly correction: ExampleCorrection
}

export function exampleRecords(setting: RecordsSetting): ExampleRecords {
  const days = daysFrom(setting.period.from, setting.period.to)
  const sites = sitesOf(setting, days.length, randomFrom(setting.seed))
  const draft = planDraft({ ...setting, days, sites, clock: workClock(setting.calendar) })
  for (const plant of PLANTERS) plant(draft)
  const targets = planTargets(draft)
  return { rows: () => rowsOf(draft, targets), key: draft.breaches, correction: planCorrection(draft, targets) }
}
