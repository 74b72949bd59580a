import { displayWidth, padEnd, padStart } from './display-width.ts'

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** A cell as it is measured and as it is written: colors must not count. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

/** Lines up cells by display width, two spaces between columns. Only head and rows: rules are the caller's. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): { head: string; rows: string[] } {
  const widths = columns.map((column, place) =>
    Math.max(displayWidth(column.title), ...rows.map((row) => displayWidth(row[place]?.text ?? ''))),
  )
  const line = (cells: readonly Cell[]) =>
    columns
      .map((column, place) => {
        const cell = cells[place] ?? { text: '' }
        const pad = column.align === 'left' ? padEnd : padStart
        const padded = pad(cell.text, widths[place] ?? 0)
        return cell.paint ? padded.replace(cell.text, () => cell.paint?.(cell.text) ?? cell.text) : padded
      })
      .join('  ')
      .trimEnd()
  return { head: line(columns.map(({ title }) => ({ text: title }))), rows: rows.map(line) }
}
