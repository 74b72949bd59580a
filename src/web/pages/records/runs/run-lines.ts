import type { ClauseId } from '../../../../core/kernel/identifiers.ts'
import { allClauses } from '../../../../core/rubric/find-clause.ts'
import type { Rubric } from '../../../../core/rubric/rubric.ts'
import type { Answered } from '../../../client/call.ts'
import { titlesOf, type AdoptedDetection } from '../detections/by-clause.ts'

type Ran = Extract<Answered<'readDetectionRun'>['standing'], { state: 'ran' }>
type Told = Ran['report']['detections'][number]

export interface RunLine {
  readonly clauseId: ClauseId | null
  readonly title: string
  readonly told: Told
}

export const COUNTS = ['raised', 'amended', 'withdrawn', 'flagged', 'unchanged'] as const

/** What each detection told, in the order of the notice; those that are no longer adopted stand at the end under their name. */
export function runLines(
  told: readonly Told[],
  rubric: Rubric,
  detections: readonly AdoptedDetection[],
): readonly RunLine[] {
  const order = new Map(allClauses(rubric).map(({ id }, at) => [id, at]))
  const clauseOf = new Map(
    detections.flatMap(({ name, read }) => (read === null ? [] : [[name, read.clauseId] as const])),
  )
  const titles = titlesOf(detections)
  const placeOf = ({ clauseId }: RunLine) => (clauseId === null ? order.size : (order.get(clauseId) ?? order.size))
  return told
    .map((one): RunLine => ({
      clauseId: clauseOf.get(one.name) ?? null,
      title: titles.get(one.name) ?? one.name,
      told: one,
    }))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}

export function totalsOf(told: readonly Told[]): Readonly<Record<(typeof COUNTS)[number], number>> {
  const sum = (of: (typeof COUNTS)[number]) => told.reduce((total, one) => total + one[of], 0)
  return {
    raised: sum('raised'),
    amended: sum('amended'),
    withdrawn: sum('withdrawn'),
    flagged: sum('flagged'),
    unchanged: sum('unchanged'),
  }
}
