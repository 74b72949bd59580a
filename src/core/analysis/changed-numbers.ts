import type { CenterId } from '../kernel/identifiers.ts'
import { caseNumber } from '../ledger/case-number.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { Interval, LineSubject, ScoreSheet } from '../scoring/score-sheet.ts'
import { rankSheets, type RankedSheet } from './rank-sheets.ts'

/**
 * One number that is another afterwards. `finding` and `bonus`: what the sheet's line of one moves (a bonus without a number
 * is one by absence); `section`, `total` and `mean`
 * (of all centers, rounded to hundredths) are scores; `range` is how far a total can still go; `rank` is a place. All but ranks are whole
 * hundredths.
 */
export interface ChangedNumber {
  readonly what: 'finding' | 'bonus' | 'section' | 'total' | 'range' | 'rank' | 'mean'
  /** Null for the mean. */
  readonly centerId: CenterId | null
  readonly centerName: string | null
  /** The finding, bonus or section; of a bonus by absence the clause. */
  readonly ref: string | null
  /** Of the finding or bonus, as people call it; null for others. */
  readonly number: number | null
  /** The clause of a finding or bonus, the section as printed; empty for others. */
  readonly label: string
  readonly before: Interval
  readonly after: Interval
  /** For ranks: whether it is shared. */
  readonly wasTied: boolean
  readonly isTied: boolean
}

export interface ChangedNumbers {
  readonly numbers: readonly ChangedNumber[]
  /** Centers none of whose numbers is among them. */
  readonly unchangedCenters: number
  /** Sections of the centers whose total changed that did not. */
  readonly unchangedSections: number
}

/** Every number of the sheets and the ranking that differs, the centers in the order of `before`. */
export function changedNumbers(
  rubric: Rubric,
  before: readonly ScoreSheet[],
  after: readonly ScoreSheet[],
): ChangedNumbers {
  const numbers: ChangedNumber[] = []
  const ranksBefore = ranksOf(before)
  const ranksAfter = ranksOf(after)
  let unchangedCenters = 0
  let unchangedSections = 0
  const later = new Map(after.map((sheet) => [sheet.centerId, sheet]))
  for (const old of before) {
    const fresh = later.get(old.centerId)
    if (!fresh) continue
    const own = old === fresh ? [] : ofSheet(rubric, old, fresh)
    const rank = ofRank(ranksBefore.get(old.centerId), ranksAfter.get(old.centerId))
    if (own.length === 0 && rank.length === 0) unchangedCenters += 1
    else if (own.length > 0)
      unchangedSections += old.sections.length - own.filter(({ what }) => what === 'section').length
    numbers.push(...own, ...rank)
  }
  const mean = numberOf('mean', null, '', [meanOf(before), meanOf(before)], [meanOf(after), meanOf(after)], null)
  return { numbers: isSame(mean) ? numbers : [...numbers, mean], unchangedCenters, unchangedSections }
}

function ofSheet(rubric: Rubric, old: ScoreSheet, fresh: ScoreSheet): ChangedNumber[] {
  const effects = effectsOf(fresh)
  const lines = [...effectsOf(old)].map(([ref, line]) => {
    const now = effects.get(ref) ?? { ...line, effect: 0 }
    const changed = numberOf(line.what, ref, now.clauseId, one(line.effect), one(now.effect), old)
    return { ...changed, number: line.number }
  })
  const sections = old.sections.map(({ sectionId, score }) => {
    const printed = rubric.sections.find(({ id }) => id === sectionId)
    const now = fresh.sections.find((section) => section.sectionId === sectionId)?.score ?? score
    const label = printed === undefined ? sectionId : `${printed.label}、${printed.title}`.replace(/^、/, '')
    return numberOf('section', sectionId, label, one(score), one(now), old)
  })
  const total = numberOf('total', null, '', one(old.score), one(fresh.score), old)
  const range = numberOf('range', null, '', old.interval, fresh.interval, old)
  return [...lines, ...sections, total, range].filter((number) => !isSame(number))
}

interface LineEffect {
  readonly what: 'finding' | 'bonus'
  readonly number: number | null
  readonly clauseId: string
  readonly effect: number
}

function effectsOf({ sections }: ScoreSheet): Map<string, LineEffect> {
  const effects = new Map<string, LineEffect>()
  for (const { lines } of sections)
    for (const { subject, clauseId, effect, because } of lines) {
      const what = subject.kind === 'finding' ? 'finding' : 'bonus'
      const number = subject.kind === 'period' ? null : caseNumber({ because })
      effects.set(refOf(subject, clauseId), { what, number, clauseId, effect })
    }
  return effects
}

function refOf(subject: LineSubject, clauseId: string): string {
  if (subject.kind === 'period') return clauseId
  return subject.kind === 'finding' ? subject.findingId : subject.bonusId
}

function ofRank(old: RankedSheet | undefined, fresh: RankedSheet | undefined): ChangedNumber[] {
  if (!old || !fresh) return []
  const rank = numberOf('rank', null, '', one(old.rank), one(fresh.rank), old.sheet)
  return isSame(rank) && old.isTied === fresh.isTied ? [] : [{ ...rank, wasTied: old.isTied, isTied: fresh.isTied }]
}

function ranksOf(sheets: readonly ScoreSheet[]): Map<CenterId, RankedSheet> {
  return new Map(rankSheets(sheets).map((ranked) => [ranked.sheet.centerId, ranked]))
}

export function meanOf(sheets: readonly ScoreSheet[]): number {
  if (sheets.length === 0) return 0
  return Math.round(sheets.reduce((sum, { score }) => sum + score, 0) / sheets.length)
}

function numberOf(
  what: ChangedNumber['what'],
  ref: string | null,
  label: string,
  before: Interval,
  after: Interval,
  sheet: ScoreSheet | null,
): ChangedNumber {
  const { centerId = null, centerName = null } = sheet ?? {}
  return { what, centerId, centerName, ref, number: null, label, before, after, wasTied: false, isTied: false }
}

function one(number: number): Interval {
  return [number, number]
}

function isSame({ before, after }: ChangedNumber): boolean {
  return before[0] === after[0] && before[1] === after[1]
}
