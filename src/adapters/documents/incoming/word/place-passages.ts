import { NOWHERE, type SourcePlace } from '../../../../core/kernel/source-place.ts'
import type { IncomingBlock, IncomingCell, IncomingPiece } from '../incoming-block.ts'
import { spannedRows, type SpannedCell } from './cell-spans.ts'
import type { WordParagraph, WordPassage, WordTable } from './word-passage.ts'

/** Says of each piece where it stands. Paragraphs that show nothing are not counted: whoever looks for the eighth skips them. */
export type PlacePassage = (passage: WordPassage) => readonly IncomingBlock[]

export function createPlaces(): PlacePassage {
  let tables = 0
  let paragraphs = 0

  const place = (passage: WordPassage): readonly IncomingBlock[] =>
    passage.kind === 'table' ? placeTable(passage) : placeParagraph(passage)

  const placeParagraph = ({ text, level }: WordParagraph): readonly IncomingBlock[] => {
    if (text.trim() === '') return []
    paragraphs += 1
    const pieces = [{ text, place: { ...NOWHERE, paragraph: paragraphs } }]
    return [level > 0 ? { kind: 'heading', level, pieces } : { kind: 'paragraph', pieces }]
  }

  const placeTable = (table: WordTable): readonly IncomingBlock[] => {
    tables += 1
    const number = tables
    const rows = spannedRows(table)
    // A table of one cell that holds a table is a frame drawn round it.
    const [only, ...others] = rows.flat()
    if (only !== undefined && others.length === 0 && only.passages.some(({ kind }) => kind === 'table'))
      return only.passages.flatMap(place)
    return [{ kind: 'table', rows: rows.map((cells, at) => cells.map((cell) => placeCell(cell, number, at + 1))) }]
  }

  const placeCell = (cell: SpannedCell, table: number, row: number): IncomingCell => {
    const own = { ...NOWHERE, table, row, column: cell.column }
    return { rowSpan: cell.rowSpan, colSpan: cell.colSpan, place: own, paragraphs: linesOf(cell.passages, own) }
  }

  /** A table within a cell becomes lines of that cell, which say where they stand in the inner table. */
  const linesOf = (passages: readonly WordPassage[], place: SourcePlace): readonly (readonly IncomingPiece[])[] => {
    let paragraph = 0
    return passages.flatMap((passage) => {
      if (passage.kind === 'table') {
        tables += 1
        const table = tables
        return spannedRows(passage).flatMap((cells, at) =>
          cells.flatMap((cell) => linesOf(cell.passages, { ...NOWHERE, table, row: at + 1, column: cell.column })),
        )
      }
      if (passage.text.trim() === '') return []
      paragraph += 1
      return [[{ text: passage.text, place: { ...place, paragraph } }]]
    })
  }
  return place
}
