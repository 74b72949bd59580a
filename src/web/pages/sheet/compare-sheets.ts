import type { ExplainedSections, Interval, SheetAnswer } from '../../score-sheet/sheet-answer.ts'

/** A figure as it was, where it is another now. */
export interface Was {
  readonly score: number
  readonly interval: Interval
}

/** What a sheet says otherwise than an earlier one. What stayed is in none of the maps. */
export interface SheetChanges {
  readonly total: Was | null
  readonly sections: ReadonlyMap<string, Was>
  /** By clause: what it moved then. */
  readonly clauses: ReadonlyMap<string, number>
}

/** Of two sheets of one center under one rubric. */
export function compareSheets(earlier: SheetAnswer, now: SheetAnswer): SheetChanges {
  const before = new Map(earlier.sheet.sections.map((section) => [String(section.sectionId), section]))
  const sections = new Map<string, Was>()
  for (const section of now.sheet.sections) {
    const was = before.get(section.sectionId)
    if (was !== undefined && isOther(was, section))
      sections.set(section.sectionId, { score: was.score, interval: was.interval })
  }
  const effects = effectsOf(earlier.sections)
  const clauses = new Map<string, number>()
  for (const [clauseId, effect] of effectsOf(now.sections)) {
    const was = effects.get(clauseId) ?? 0
    if (was !== effect) clauses.set(clauseId, was)
  }
  const { score, interval } = earlier.sheet
  return { total: isOther(earlier.sheet, now.sheet) ? { score, interval } : null, sections, clauses }
}

function effectsOf(sections: ExplainedSections): ReadonlyMap<string, number> {
  return new Map(sections.flatMap(({ clauses }) => clauses.map(({ clauseId, effect }) => [clauseId, effect])))
}

function isOther(one: Was, other: Was): boolean {
  return one.score !== other.score || one.interval[0] !== other.interval[0] || one.interval[1] !== other.interval[1]
}
