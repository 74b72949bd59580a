import type { DocumentCell, DocumentColumn, DocumentRow, DocumentTable } from '../../core/document/document-table.ts'
import { words } from './document-cells.ts'

/** A line of a table of two columns: what is asked or told, and what it is. Without lines it is filled in by hand, in so many millimetres. */
export type NamedLine =
  | { readonly name: string; readonly lines: readonly string[] }
  | { readonly name: string; readonly room: number }

/** What a letter tells in pairs, or a form that whoever gets it fills in by hand. */
export function pairsTable(
  id: string,
  name: string,
  heads: readonly [string, string],
  lines: readonly NamedLine[],
): DocumentTable {
  return {
    id,
    name,
    hasCaption: false,
    columns: [
      { key: 'name', name: heads[0], width: 22, align: 'center' },
      { key: 'said', name: heads[1], width: 78, align: 'left' },
    ],
    rows: lines.map((line) => ({
      key: null,
      cells: [words(line.name), 'lines' in line ? paragraphs(line.lines) : { kind: 'blank' }],
      height: 'room' in line ? line.room : null,
    })),
    foot: [],
    isOfficial: true,
  }
}

export function officialTable(
  named: Pick<DocumentTable, 'id' | 'name' | 'hasCaption'>,
  columns: readonly DocumentColumn[],
  rows: readonly (readonly (DocumentCell | null)[])[],
  foot: readonly (readonly (DocumentCell | null)[])[] = [],
): DocumentTable {
  return { ...named, columns, rows: rows.map(rowOf), foot: foot.map(rowOf), isOfficial: true }
}

function paragraphs(lines: readonly string[]): DocumentCell {
  const [only = ''] = lines
  return lines.length > 1 ? { kind: 'lines', lines } : words(only)
}

function rowOf(cells: readonly (DocumentCell | null)[]): DocumentRow {
  return { key: null, cells, height: null }
}
