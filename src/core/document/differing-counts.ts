import type { DocumentProof, StatedCount } from './document-proof.ts'

export interface DifferingCount {
  readonly table: string
  readonly stated: number
  readonly written: number
}

/** The tables of which a document says another number of rows than were written; a table never written has none. */
export function differingCounts({ counts }: DocumentProof, written: readonly StatedCount[]): DifferingCount[] {
  const rowsOf = new Map(written.map(({ table, rows }) => [table, rows]))
  return counts.flatMap(({ table, rows }) => {
    const found = rowsOf.get(table) ?? 0
    return found === rows ? [] : [{ table, stated: rows, written: found }]
  })
}
