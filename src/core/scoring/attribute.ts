import { addDays, weekdayOf, type PlainDate } from '../kernel/plain-date.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { compareClaims, type Claim } from './claim.ts'
import { compares } from '../rubric/compares.ts'
import type { ClausePlan, CountingMode } from './clause-plan.ts'
import { signed } from './signed.ts'

/** Where the effects of claims are kept, by the claim's place: signed hundredths, and the claim charged instead (-1: none). */
export interface Attribution {
  readonly effects: number[]
  readonly holders: number[]
}

/**
 * What each claim of one clause moves. A price charged once (or once in each span) is charged where it is dearest: so
 * that no decision about one finding can make another cost less, and a reversal never raises the loss.
 */
export function attribute(
  claims: readonly Claim[],
  charges: readonly number[],
  counting: CountingMode,
  into: Attribution,
): void {
  if (counting === 'each') {
    for (const { index, clause } of claims) into.effects[index] = signed(clause.sign, charges[index] ?? 0)
    return
  }
  const holders = new Map<string, Claim>()
  for (const claim of claims) {
    const span = counting === 'once' ? '' : spanOf(claim.occurredOn, claim.clause.clause.perSpan)
    const holder = holders.get(span)
    const charge = charges[claim.index] ?? 0
    into.effects[claim.index] = 0
    if (charge === 0) continue
    if (holder === undefined || isHolder(claim, charge, holder, charges[holder.index] ?? 0)) holders.set(span, claim)
  }
  for (const [span, holder] of holders) {
    into.effects[holder.index] = signed(holder.clause.sign, charges[holder.index] ?? 0)
    for (const { index, clause, occurredOn } of claims)
      if (index !== holder.index && (charges[index] ?? 0) > 0)
        if (counting === 'once' || spanOf(occurredOn, clause.clause.perSpan) === span)
          into.holders[index] = holder.index
  }
}

/**
 * 第三次及以上每次扣5分: the occurrences of all clauses that count the same thing in one criterion are numbered by day,
 * and each costs what the clause for its number says, whichever clause it was recorded under.
 */
export function attributeRunning(
  clauses: readonly ClausePlan[],
  claims: readonly Claim[],
  charges: readonly number[],
  into: Attribution,
): void {
  let number = 0
  for (const { index, clause } of [...claims].sort(compareClaims)) {
    const occurrences = clause.fixed > 0 ? (charges[index] ?? 0) / clause.fixed : 0
    let sum = 0
    for (let left = occurrences; left > 0; left -= 1) {
      number += 1
      sum += priceOfNumber(clauses, number)
    }
    into.effects[index] = signed(clause.sign, sum)
  }
}

function priceOfNumber(clauses: readonly ClausePlan[], number: number): number {
  const clause = clauses.find(
    ({ runningCount }) =>
      runningCount !== null && compares({ numerator: number, denominator: 1 }, runningCount.op, runningCount.value),
  )
  return Math.max(clause?.fixed ?? 0, 0)
}

function isHolder(claim: Claim, charge: number, holder: Claim, held: number): boolean {
  return charge === held ? compareClaims(claim, holder) < 0 : charge > held
}

/** The day's span by the word printed (月, 季度, 周 …); the whole period for any other word, and for none. */
export function spanOf(day: PlainDate, word: string | null): string {
  const unit =
    word === null ? '年' : (['半年', '季', '月', '周', '日', '天'] as const).find((one) => word.includes(one))
  const month = Number(day.slice(5, 7))
  switch (unit) {
    case '日':
    case '天':
      return day
    case '周':
      return addDays(day, 1 - weekdayOf(day))
    case '月':
      return day.slice(0, 7)
    case '季':
      return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`
    case '半年':
      return `${day.slice(0, 4)}-H${month > 6 ? 2 : 1}`
    case '年':
    case undefined:
      return ''
    default:
      return unreachable(unit)
  }
}
