import type { CenterId } from '../../kernel/identifiers.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { compareRubrics } from '../../rubric/compare-rubrics.ts'
import { matchRubrics } from '../../rubric/match-rubrics.ts'
import { factsIn } from '../../scoring/score.ts'
import { settledTotal } from '../../scoring/score-center.ts'
import { compilePlan } from '../../scoring/scoring-plan.ts'
import type { SignedPoints } from '../../scoring/score-sheet.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { underNotice, type NotCarried, type YearUnderNotice } from './carry-over.ts'
import { partsById, partsByText } from './notice-parts.ts'
import { singleChanges, type NoticeChange } from './single-change.ts'

/** One center's certain total and rank; equal totals share a rank and the next rank skips. */
export interface CenterTotal {
  readonly centerId: CenterId
  readonly centerName: string
  readonly total: SignedPoints
  readonly rank: number
  readonly isTied: boolean
}

/** One change alone, all else as it was: only the centers whose total or rank it would have moved. */
export interface ChangeEffect {
  readonly change: NoticeChange
  readonly moved: readonly CenterMove[]
  /** All moves of totals together, each without its sign: what the change weighs beside the others. */
  readonly weight: number
  /** Of the mean of all centers, rounded to hundredths. */
  readonly meanMove: SignedPoints
  /** What could not be taken over because of it. */
  readonly notCarried: readonly NotCarried[]
}

export interface CenterMove {
  readonly centerId: CenterId
  readonly centerName: string
  readonly before: SignedPoints
  readonly after: SignedPoints
  readonly rankBefore: number
  readonly rankAfter: number
}

export interface NoticeEffects {
  readonly under: YearUnderNotice
  readonly before: readonly CenterTotal[]
  readonly after: readonly CenterTotal[]
  /** In the order of the comparison. */
  readonly effects: readonly ChangeEffect[]
  readonly joint: readonly CenterMove[]
  /** By center, where they differ: what the changes would have moved one by one, added up, and what they move together. */
  readonly apart: readonly ApartMove[]
}

/** Floors, ceilings and one event charged once make the whole something else than its parts. */
export interface ApartMove {
  readonly centerId: CenterId
  readonly centerName: string
  readonly summed: SignedPoints
  readonly together: SignedPoints
}

/** Yields after each piece how many of how many are done, so that long work can be cut into pieces. */
export function* noticeEffects(
  year: AssessedYear,
  other: Rubric,
): Generator<{ readonly done: number; readonly of: number }, NoticeEffects> {
  const match = matchRubrics(year.rubric, other)
  const parts = partsByText(year.rubric, other, match)
  const { changes, alone } = singleChanges(year.rubric, other, compareRubrics(year.rubric, other, match), parts)
  const under = underNotice(year, other, parts)
  const of = 2 * changes.length + 3
  yield { done: 1, of }
  const before = totalsOf(year)
  yield { done: 2, of }
  const after = totalsOf(under.year)
  yield { done: 3, of }
  const effects: ChangeEffect[] = []
  for (const change of changes) {
    const rubric = alone(change)
    const single = underNotice(year, rubric, partsById(year.rubric, rubric))
    yield { done: 2 * effects.length + 4, of }
    effects.push(effectOf(change, before, totalsOf(single.year), single))
    yield { done: 2 * effects.length + 3, of }
  }
  const joint = movesOf(before, after)
  return { under, before, after, effects, joint, apart: apartOf(effects, before, after) }
}

/** At once, for a command line or a test. */
export function allNoticeEffects(year: AssessedYear, other: Rubric): NoticeEffects {
  const steps = noticeEffects(year, other)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function totalsOf({ rubric, answers, state }: AssessedYear): CenterTotal[] {
  const plan = compilePlan(rubric, answers)
  const totals = factsIn(state).map((facts) => ({ facts, total: settledTotal(plan, facts) }))
  const falling = totals.map(({ total }) => total).toSorted((a, b) => b - a)
  const places = new Map<number, { readonly rank: number; readonly count: number }>()
  falling.forEach((total, at) => {
    const known = places.get(total)
    places.set(total, { rank: known?.rank ?? at + 1, count: (known?.count ?? 0) + 1 })
  })
  return totals.map(({ facts: { centerId, centerName }, total }) => {
    const { rank, count } = places.get(total) ?? { rank: 0, count: 0 }
    return { centerId, centerName, total, rank, isTied: count > 1 }
  })
}

function effectOf(
  change: NoticeChange,
  before: readonly CenterTotal[],
  after: readonly CenterTotal[],
  { notCarried }: YearUnderNotice,
): ChangeEffect {
  const moved = movesOf(before, after)
  const sum = moved.reduce((all, move) => all + move.after - move.before, 0)
  return {
    change,
    moved,
    weight: moved.reduce((all, move) => all + Math.abs(move.after - move.before), 0),
    meanMove: before.length === 0 ? 0 : Math.round(sum / before.length),
    notCarried,
  }
}

function movesOf(before: readonly CenterTotal[], after: readonly CenterTotal[]): CenterMove[] {
  const later = new Map(after.map((one) => [one.centerId, one]))
  return before.flatMap(({ centerId, centerName, total, rank }): CenterMove[] => {
    const now = later.get(centerId)
    if (now === undefined || (now.total === total && now.rank === rank)) return []
    return [{ centerId, centerName, before: total, after: now.total, rankBefore: rank, rankAfter: now.rank }]
  })
}

function apartOf(
  effects: readonly ChangeEffect[],
  before: readonly CenterTotal[],
  after: readonly CenterTotal[],
): ApartMove[] {
  const summed = new Map<CenterId, number>()
  for (const { moved } of effects)
    for (const move of moved) summed.set(move.centerId, (summed.get(move.centerId) ?? 0) + move.after - move.before)
  const later = new Map(after.map((one) => [one.centerId, one.total]))
  return before.flatMap(({ centerId, centerName, total }) => {
    const together = (later.get(centerId) ?? total) - total
    const sum = summed.get(centerId) ?? 0
    return sum === together ? [] : [{ centerId, centerName, summed: sum, together }]
  })
}
