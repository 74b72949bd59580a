import type { ExampleRow } from './example-row.ts'
import type { PlanDraft } from './plan-draft.ts'

/** What the planted records of one center add to its numbers. */
export interface PlantedTally {
  readonly rated: number
  readonly unrated: number
  readonly unfinished: number
  readonly online: number
  /** By mail or at a terminal. */
  readonly elsewhere: number
  /** Cases at a counter: by its id, how many of each line. */
  readonly byCounter: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export const NOTHING_PLANTED: PlantedTally = {
  rated: 0,
  unrated: 0,
  unfinished: 0,
  online: 0,
  elsewhere: 0,
  byCounter: new Map(),
}

/** By center. Only what lies within the period counts. */
export function tallyPlanted({ world, rows }: PlanDraft): ReadonlyMap<string, PlantedTally> {
  const inPeriod = world.days.flatMap((day) => rows.get(day) ?? [])
  const rated = new Set(inPeriod.filter(isValidRating).map(({ values }) => values['case_id']))
  const tallies = new Map<string, PlantedTally>()
  for (const { dataSet, values } of inPeriod) {
    if (dataSet !== 'service_cases') continue
    const centerId = String(values['center_id'])
    const tally = tallies.get(centerId) ?? NOTHING_PLANTED
    tallies.set(centerId, plus(tally, values, rated.has(values.record_id)))
  }
  return tallies
}

function isValidRating({ dataSet, values }: ExampleRow): boolean {
  return dataSet === 'ratings' && values['channel'] !== 'system-default' && values['is_excluded'] !== 'yes'
}

function plus(
  tally: PlantedTally,
  { channel, status, counter_id, line }: ExampleRow['values'],
  isRated: boolean,
): PlantedTally {
  if (channel === 'online') return { ...tally, online: tally.online + 1 }
  if (channel !== 'counter') return { ...tally, elsewhere: tally.elsewhere + 1 }
  const counterId = String(counter_id)
  const lines = new Map(tally.byCounter.get(counterId))
  lines.set(String(line), (lines.get(String(line)) ?? 0) + 1)
  const byCounter = new Map(tally.byCounter).set(counterId, lines)
  if (status !== 'completed') return { ...tally, unfinished: tally.unfinished + 1, byCounter }
  if (isRated) return { ...tally, rated: tally.rated + 1, byCounter }
  return { ...tally, unrated: tally.unrated + 1, byCounter }
}
