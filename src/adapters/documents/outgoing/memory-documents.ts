import { open } from 'node:fs/promises'
import type { StatedCount } from '../../../core/document/document-proof.ts'
import type { DocumentTable } from '../../../core/document/document-table.ts'
import type { DocumentWriter } from '../../../app/ports/document-writer.ts'

/** Sets any document as lines of JSON, the document first and then every row of its tables: for tests that ask what is handed out, not how it looks. */
export const memoryDocuments: DocumentWriter = {
  write: async (document, _form, path) => {
    const tables = [
      ...document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
      ...document.workings,
    ]
    const file = await open(path, 'wx')
    const rows: StatedCount[] = []
    try {
      await file.write(
        `${JSON.stringify({ ...document, blocks: document.blocks.length, workings: document.workings.length })}\n`,
      )
      for (const table of tables) {
        let count = 0
        for await (const row of rowsOf(table)) {
          await file.write(`${JSON.stringify({ table: table.id, cells: row.cells })}\n`)
          count += 1
        }
        rows.push({ table: table.id, rows: count })
      }
    } finally {
      await file.close()
    }
    return { ok: true, rows, pages: null }
  },
}

async function* rowsOf({ rows }: DocumentTable) {
  yield* typeof rows === 'function' ? rows() : rows
}
