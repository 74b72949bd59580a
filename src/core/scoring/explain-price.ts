import { formatPoints } from '../kernel/points.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Amount } from '../rubric/amount.ts'
import type { Clause } from '../rubric/clause.ts'

/** What one occurrence costs or gives: `扣1分`; undecided (null) what the notice leaves open: `扣1–3分`. */
export function priceText(clause: Clause, perOccurrence: number | null): string {
  const verb = VERBS[clause.direction]
  if (perOccurrence === null) return `${verb}${openText(clause.amount)}`
  const range = clause.amount.kind === 'range' ? `（${openText(clause.amount)}之内裁量）` : ''
  return `${verb}${formatPoints(Math.abs(perOccurrence))}分${range}`
}

/** The measure word that the clause counts by; a product of several, or none, is counted by 次. */
export function unitText({ per }: Clause): string {
  const [unit] = per
  return unit === undefined || per.length > 1 ? '次' : unit
}

const VERBS: Record<Clause['direction'], string> = {
  deduct: '扣',
  bonus: '加',
  earn: '得',
  zero: '扣',
  veto: '扣',
}

function openText(amount: Amount): string {
  switch (amount.kind) {
    case 'range':
      return `${formatPoints(amount.min)}–${formatPoints(amount.max)}分`
    case 'fixed':
    case 'ratio':
      return `${formatPoints(amount.points)}分`
    case 'linear':
      return `每${amount.unit}${formatPoints(amount.points)}分`
    case 'ordered':
      return `${amount.points.map(formatPoints).join('、')}分`
    case 'tiers':
    case 'multiplied':
    case 'full':
    case 'unspecified':
      return '分（通知未写数额）'
    default:
      return unreachable(amount)
  }
}
