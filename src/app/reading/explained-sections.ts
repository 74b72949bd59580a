import type { SectionId } from '../../core/kernel/identifiers.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { explainClauses, type ClauseExplanation } from '../../core/scoring/explain-clauses.ts'
import { explainLine } from '../../core/scoring/explain-line.ts'
import { adjustmentText, explainSection } from '../../core/scoring/explain-section.ts'
import type { ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'
import { sheetNames } from '../../core/scoring/sheet-names.ts'

export interface ExplainedSection {
  readonly sectionId: SectionId
  readonly label: string
  readonly title: string
  readonly sentence: string
  /** Where its arithmetic begins: its points, or nothing where it has none. */
  readonly start: SignedPoints
  /** Every clause of the notice in its order, also where nothing happened: why it moves what it moves, or nothing. */
  readonly clauses: readonly ClauseExplanation[]
  /** In the order of the section's adjustments. */
  readonly adjustments: readonly string[]
  /** In the order of the section's lines. */
  readonly lines: readonly ExplainedLine[]
}

/** `quote` is the clause as printed. */
export interface ExplainedLine {
  readonly sentence: string
  readonly quote: string
}

export function explainedSections(rubric: Rubric, sheet: ScoreSheet): ExplainedSection[] {
  const names = sheetNames(rubric, sheet)
  return sheet.sections.map((section) => {
    const printed = rubric.sections.find(({ id }) => id === section.sectionId)
    const { sentence, start } = explainSection(section)
    return {
      sectionId: section.sectionId,
      label: printed?.label ?? '',
      title: printed?.title ?? '',
      sentence,
      start,
      clauses: printed === undefined ? [] : explainClauses(printed, section, names),
      adjustments: section.adjustments.map(({ kind }) => adjustmentText(kind)),
      lines: section.lines.map((line): ExplainedLine => {
        const clause = findClause(rubric, line.clauseId)
        return clause
          ? { sentence: explainLine(line, clause, names), quote: clause.quote }
          : { sentence: '', quote: '' }
      }),
    }
  })
}
