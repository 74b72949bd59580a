import { formatPoints } from '../kernel/points.ts'
import type { Adjustment, SectionScore, SignedPoints } from './score-sheet.ts'

/** One term of a section's arithmetic: equal lines together, or what a cap or floor changed. */
export interface SectionTerm {
  readonly amount: SignedPoints
  readonly times: number
  /** Places in the section's lines; empty for an adjustment. */
  readonly lines: readonly number[]
  readonly adjustment: Adjustment['kind'] | null
}

export interface SectionExplanation {
  readonly start: SignedPoints
  readonly terms: readonly SectionTerm[]
  readonly sentence: string
}

/** `20 − 0.5×3 − 1 = 17.5`: where the section starts, what each line moves, what caps and floors changed, and the score. */
export function explainSection(section: SectionScore): SectionExplanation {
  const terms = [...lineTerms(section), ...adjustmentTerms(section)]
  const start = terms.reduce((left, { amount, times }) => left - amount * times, section.score)
  return { start, terms, sentence: sentenceOf(start, terms, section) }
}

/** A veto acts on the total, after the sections. */
function lineTerms({ lines }: SectionScore): SectionTerm[] {
  const places = new Map<SignedPoints, number[]>()
  lines.forEach(({ effect, outcome }, place) => {
    if (effect === 0 || outcome.kind === 'vetoed') return
    places.set(effect, [...(places.get(effect) ?? []), place])
  })
  return [...places].map(([amount, own]) => ({ amount, times: own.length, lines: own, adjustment: null }))
}

function adjustmentTerms({ adjustments }: SectionScore): SectionTerm[] {
  return adjustments
    .filter(({ effect }) => effect !== 0)
    .map(({ effect, kind }) => ({ amount: effect, times: 1, lines: [], adjustment: kind }))
}

function sentenceOf(start: SignedPoints, terms: readonly SectionTerm[], { maxPoints, score }: SectionScore): string {
  if (terms.length === 0) return maxPoints === null ? '没有加减分' : `${formatPoints(score)}，没有加减分`
  const isBare = maxPoints === null && start === 0
  const text = terms.map((term, place) => termText(term, isBare && place === 0)).join(' ')
  return `${isBare ? '' : `${formatPoints(start)} `}${text} = ${formatPoints(score)}`
}

function termText({ amount, times, adjustment }: SectionTerm, isFirst: boolean): string {
  const sign = amount < 0 ? '−' : isFirst ? '' : '+'
  const size = `${formatPoints(Math.abs(amount))}${times > 1 ? `×${times}` : ''}`
  const reason = adjustment === null ? '' : `（${adjustmentText(adjustment)}）`
  return `${sign}${isFirst || sign === '' ? '' : ' '}${size}${reason}`
}

/** What a cap or a floor did, in a few words. */
export function adjustmentText(kind: Adjustment['kind']): string {
  return REASONS[kind]
}

const REASONS: Record<Adjustment['kind'], string> = {
  'clause-cap': '本款封顶',
  'period-cap': '每期封顶',
  'criterion-cap': '本项封顶',
  'section-cap': '本部分封顶',
  'criterion-floor': '本项扣完为止',
  'section-floor': '扣完为止',
  zeroed: '本项已不得分',
  'earned-limit': '以满分为限',
  unpointed: '本部分未写分值，按口径计',
  'cap-not-computed': '封顶无法计算',
}
