import { parsePoints } from '../../kernel/points.ts'
import type { ClauseContext, ClauseDraft } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'
import type { ClauseQuestion, QuestionRule } from './question-rule.ts'

/** price-exceeds-item and totals-mismatch: printed prices against the points of their item. */
export const totalQuestions: QuestionRule = (reading, context) => {
  const questions: ClauseQuestion[] = []
  const full = itemPoints(reading, context)
  const beyond = reading.drafts.flatMap((draft, at) => (full !== null && exceeds(draft, full) ? [at] : []))
  if (beyond.length > 0) questions.push({ code: 'price-exceeds-item', drafts: beyond })
  const earned = reading.drafts.flatMap((draft, at) => (draft.direction === 'earn' ? [at] : []))
  if ((full !== null && mismatches(reading.drafts, full)) || monthsMismatch(reading))
    questions.push({ code: 'totals-mismatch', drafts: earned })
  if (reading.drafts.length === 0 && weightsMismatch(reading.normal.text))
    questions.push({ code: 'totals-mismatch', drafts: [] })
  return questions
}

/** 总分100分,其中甲40分、乙35分; 日常得分×50%+季度得分×30%+评议得分×10%: shares of one total must make a whole. */
function weightsMismatch(text: string): boolean {
  const shares = [...text.matchAll(/(?:[×*]|占)(\d{1,3})%/g)].map((match) => Number(match[1]))
  if (shares.length > 1 && shares.reduce((sum, share) => sum + share, 0) !== 100) return true
  const [, total, parts] = /总分(\d+)分,?其中:?([^。;]+)/.exec(text) ?? []
  const points = [...(parts ?? '').matchAll(/(\d+)分/g)].map((match) => Number(match[1]))
  return points.length > 1 && points.reduce((sum, part) => sum + part, 0) !== Number(total)
}

function itemPoints(reading: ClauseReading, context: ClauseContext): number | null {
  const printed = /^[^,;。]{0,24}?\((?:满分|共)?(\d+(?:\.\d+)?)分\)/.exec(reading.normal.text)?.[1]
  const points = context.itemPoints ?? printed ?? null
  return points === null ? null : parsePoints(points)
}

function exceeds(draft: ClauseDraft, full: number): boolean {
  if (draft.direction !== 'deduct' || draft.beyondCap || draft.marks.adds || draft.scope !== 'item') return false
  const price =
    draft.amount.kind === 'fixed' ? draft.amount.points : draft.amount.kind === 'range' ? draft.amount.max : 0
  return price > full
}

/**
 * Fixed earnings without a unit must be able to reach the item's points, as the highest one or all together; beside a
 * bonus they need not.
 */
function mismatches(drafts: readonly ClauseDraft[], full: number): boolean {
  const earned = drafts.filter(({ direction }) => direction === 'earn')
  if (drafts.some(({ direction }) => direction === 'bonus')) return false
  let sum = 0
  let highest = 0
  for (const { amount, per, cap } of earned) {
    if (per.length > 0 || cap !== null) return false
    const points = amount.kind === 'fixed' ? amount.points : amount.kind === 'tiers' ? topOf(amount.tiers, full) : null
    if (points === null) return false
    sum += points
    highest = Math.max(highest, points)
  }
  return earned.length > 0 && sum !== full && highest !== full
}

function topOf(tiers: readonly { readonly points: number | 'full' }[], full: number): number {
  return Math.max(...tiers.map(({ points }) => (points === 'full' ? full : points)))
}

/** 月度基础分8分, 全年满分为100分: twelve months must add up. */
function monthsMismatch(reading: ClauseReading): boolean {
  const year = /(?:全年|年度)(?:满分|总分|合计|累计)[^,;。0-9]{0,4}(\d+(?:\.\d+)?)分/.exec(reading.normal.text)?.[1]
  const month = reading.drafts.find(({ direction, amount }) => direction === 'earn' && amount.kind === 'fixed')
  if (year === undefined || !month || month.amount.kind !== 'fixed') return false
  const times = /季/.test(reading.normal.text) ? 4 : /月/.test(reading.normal.text) ? 12 : null
  return times !== null && month.amount.points * times !== parsePoints(year)
}
