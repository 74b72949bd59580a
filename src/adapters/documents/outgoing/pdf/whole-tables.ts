import type { DocumentBlock } from '../../../../core/document/document-block.ts'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import type { DocumentRow, DocumentTable } from '../../../../core/document/document-table.ts'

/** A table that stands in memory: paper is set of the whole. */
export interface WholeTable extends DocumentTable {
  readonly rows: readonly DocumentRow[]
}

export type WholeBlock =
  | Exclude<DocumentBlock, { kind: 'table' }>
  | { readonly kind: 'table'; readonly table: WholeTable }

export type WholeTables =
  | { readonly ok: true; readonly blocks: readonly WholeBlock[] }
  | { readonly ok: false; readonly rows: number }

/** Refuses once all tables together have more rows than `limit`; what comes in pieces is walked no further than that. */
export async function wholeTables(blocks: readonly DocumentBlock[], limit: number): Promise<WholeTables> {
  const whole: WholeBlock[] = []
  let count = 0
  for (const block of blocks) {
    if (block.kind !== 'table') {
      whole.push(block)
      continue
    }
    const { rows } = block.table
    const collected: DocumentRow[] = []
    for await (const row of typeof rows === 'function' ? rows() : rows) {
      collected.push(row)
      count += 1
      if (count > limit)
        return { ok: false, rows: typeof rows === 'function' ? count : count + rows.length - collected.length }
    }
    whole.push({ kind: 'table', table: { ...block.table, rows: collected } })
  }
  return { ok: true, blocks: whole }
}

/** Every picture that is shown, once each. */
export function picturesIn(blocks: readonly WholeBlock[]): readonly DocumentPicture[] {
  const pictures = blocks.flatMap((block) => {
    if (block.kind === 'pictures') return block.pictures
    if (block.kind !== 'table') return []
    const cells = [...block.table.rows, ...block.table.foot].flatMap((row) => row.cells)
    return cells.flatMap((cell) => (cell?.kind === 'pictures' ? cell.pictures : []))
  })
  return [...new Map(pictures.map((picture) => [picture.key, picture])).values()]
}
