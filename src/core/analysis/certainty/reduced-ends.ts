import type { PartEnds } from './part-ends.ts'

/** `counts` are the readings of each open question. Questions that move neither end are left out. */
export function withoutIdle(ends: PartEnds, counts: readonly number[]): PartEnds {
  return ends.questions.reduce((left, question) => {
    const folded = fold(left, question, counts)
    const isIdle = folded.every(
      (same) =>
        isLevel(same, left.low) &&
        isLevel(same, left.high) &&
        isLevel(same, left.reachedLow) &&
        isLevel(same, left.reachedHigh),
    )
    return isIdle ? collapsed(left, question, folded) : left
  }, ends)
}

/** The ends where this question is the part's own to answer: nobody else's points depend on it. */
export function freed(ends: PartEnds, question: number, counts: readonly number[]): PartEnds {
  return collapsed(ends, question, fold(ends, question, counts))
}

/** The ways that differ in this question only, set by set. */
function fold({ questions, low }: PartEnds, question: number, counts: readonly number[]): number[][] {
  const place = questions.indexOf(question)
  const options = counts[question] ?? 1
  const stride = questions.slice(place + 1).reduce((product, one) => product * (counts[one] ?? 1), 1)
  const sets: number[][] = []
  for (let at = 0; at < low.length; at += 1)
    if (Math.floor(at / stride) % options === 0)
      sets.push(Array.from({ length: options }, (_, option) => at + option * stride))
  return sets
}

function isLevel(ways: readonly number[], values: readonly number[]): boolean {
  return ways.every((way) => values[way] === values[ways[0] ?? 0])
}

function collapsed(ends: PartEnds, question: number, sets: readonly (readonly number[])[]): PartEnds {
  const over = (values: readonly number[], pick: (...all: number[]) => number) =>
    sets.map((ways) => pick(...ways.map((way) => values[way] ?? 0)))
  const low = over(ends.low, Math.min)
  const high = over(ends.high, Math.max)
  return {
    questions: ends.questions.filter((one) => one !== question),
    low,
    high,
    reachedLow: ends.reachedLow === ends.low ? low : over(ends.reachedLow, Math.min),
    reachedHigh: ends.reachedHigh === ends.high ? high : over(ends.reachedHigh, Math.max),
  }
}
