import { parsePoints, type Points } from '../../kernel/points.ts'
import type { Clause } from '../../rubric/clause.ts'
import { capTerms, isSame } from '../../rubric/clause-terms.ts'
import type { CriterionReading } from './compile-criterion.ts'
import type { NoticeLayout } from '../layout/notice-layout.ts'
import type { Phrase } from '../phrases/phrase.ts'
import { normalise } from '../normalise.ts'
import { parsePhrases } from '../phrases/parse-phrases.ts'

/** What a general rule outside of the table says about every criterion: 各项扣完为止, 加分不设上限. */
export interface GeneralLimits {
  readonly floor: 'item' | 'section' | null
  readonly noCap: string | null
  /** 加分项最高不超过5分 */
  readonly bonusCap: { readonly points: Points; readonly phrase: string } | null
}

export function generalLimits(layout: NoticeLayout): GeneralLimits {
  let floor: GeneralLimits['floor'] = null
  let noCap: string | null = null
  let bonusCap: GeneralLimits['bonusCap'] = null
  for (const { text } of layout.passages) {
    if (!/[扣加奖][^。]{0,40}(?:为止|为限|负分|上限|封顶|扣完|不超过|最高|最多)|扣完/.test(text)) continue
    for (const phrase of parsePhrases(text)) {
      if (phrase.type === 'floor') floor ??= /大项|大类|部分|章/.test(text) ? 'section' : 'item'
      if (phrase.type === 'nocap' && /加/.test(text)) noCap ??= text
      if (phrase.type === 'cap' && bonusCap === null) bonusCap = bonusCapOf(text, phrase)
    }
  }
  return { floor, noCap, bonusCap }
}

/** A ceiling said of bonuses in general; one said of the total is none. */
function bonusCapOf(text: string, cap: Phrase & { type: 'cap' }): GeneralLimits['bonusCap'] {
  const before =
    normalise(text)
      .text.slice(0, cap.end)
      .split(/[,;。]/)
      .at(-1) ?? ''
  const points = parsePoints(cap.number.value)
  return /加分|奖励/.test(before) && points !== null ? { points, phrase: before } : null
}

/** A general ceiling on bonuses is a section's where all of them stand in one; otherwise it stays a remark. */
export function withGeneralLimits(readings: readonly CriterionReading[], limits: GeneralLimits): CriterionReading[] {
  const { floor } = limits
  const giving = new Set(
    readings.flatMap(({ sectionIndex, criterion }) => (criterion.clauses.some(isBonus) ? [sectionIndex] : [])),
  )
  const general = generalCap(limits, giving.size === 1)
  const headed = headingCaps(readings)
  return readings.map((reading) => ({
    ...reading,
    criterion: {
      ...reading.criterion,
      clauses: reading.criterion.clauses.map((clause) => ({
        ...clause,
        floor: clause.floor ?? (clause.direction === 'deduct' && !clause.beyondCap ? floor : null),
        cap: isBonus(clause) ? capOf(clause, headed.get(reading.heading) ?? general) : clause.cap,
      })),
    },
  }))
}

/** A person who corrected the clause has also said whether the ceiling for all is its own. */
function capOf({ cap, correction }: Clause, outside: Clause['cap']): Clause['cap'] {
  if (correction === undefined) return cap ?? outside
  return isSame(capTerms(cap), capTerms(outside)) ? outside : cap
}

/** 四、加分项（最高10分）: a ceiling in the heading of a section that only gives. */
function headingCaps(readings: readonly CriterionReading[]): ReadonlyMap<string, Clause['cap']> {
  const caps = new Map<string, Clause['cap']>()
  for (const heading of new Set(readings.map((reading) => reading.heading))) {
    const cap = /加分|奖励/.test(heading) ? parsePhrases(heading).find((phrase) => phrase.type === 'cap') : undefined
    const points = cap?.type === 'cap' ? parsePoints(cap.number.value) : null
    if (points !== null) caps.set(heading, { kind: 'points', points, over: { kind: 'section' }, phrase: heading })
  }
  return caps
}

function isBonus(clause: Clause): boolean {
  return clause.direction === 'bonus'
}

function generalCap({ noCap, bonusCap }: GeneralLimits, isOneSection: boolean): Clause['cap'] {
  if (noCap !== null) return { kind: 'none', phrase: noCap }
  if (bonusCap === null || !isOneSection) return null
  return { kind: 'points', points: bonusCap.points, over: { kind: 'section' }, phrase: bonusCap.phrase }
}
