import type { Finding } from '../ledger/assessment-state.ts'
import { outcomeAt, type ClausePlan } from './clause-plan.ts'
import type { Interval, LineOutcome, ScoreLine } from './score-sheet.ts'
import { signed } from './signed.ts'

/** Final findings under one clause whose price is charged once, with the places of their lines in the section. */
export interface OnceFindings {
  readonly clause: ClausePlan
  readonly findings: Finding[]
  readonly slots: number[]
}

/** The finding that is charged for all, the place of its line, and what it moves. */
export interface OnceCharge {
  readonly holder: Finding
  readonly slot: number
  readonly effect: number
}

/** Writes their lines: the dearest is charged, of equals the earliest. */
export function chargeOnce({ clause, findings, slots }: OnceFindings, lines: (ScoreLine | null)[]): OnceCharge {
  let best = 0
  for (let at = 1; at < findings.length; at += 1) if (isDearer(findings[at], findings[best])) best = at
  const holder = findings[best]
  if (holder === undefined) throw new Error(`no finding under ${clause.clauseId}`)
  const price = signed(clause.sign, clause.fixed >= 0 ? clause.fixed : priceOf(holder))
  const outcome: LineOutcome = { kind: 'charged-already', findingId: holder.findingId }
  for (let at = 0; at < findings.length; at += 1) {
    const finding = findings[at] ?? holder
    const isHolder = finding === holder
    lines[slots[at] ?? 0] = {
      clauseId: clause.clauseId,
      criterionId: clause.criterionId,
      subject: {
        kind: 'finding',
        findingId: finding.findingId,
        occurrences: finding.decision?.occurrences ?? finding.occurrences,
      },
      outcome: isHolder ? (clause.fixed >= 0 ? clause.outcome : outcomeAt(clause.clause, price)) : outcome,
      effect: isHolder ? price : 0,
      between: isHolder ? [price, price] : NOTHING,
      because: finding.because,
    }
  }
  return { holder, slot: slots[best] ?? 0, effect: price }
}

const NOTHING: Interval = [0, 0]

function priceOf({ decision }: Finding): number {
  return decision?.points ?? 0
}

function isDearer(one: Finding | undefined, other: Finding | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const gap = priceOf(one) - priceOf(other)
  return gap === 0 ? isEarlier(one, other) : gap > 0
}

function isEarlier(one: Finding, other: Finding): boolean {
  const [day, otherDay] = [one.decision?.occurredOn ?? one.occurredOn, other.decision?.occurredOn ?? other.occurredOn]
  return day === otherDay ? one.findingId < other.findingId : day < otherDay
}
