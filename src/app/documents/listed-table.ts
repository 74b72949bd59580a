import type { DocumentCell, DocumentColumn, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'

/** A table whose rows are all at hand, so that a document can say how many. */
export type ListedTable = DocumentTable & { readonly rows: readonly DocumentRow[] }

/** With its name as a caption and the rules of an official table. */
export function listedTable(
  id: string,
  name: string,
  columns: readonly DocumentColumn[],
  rows: readonly (readonly DocumentCell[])[],
): ListedTable {
  const set = rows.map((cells): DocumentRow => ({ key: null, cells, height: null }))
  return { id, name, hasCaption: true, columns, rows: set, foot: [], isOfficial: true }
}

/** `width` beside those of the other columns. */
export function column(
  key: string,
  name: string,
  width: number,
  align: DocumentColumn['align'] = 'left',
): DocumentColumn {
  return { key, name, width, align }
}
