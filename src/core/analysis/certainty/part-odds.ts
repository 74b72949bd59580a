import type { Random } from '../../kernel/random.ts'
import type { CenterCase } from '../../scoring/center-case.ts'
import type { Readings } from '../../scoring/question-plan.ts'
import { settleWorld } from '../../scoring/settle-world.ts'
import type { Assumptions } from './assumptions.ts'
import { partScore, type Part } from './center-parts.ts'
import { clausesOf, partVariables, type VariableOutcome } from './part-variables.ts'

/** How every open question is answered in every draw, by question. */
export type DrawnReadings = readonly Uint8Array[]

/**
 * Adds to `totals`, draw by draw, what the part comes to under the readings of that draw. Every score is the scoring's own:
 * settled once for each combination that is drawn, and remembered.
 */
export function drawPart(
  center: CenterCase,
  part: Part,
  assumptions: Assumptions,
  drawn: DrawnReadings,
  { below }: Random,
  totals: Float64Array,
): void {
  for (const { readings, draws } of drawsByWay(center, part, drawn, totals.length)) {
    const variables = [
      ...partVariables(center, part, readings, assumptions).map(({ outcomes }) => outcomes),
      keptOutcomes(center, part, assumptions),
    ].filter((outcomes) => outcomes.length > 0)
    const settle = settler(center, part, readings, variables)
    const limits = variables.map(limitsOf)
    const chosen = variables.map(() => 0)
    const known = rememberedScores(variables.reduce((product, outcomes) => product * outcomes.length, 1))
    for (const draw of draws) {
      let key = 0
      for (let at = 0; at < limits.length; at += 1) {
        const limit = limits[at] ?? ALWAYS
        const place = limit.length === 1 ? 0 : placeAt(limit, below(FINENESS))
        chosen[at] = place
        key = key * limit.length + place
      }
      let score = known.at(key)
      if (score === undefined) {
        score = settle(chosen)
        known.keep(key, score)
      }
      totals[draw] = (totals[draw] ?? 0) + score
    }
  }
}

const FINENESS = 2 ** 30
const ALWAYS = new Int32Array(1)

/** The shares added up, of `FINENESS` each. */
function limitsOf(outcomes: readonly { readonly weight: number }[]): Int32Array {
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0)
  let sum = 0
  return Int32Array.from(outcomes, ({ weight }) => {
    sum += weight
    return Math.round((sum / total) * FINENESS)
  })
}

function placeAt(limits: Int32Array, drawn: number): number {
  let low = 0
  let high = limits.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((limits[middle] ?? 0) > drawn) high = middle
    else low = middle + 1
  }
  return low
}

const MOST_LISTED = 2 ** 16

/** By the number of a combination: a list where there are few, a map where there are many, nothing where numbers run out. */
function rememberedScores(size: number) {
  if (size <= MOST_LISTED) {
    const scores = new Float64Array(size).fill(Number.NaN)
    return {
      at: (key: number) => (Number.isNaN(scores[key] ?? 0) ? undefined : scores[key]),
      keep: (key: number, score: number) => {
        scores[key] = score
      },
    }
  }
  const scores = new Map<number, number>()
  return {
    at: (key: number) => scores.get(key),
    keep: (key: number, score: number) => {
      if (size < Number.MAX_SAFE_INTEGER) scores.set(key, score)
    },
  }
}

/** The draws under each way to answer the part's questions that occurs. */
function drawsByWay(center: CenterCase, { questions }: Part, drawn: DrawnReadings, count: number) {
  const ways = new Map<number, { readonly readings: Readings; readonly draws: number[] }>()
  for (let draw = 0; draw < count; draw += 1) {
    let way = 0
    for (const question of questions)
      way = way * (center.plan.questions[question]?.options.length ?? 1) + (drawn[question]?.[draw] ?? 0)
    const known = ways.get(way)
    if (known) known.draws.push(draw)
    else {
      const readings = center.plan.questions.map((_, at) => (questions.includes(at) ? (drawn[at]?.[draw] ?? 0) : 0))
      ways.set(way, { readings, draws: [draw] })
    }
  }
  return ways.values()
}

/** Whether the bonuses that nothing broke are still given when the period ends, where it still runs. */
type Outcome = VariableOutcome | { readonly isKept: boolean; readonly weight: number }

function keptOutcomes(center: CenterCase, part: Part, { kept }: Assumptions): Outcome[] {
  const own = new Set(clausesOf(center, part))
  if (center.isClosed || !center.plan.absences.some(({ clause }) => own.has(clause.index))) return []
  return [
    { isKept: true, weight: kept / 100 },
    { isKept: false, weight: 1 - kept / 100 },
  ].filter(({ weight }) => weight > 0)
}

/** The score of the part where each variable comes out at the place chosen. */
function settler(center: CenterCase, part: Part, readings: Readings, variables: readonly (readonly Outcome[])[]) {
  const elsewhere = center.claims.map(() => -1)
  return (chosen: readonly number[]) => {
    const charges = center.claims.map(() => 0)
    const isMet = center.claims.map(() => false)
    let side: 'lowest' | 'highest' = 'lowest'
    variables.forEach((outcomes, at) => {
      const outcome = outcomes[chosen[at] ?? 0]
      if (outcome === undefined) return
      if ('isKept' in outcome) side = outcome.isKept ? 'highest' : 'lowest'
      else {
        for (const [claim, charge] of outcome.charges) charges[claim] = charge
        for (const claim of outcome.met) isMet[claim] = true
      }
    })
    return partScore(part, settleWorld(center, { readings, side, charges, isMet, elsewhere }, false))
  }
}
