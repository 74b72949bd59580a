import type { ClauseId, SectionId } from '../../core/kernel/identifiers.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { unitText } from '../../core/scoring/explain-price.ts'
import { adjustmentText, explainSection } from '../../core/scoring/explain-section.ts'
import type { ScoreLine, ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'

/** A section of the notice, with those of its clauses that some center lost or won points by: words of the notice only. */
export interface PublishedSection {
  readonly sectionId: SectionId
  readonly label: string
  readonly title: string
  readonly maxPoints: SignedPoints | null
  readonly clauses: readonly PublishedClause[]
}

export interface PublishedClause {
  readonly clauseId: ClauseId
  /** As printed: 三.5. */
  readonly ref: string
  readonly quote: string
  /** What its occurrences are counted in. */
  readonly unit: string
}

/** What one center got in a section: no case, no record, no word that a person wrote. */
export interface PublishedScore {
  readonly score: SignedPoints
  readonly sentence: string
  readonly moved: readonly MovedClause[]
  readonly adjustments: readonly { readonly text: string; readonly effect: SignedPoints }[]
}

export interface MovedClause {
  readonly clauseId: ClauseId
  /** Null where it is not counted: an absence bonus. */
  readonly occurrences: number | null
  readonly effect: SignedPoints
}

export function publishedSections(rubric: Rubric, sheets: readonly ScoreSheet[]): readonly PublishedSection[] {
  const moved = new Set(
    sheets.flatMap(({ sections }) =>
      sections.flatMap(({ lines }) => lines.filter(moves).map(({ clauseId }) => clauseId)),
    ),
  )
  return rubric.sections.map(({ id, label, title, maxPoints, criteria }) => ({
    sectionId: id,
    label,
    title,
    maxPoints,
    clauses: criteria.flatMap((criterion) =>
      criterion.clauses
        .filter((clause) => moved.has(clause.id))
        .map((clause) => ({
          clauseId: clause.id,
          ref: refOf(label, criterion.label, clause.id),
          quote: clause.quote,
          unit: unitText(clause),
        })),
    ),
  }))
}

/** In the order of the sections. */
export function publishedScores(rubric: Rubric, sheet: ScoreSheet): readonly PublishedScore[] {
  return sheet.sections.map((section) => ({
    score: section.score,
    sentence: explainSection(section).sentence,
    moved: movedIn(rubric, section.lines.filter(moves)),
    adjustments: section.adjustments
      .filter(({ effect }) => effect !== 0)
      .map(({ kind, effect }) => ({ text: adjustmentText(kind), effect })),
  }))
}

function movedIn(rubric: Rubric, lines: readonly ScoreLine[]): readonly MovedClause[] {
  const moved = new Map<ClauseId, MovedClause>()
  for (const { clauseId, subject, effect } of lines) {
    if (findClause(rubric, clauseId) === null) continue
    const known = moved.get(clauseId) ?? { clauseId, occurrences: null, effect: 0 }
    const occurrences = subject.kind === 'period' ? known.occurrences : (known.occurrences ?? 0) + subject.occurrences
    moved.set(clauseId, { clauseId, occurrences, effect: known.effect + effect })
  }
  return [...moved.values()]
}

function moves({ effect }: ScoreLine): boolean {
  return effect !== 0
}

/** A numbering that is printed is what a reader finds in the notice; the id is a position. */
function refOf(section: string, criterion: string, clauseId: ClauseId): string {
  const [bareSection, bareCriterion] = [bare(section), bare(criterion)]
  return bareSection === '' || bareCriterion === '' ? clauseId : `${bareSection}.${bareCriterion}`
}

/** 1、 and （一） without what only sets them apart. */
function bare(label: string): string {
  return label.replaceAll(/[^\p{L}\p{N}]/gu, '')
}
