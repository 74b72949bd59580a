import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Actor } from '../people/actor.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { TrendPoint, TrendStep } from '../office/live-history.ts'

/** Settled scores as they were known at the end of each day (or week), from the first day on which a center had one to the last event's. */
export interface Trend {
  readonly every: TrendStep
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  /** In the order in which the centers were enrolled. */
  readonly centers: readonly CenterTrend[]
  /** Of the centers enrolled by then, rounded to whole hundredths. */
  readonly mean: readonly TrendPoint[]
}

export interface CenterTrend {
  readonly centerId: CenterId
  readonly centerName: string
  readonly points: readonly TrendPoint[]
}

/** 走势 of a period: what stood before `from` is its first point. Null leaves an end open. */
export async function readTrend(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  period: { readonly from: PlainDate | null; readonly to: PlainDate | null },
): Promise<Acting<Trend>> {
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  const live = looked.value
  const points = withToday(live)
  const last = live.recordedAt === null ? null : dayOf(live.recordedAt)
  const to = period.to !== null && (last === null || period.to < last) ? period.to : last
  const cut = (all: readonly TrendPoint[]) => within(all, period.from, to)
  const centers = [...live.state.centers].map(([centerId, centerName]) => ({
    centerId,
    centerName,
    points: cut(points.get(centerId) ?? []),
  }))
  const first = [...points.values()].map((own) => own[0]?.day).filter((day) => day !== undefined)
  const began = first.length === 0 ? null : first.reduce((one, other) => (one < other ? one : other))
  const from = period.from !== null && (began === null || period.from > began) ? period.from : began
  return accepted({ every: live.history.every(), from, to, centers, mean: cut(meanOf([...points.values()])) })
}

/** The history ends where the last day begins; what stands now is that day's. */
function withToday({ state, scores, history, recordedAt }: LiveAssessment) {
  const points = new Map<CenterId, readonly TrendPoint[]>()
  for (const centerId of state.centers.keys()) {
    const before = history.points.get(centerId) ?? []
    const score = scores.settled(centerId)
    const isSame = score === null || recordedAt === null || before.at(-1)?.score === score
    points.set(centerId, isSame ? before : [...before, { day: dayOf(recordedAt), score }])
  }
  return points
}

function within(points: readonly TrendPoint[], from: PlainDate | null, to: PlainDate | null): TrendPoint[] {
  const kept: TrendPoint[] = []
  for (const { day, score } of points) {
    if (to !== null && day > to) break
    if (from !== null && day <= from) kept.length = 0
    kept.push({ day: from !== null && day < from ? from : day, score })
  }
  return kept
}

function meanOf(centers: readonly (readonly TrendPoint[])[]): TrendPoint[] {
  const days = new Map<PlainDate, { sum: number; joined: number }>()
  for (const points of centers)
    points.forEach(({ day, score }, at) => {
      const change = days.get(day) ?? { sum: 0, joined: 0 }
      change.sum += score - (points[at - 1]?.score ?? 0)
      if (at === 0) change.joined += 1
      days.set(day, change)
    })
  let sum = 0
  let count = 0
  const means: TrendPoint[] = []
  for (const [day, change] of [...days].sort(([one], [other]) => (one < other ? -1 : 1))) {
    sum += change.sum
    count += change.joined
    const score = Math.round(sum / count)
    if (means.at(-1)?.score !== score) means.push({ day, score })
  }
  return means
}
