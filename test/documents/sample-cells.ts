import type { DocumentCell, DocumentRow } from '../../src/core/document/document-table.ts'

export function row(...cells: (DocumentCell | null)[]): DocumentRow {
  return { key: null, cells, height: null }
}

export function keyedRow(key: string, ...cells: (DocumentCell | null)[]): DocumentRow {
  return { key, cells, height: null }
}

export function textOf(text: string) {
  return { kind: 'text', text } as const
}

/** Signed hundredths. */
export function pointsOf(points: number) {
  return { kind: 'points', points, formula: null, isSigned: false } as const
}

export function countOf(count: number) {
  return { kind: 'count', count, formula: null } as const
}
