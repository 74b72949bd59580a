import type { TableBlock, TableCell, TableRow } from './block.ts'
import { spanOf, type HtmlToken } from './html-scan.ts'
import { fromRuns, wrapGlue, type TextRun } from './traced-text.ts'

/** Collects the rows of the table that is open. A table within a cell becomes lines of that cell. */
export interface TableReader {
  readonly isOpen: () => boolean
  readonly isInCell: () => boolean
  /** True where the tag belonged to a table. */
  readonly readTag: (tag: Extract<HtmlToken, { kind: 'tag' }>) => boolean
  readonly show: (run: TextRun) => void
  /** A line end of the source within a cell. */
  readonly wrap: (from: number, to: number) => void
  readonly close: () => TableBlock | null
}

interface OpenCell {
  readonly runs: TextRun[]
  readonly at: number
  readonly rowSpan: number
  readonly colSpan: number
}

const MOST_CELLS = 200

export function createTableReader(source: string): TableReader {
  let depth = 0
  let rows: TableRow[] = []
  let row: TableCell[] | null = null
  let cell: OpenCell | null = null
  let gap: TextRun | null = null

  const endCell = () => {
    if (cell && row && row.length < MOST_CELLS)
      row.push({ text: fromRuns(cell.runs, cell.at), rowSpan: cell.rowSpan, colSpan: cell.colSpan })
    cell = null
    gap = null
  }
  const endRow = () => {
    endCell()
    if (row && row.length > 0) rows.push(row)
    row = null
  }
  const breakLine = (tag: { readonly start: number; readonly end: number }) => {
    const last = cell?.runs.at(-1)
    if (last && last.text !== '\n') cell?.runs.push({ text: '\n', start: tag.start, end: tag.end })
    gap = null
  }

  const readTag = (tag: Extract<HtmlToken, { kind: 'tag' }>): boolean => {
    const { name, closing } = tag
    if (name === 'table') {
      if (depth === 0 && closing) return true
      depth += closing ? -1 : 1
      if (depth === 0) endRow()
      else breakLine(tag)
      return true
    }
    if (name === 'tr' || name === 'td' || name === 'th') {
      if (depth === 0) {
        if (closing) return true
        if (name !== 'tr') return false
        depth = 1
      }
      if (depth > 1) {
        if (!closing) breakLine(tag)
      } else if (name === 'tr') {
        endRow()
        if (!closing) row = []
      } else {
        endCell()
        if (!closing) {
          row ??= []
          const rowSpan = spanOf(source, tag, 'rowspan')
          cell = { runs: [], at: tag.end, rowSpan, colSpan: spanOf(source, tag, 'colspan') }
        }
      }
      return true
    }
    if (depth === 0) return false
    if (BREAKS.has(name)) breakLine(tag)
    return true
  }

  return {
    isOpen: () => depth > 0,
    isInCell: () => cell !== null,
    readTag,
    show: (run) => {
      if (!cell) return
      if (gap) {
        const glue = wrapGlue(cell.runs.at(-1)?.text.at(-1), run.text[0])
        if (glue) cell.runs.push({ ...gap, text: glue })
      }
      gap = null
      cell.runs.push(run)
    },
    wrap: (from, to) => {
      if (cell && cell.runs.length > 0) gap = { text: '', start: from, end: to }
    },
    close: () => {
      endRow()
      depth = 0
      const block: TableBlock | null = rows.length > 0 ? { kind: 'table', rows } : null
      rows = []
      return block
    },
  }
}

const BREAKS: ReadonlySet<string> = new Set('p br div li h1 h2 h3 h4 h5 h6 dt dd tr'.split(' '))
