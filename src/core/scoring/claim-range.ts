import type { Claim } from './claim.ts'
import { claimPrice } from './claim-price.ts'
import type { Readings } from './question-plan.ts'
import type { Interval } from './score-sheet.ts'
import type { ScoringPlan } from './scoring-plan.ts'

/** The least and most that a claim can come to by itself, under any reading and any decision, in hundredths. */
export function claimRange(plan: ScoringPlan, claim: Claim): Interval {
  const asked = ownQuestions(claim)
  if (asked.length === 0)
    return [claimPrice(claim, plan.questions, [], 'least'), claimPrice(claim, plan.questions, [], 'most')]
  const prices = readingsOf(plan, asked).flatMap((readings) => [
    claimPrice(claim, plan.questions, readings, 'least'),
    claimPrice(claim, plan.questions, readings, 'most'),
  ])
  return [Math.min(...prices), Math.max(...prices)]
}

/** The open questions that can change the price of the claim itself. */
export function ownQuestions({ clause }: Claim): number[] {
  const own = [clause.amountQuestion, clause.boundaryQuestion, clause.antecedentsQuestion, clause.countingQuestion]
  return own.filter((question, place) => question >= 0 && own.indexOf(question) === place)
}

function readingsOf({ questions }: ScoringPlan, asked: readonly number[]): Readings[] {
  return asked.reduce<number[][]>(
    (all, question) =>
      all.flatMap((readings) =>
        (questions[question]?.options ?? []).map((_, option) => readings.with(question, option)),
      ),
    [questions.map(() => 0)],
  )
}
