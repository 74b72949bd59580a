import type { SectionId } from '../../core/kernel/identifiers.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { explainLine } from '../../core/scoring/explain-line.ts'
import { explainSection } from '../../core/scoring/explain-section.ts'
import type { ScoreSheet } from '../../core/scoring/score-sheet.ts'

export interface ExplainedSection {
  readonly sectionId: SectionId
  readonly label: string
  readonly title: string
  readonly sentence: string
  /** In the order of the section's lines. */
  readonly lines: readonly ExplainedLine[]
}

/** `quote` is the clause as printed. */
export interface ExplainedLine {
  readonly sentence: string
  readonly quote: string
}

export function explainedSections(rubric: Rubric, sheet: ScoreSheet): ExplainedSection[] {
  return sheet.sections.map((section) => {
    const printed = rubric.sections.find(({ id }) => id === section.sectionId)
    return {
      sectionId: section.sectionId,
      label: printed?.label ?? '',
      title: printed?.title ?? '',
      sentence: explainSection(section).sentence,
      lines: section.lines.map((line): ExplainedLine => {
        const clause = findClause(rubric, line.clauseId)
        return clause ? { sentence: explainLine(line, clause), quote: clause.quote } : { sentence: '', quote: '' }
      }),
    }
  })
}
