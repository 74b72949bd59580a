import type { SplitCenter } from './split-center.ts'
import { endsOfParts, type PartEnds } from './part-ends.ts'
import { freed, withoutIdle } from './reduced-ends.ts'

/** Open questions that must be tried with each other, because some center's points depend on them together. */
export interface Bundle {
  readonly questions: readonly number[]
  /** How many ways there are to answer them. */
  readonly ways: number
  /** By center: what it adds to the ends under each way; null where none of it moves that center. */
  readonly ends: readonly (BundleEnds | null)[]
}

export interface BundleEnds {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly reachedLow: Float64Array
  readonly reachedHigh: Float64Array
}

/** The ends of all centers as far as questions are open: a constant each, and what each bundle adds. */
export interface SharedReadings {
  readonly constants: readonly {
    readonly low: number
    readonly high: number
    readonly reachedLow: number
    readonly reachedHigh: number
  }[]
  readonly bundles: readonly Bundle[]
}

const MOST_WAYS_OF_PART = 512
const MOST_WAYS = 4096

/** `unending` are questions with more readings than can be tried: they are only bounded, where they move two centers. */
export function sharedReadings(
  centers: readonly SplitCenter[],
  counts: readonly number[],
  unending: ReadonlySet<number>,
): SharedReadings {
  const loose = new Set(unending)
  for (;;) {
    const tooMany = oversized(
      centers.flatMap(({ parts }) => parts.map(({ questions }) => questions.filter((one) => !loose.has(one)))),
      counts,
      MOST_WAYS_OF_PART,
      centers,
    )
    if (tooMany === null) break
    loose.add(tooMany)
  }
  for (;;) {
    const ends = centers.map(({ center, parts }) =>
      endsOfParts(center, parts, loose).map((one) => withoutIdle(one, counts)),
    )
    const own = withOwnQuestions(ends, counts)
    const sets = bundled(own)
    const tooMany = oversized(sets, counts, MOST_WAYS, centers)
    if (tooMany === null) return shared(centers, own, sets, counts)
    loose.add(tooMany)
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
  const size = (set: readonly number[]) => set.reduce((product, question) => product * (counts[question] ?? 1), 1)
  for (const set of sets) {
    if (size(set) <= limit) continue
    const choices = set.filter((question) => ordered[question]?.isOrdered)
    const uses = (question: number) =>
      centers.reduce((sum, { parts }) => sum + parts.filter(({ questions }) => questions.includes(question)).length, 0)
    const [first] = choices.toSorted((one, other) => uses(other) - uses(one))
    if (first !== undefined) return first
  }
  return null
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
    constants: centers.map(({ base }, at) => {
      const settled = (ends[at] ?? []).filter(({ questions }) => questions.length === 0)
      const sum = (of: (one: PartEnds) => readonly number[]) =>
        settled.reduce((total, one) => total + (of(one)[0] ?? 0), base)
      return {
        low: sum(({ low }) => low),
        high: sum(({ high }) => high),
        reachedLow: sum(({ reachedLow }) => reachedLow),
        reachedHigh: sum(({ reachedHigh }) => reachedHigh),
      }
    }),
    bundles: sets.map((questions) => {
      const ways = questions.reduce((product, question) => product * (counts[question] ?? 1), 1)
      return {
        questions,
        ways,
        ends: ends.map((own) =>
          addedUp(
            own.filter((part) => part.questions.some((one) => questions.includes(one))),
            questions,
            ways,
            counts,
          ),
        ),
      }
    }),
  }
}

function addedUp(
  parts: readonly PartEnds[],
  questions: readonly number[],
  ways: number,
  counts: readonly number[],
): BundleEnds | null {
  if (parts.length === 0) return null
  const zeroes = () => new Float64Array(ways)
  const sum = { low: zeroes(), high: zeroes(), reachedLow: zeroes(), reachedHigh: zeroes() }
  for (const part of parts) {
    const places = part.questions.map((question) => questions.indexOf(question))
    for (let way = 0; way < ways; way += 1) {
      const options = optionsOf(way, questions, counts)
      const own = part.questions.reduce(
        (at, question, place) => at * (counts[question] ?? 1) + (options[places[place] ?? 0] ?? 0),
        0,
      )
      for (const end of ['low', 'high', 'reachedLow', 'reachedHigh'] as const)
        sum[end][way] = (sum[end][way] ?? 0) + (part[end][own] ?? 0)
    }
  }
  return sum
}

/** What each question is answered in a way, the last turning fastest. */
function optionsOf(way: number, questions: readonly number[], counts: readonly number[]): number[] {
  const options: number[] = []
  let left = way
  for (let place = questions.length - 1; place >= 0; place -= 1) {
    const count = counts[questions[place] ?? 0] ?? 1
    options[place] = left % count
    left = Math.floor(left / count)
  }
  return options
}
