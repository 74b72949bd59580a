import type { CenterId, ClauseId, SectionId } from '../../core/kernel/identifiers.ts'
import { allClauses } from '../../core/rubric/find-clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { explainSection } from '../../core/scoring/explain-section.ts'
import type { ScoreLine, ScoreSheet, SignedPoints } from '../../core/scoring/score-sheet.ts'

/** How one center came to its score: `base` + `lost` + `gained` + `adjusted` = `score`; `lost` is negative. */
export interface CenterFigures {
  readonly centerId: CenterId
  readonly centerName: string
  readonly base: SignedPoints
  readonly lost: SignedPoints
  readonly gained: SignedPoints
  /** What caps and floors changed. */
  readonly adjusted: SignedPoints
  readonly score: SignedPoints
  readonly cases: number
  /** In the order of the notice. */
  readonly clauses: readonly ClauseFigures[]
}

/** What was lost under one clause, by one center or by all. */
export interface ClauseFigures {
  readonly clauseId: ClauseId
  readonly cases: number
  readonly centers: number
  readonly lost: SignedPoints
}

export interface SectionFigures {
  readonly sectionId: SectionId
  readonly cases: number
  readonly centers: number
  readonly lost: SignedPoints
  readonly gained: SignedPoints
}

export function centerFigures(rubric: Rubric, sheet: ScoreSheet): CenterFigures {
  const { centerId, centerName, sections, score } = sheet
  const lines = sections.flatMap((section) => section.lines)
  return {
    centerId,
    centerName,
    base: sum(sections.map((section) => explainSection(section).start)),
    lost: sum(lines.filter(costs).map(({ effect }) => effect)),
    gained: sum(lines.filter(gives).map(({ effect }) => effect)),
    adjusted: sum(sections.flatMap(({ adjustments }) => adjustments.map(({ effect }) => effect))),
    score,
    cases: lines.filter(costs).length,
    clauses: clauseFigures(rubric, [sheet]),
  }
}

/** Clauses under which some of these centers lost points, in the order of the notice. */
export function clauseFigures(rubric: Rubric, sheets: readonly ScoreSheet[]): readonly ClauseFigures[] {
  const found = new Map<ClauseId, { cases: number; lost: SignedPoints; centers: Set<CenterId> }>()
  for (const { centerId, sections } of sheets)
    for (const { clauseId, effect } of sections.flatMap(({ lines }) => lines.filter(costs))) {
      const known = found.get(clauseId) ?? { cases: 0, lost: 0, centers: new Set() }
      found.set(clauseId, {
        cases: known.cases + 1,
        lost: known.lost + effect,
        centers: known.centers.add(centerId),
      })
    }
  return allClauses(rubric).flatMap(({ id }) => {
    const one = found.get(id)
    return one === undefined ? [] : [{ clauseId: id, cases: one.cases, lost: one.lost, centers: one.centers.size }]
  })
}

/** All sections, also those in which nobody lost anything. */
export function sectionFigures(sheets: readonly ScoreSheet[]): readonly SectionFigures[] {
  const [first] = sheets
  return (first?.sections ?? []).map(({ sectionId }, place) => {
    const own = sheets.map(({ sections }) => sections[place]?.lines ?? [])
    const lost = own.map((lines) => lines.filter(costs))
    return {
      sectionId,
      cases: lost.flat().length,
      centers: lost.filter((lines) => lines.length > 0).length,
      lost: sum(lost.flat().map(({ effect }) => effect)),
      gained: sum(own.flatMap((lines) => lines.filter(gives).map(({ effect }) => effect))),
    }
  })
}

function costs({ effect }: ScoreLine): boolean {
  return effect < 0
}

export function gives({ effect }: ScoreLine): boolean {
  return effect > 0
}

export function sum(points: readonly SignedPoints[]): SignedPoints {
  return points.reduce((total, one) => total + one, 0)
}
