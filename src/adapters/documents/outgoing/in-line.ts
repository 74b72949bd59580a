import type { DocumentWriter } from '../../../app/ports/document-writer.ts'
import { oneAfterAnother } from '../one-after-another.ts'

/** How many documents are set at once, and how many more may wait for their turn. */
export interface DocumentLine {
  readonly atOnce: number
  readonly waiting: number
}

/** A list of 100,000 rows takes seconds of a processor: more of them at once are only slower, and all others wait with them. */
export const USUAL_LINE: DocumentLine = { atOnce: 2, waiting: 16 }

/** Sets what `writer` sets, so many at a time in the order of asking; who finds the line full is told so, and nothing is begun. */
export function inLine({ write }: DocumentWriter, { atOnce, waiting }: DocumentLine): DocumentWriter {
  const inTurn = oneAfterAnother(atOnce, waiting)
  return {
    write: async (...asked) =>
      (await inTurn(async () => write(...asked))) ?? { ok: false, fault: { code: 'documents-busy', waiting } },
  }
}
