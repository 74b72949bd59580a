import { endsOfParts, type PartEnds } from './part-ends.ts'
import { rangeOf, type EndByWay } from './rank-search.ts'
import { freed, withoutIdle } from './reduced-ends.ts'
import type { SplitCenter } from './split-center.ts'

const ENDS = ['low', 'high', 'reachedLow', 'reachedHigh'] as const
export type End = (typeof ENDS)[number]

/** Open questions that must be tried with each other, because some center's points depend on them together. */
export interface Bundle {
  readonly questions: readonly number[]
  /** How many ways there are to answer them. */
  readonly ways: number
  /** By center: what it adds to the ends under each way; null where none of it moves that center. */
  readonly ends: readonly (Readonly<Record<End, EndByWay>> | null)[]
}

/** The ends of all centers as far as questions are open: a constant each, and what each bundle adds. */
export interface SharedReadings {
  readonly constants: readonly Readonly<Record<End, number>>[]
  readonly bundles: readonly Bundle[]
  /** Whether no end is merely bounded. */
  readonly isReached: boolean
}

const MOST_WAYS_OF_PART = 1024
const MOST_WAYS = 4096

/**
 * `unending` are questions with more readings than can be tried: they are only bounded, where they move two centers.
 * Yields after every center, so that whoever waits can do something else in between.
 */
export function* sharedReadings(
  centers: readonly SplitCenter[],
  counts: readonly number[],
  unending: ReadonlySet<number>,
): Generator<undefined, SharedReadings> {
  const loose = new Set(unending)
  const loosen = (sets: readonly (readonly number[])[], limit: number) => {
    const question = oversized(sets, counts, limit, centers)
    if (question !== null) loose.add(question)
    return question !== null
  }
  const tried = () =>
    centers.flatMap(({ parts }) => parts.map(({ questions }) => questions.filter((one) => !loose.has(one))))
  while (loosen(tried(), MOST_WAYS_OF_PART));
  for (;;) {
    const ends: PartEnds[][] = []
    for (const { center, parts } of centers) {
      ends.push(endsOfParts(center, parts, loose).map((one) => withoutIdle(one, counts)))
      yield
    }
    const own = withOwnQuestions(ends, counts)
    const sets = bundled(own)
    if (!loosen(sets, MOST_WAYS)) return shared(centers, own, sets, counts)
  }
}

/** Of the first set with too many ways, the question with an order that most sets share; null where there is none. */
function oversized(
  sets: readonly (readonly number[])[],
  counts: readonly number[],
  limit: number,
  centers: readonly SplitCenter[],
): number | null {
  const ordered = centers[0]?.center.plan.questions ?? []
  const uses = (question: number) =>
    centers.reduce((sum, { parts }) => sum + parts.filter(({ questions }) => questions.includes(question)).length, 0)
  for (const set of sets) {
    if (waysOf(set, counts) <= limit) continue
    const choices = set.filter((question) => ordered[question]?.isOrdered)
    // What no event joins stays a bound that some center reaches; the other questions leave its events to guesswork.
    const isJoined = (question: number) =>
      Number(/sharing|escalation|boundary/.test(ordered[question]?.options[0]?.kind ?? ''))
    const [first] = choices.toSorted((one, other) => isJoined(one) - isJoined(other) || uses(other) - uses(one))
    if (first !== undefined) return first
  }
  return null
}

function waysOf(questions: readonly number[], counts: readonly number[]): number {
  return questions.reduce((product, question) => product * (counts[question] ?? 1), 1)
}

/** A question that moves one part of one center only is answered as suits whoever is looked for. */
function withOwnQuestions(ends: readonly (readonly PartEnds[])[], counts: readonly number[]): PartEnds[][] {
  const uses = counts.map(() => 0)
  for (const own of ends)
    for (const { questions } of own) for (const question of questions) uses[question] = (uses[question] ?? 0) + 1
  return ends.map((own) =>
    own.map((part) =>
      part.questions.reduce((left, question) => (uses[question] === 1 ? freed(left, question, counts) : left), part),
    ),
  )
}

/** The questions that meet in some part, directly or through others. */
function bundled(ends: readonly (readonly PartEnds[])[]): number[][] {
  let sets: number[][] = []
  for (const own of ends)
    for (const { questions } of own) {
      if (questions.length === 0) continue
      const met = sets.filter((set) => set.some((question) => questions.includes(question)))
      if (met.length === 1 && questions.every((question) => met[0]?.includes(question))) continue
      const merged = [...new Set([...met.flat(), ...questions])].sort((one, other) => one - other)
      sets = [...sets.filter((set) => !met.includes(set)), merged]
    }
  return sets
}

function shared(
  centers: readonly SplitCenter[],
  ends: readonly (readonly PartEnds[])[],
  sets: readonly (readonly number[])[],
  counts: readonly number[],
): SharedReadings {
  return {
    isReached: ends.every((own) => own.every((one) => one.low === one.reachedLow && one.high === one.reachedHigh)),
    constants: centers.map(({ base }, at) => {
      const settled = (ends[at] ?? []).filter(({ questions }) => questions.length === 0)
      return byEnd((end) => settled.reduce((total, one) => total + (one[end][0] ?? 0), base))
    }),
    bundles: sets.map((questions) => ({
      questions,
      ways: waysOf(questions, counts),
      ends: ends.map((own) => {
        const met = own.filter((part) => part.questions.some((one) => questions.includes(one)))
        return met.length === 0 ? null : addedUp(met, questions, counts)
      }),
    })),
  }
}

function addedUp(
  parts: readonly PartEnds[],
  questions: readonly number[],
  counts: readonly number[],
): Record<End, EndByWay> {
  const ways = waysOf(questions, counts)
  const placed = parts.map((part) => placesIn(part, questions, counts))
  return byEnd((end) => {
    const by = new Float64Array(ways)
    parts.forEach((part, at) => {
      const places = placed[at]
      for (let way = 0; way < ways; way += 1) by[way] = (by[way] ?? 0) + (part[end][places?.[way] ?? 0] ?? 0)
    })
    const [least, most] = rangeOf(by)
    return { by, least, most }
  })
}

/** By way to answer all questions, the part's own way. */
function placesIn(part: PartEnds, questions: readonly number[], counts: readonly number[]): number[] {
  const places: number[] = []
  for (let way = 0; way < waysOf(questions, counts); way += 1) {
    const options = new Map<number, number>()
    let left = way
    for (const question of questions.toReversed()) {
      const count = counts[question] ?? 1
      options.set(question, left % count)
      left = Math.floor(left / count)
    }
    places.push(part.questions.reduce((at, one) => at * (counts[one] ?? 1) + (options.get(one) ?? 0), 0))
  }
  return places
}

function byEnd<Value>(of: (end: End) => Value): Record<End, Value> {
  return { low: of('low'), high: of('high'), reachedLow: of('reachedLow'), reachedHigh: of('reachedHigh') }
}
