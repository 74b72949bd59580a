import type { DocumentCell } from '../../core/document/document-table.ts'
import type { Formula } from '../../core/document/formula.ts'
import type { SignedPoints } from '../../core/scoring/score-sheet.ts'

type PointsCell = Extract<DocumentCell, { kind: 'points' }>

export function words(text: string): Extract<DocumentCell, { kind: 'text' }> {
  return { kind: 'text', text }
}

export function count(count: number): Extract<DocumentCell, { kind: 'count' }> {
  return { kind: 'count', count, formula: null }
}

/** A score: a gain has no sign. */
export function points(points: SignedPoints, formula: Formula | null = null): PointsCell {
  return { kind: 'points', points, formula, isSigned: false }
}

/** What is moved: a gain has its plus. */
export function signedPoints(points: SignedPoints, formula: Formula | null = null): PointsCell {
  return { kind: 'points', points, formula, isSigned: true }
}
