import type { Chance } from './chance.ts'

/** What was found, and on how many visits. */
export interface Rate {
  readonly found: number
  readonly visits: number
}

/**
 * The conditional comparison of two rates: of all that was found, each piece falls to `own` with its share of the visits, if
 * looking makes finding. Answers the chance of a number that is as rare or rarer than the one seen (binomial, two-sided). All is
 * counted where there are at most 400 pieces; above, reckoned in floating point.
 */
export function compareRates(own: Rate, rest: Rate): Chance {
  const found = own.found + rest.found
  if (own.visits === 0 || rest.visits === 0) return { favorable: 1n, total: 1n, how: 'all' }
  return found <= MOST_COUNTED ? counted(own, rest) : reckoned(own, rest)
}

const MOST_COUNTED = 400

/** The weight of `count` pieces is C(found, count) · own^count · rest^(found − count), a whole number of arrangements. */
function counted(own: Rate, rest: Rate): Chance {
  const found = own.found + rest.found
  const [a, b] = [BigInt(own.visits), BigInt(rest.visits)]
  let weight = b ** BigInt(found)
  const weights = [weight]
  for (let count = 0; count < found; count += 1) {
    weight = (weight * BigInt(found - count) * a) / (BigInt(count + 1) * b)
    weights.push(weight)
  }
  const observed = weights[own.found] ?? 0n
  const favorable = weights.reduce((sum, one) => (one <= observed ? sum + one : sum), 0n)
  return { favorable, total: (a + b) ** BigInt(found), how: 'all' }
}

const PARTS = 1_000_000

function reckoned(own: Rate, rest: Rate): Chance {
  const found = own.found + rest.found
  const odds = own.visits / rest.visits
  let log = 0
  const logs = [log]
  for (let count = 0; count < found; count += 1) {
    log += Math.log((found - count) / (count + 1)) + Math.log(odds)
    logs.push(log)
  }
  const highest = logs.reduce((most, one) => Math.max(most, one), -Infinity)
  const observed = (logs[own.found] ?? 0) + 1e-9
  let [asRare, all] = [0, 0]
  for (const one of logs) {
    const weight = Math.exp(one - highest)
    all += weight
    if (one <= observed) asRare += weight
  }
  const parts = Math.min(PARTS, Math.max(1, Math.round((asRare / all) * PARTS)))
  return { favorable: BigInt(parts), total: BigInt(PARTS), how: 'rounded' }
}
