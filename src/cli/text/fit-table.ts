import { displayWidth } from './display-width.ts'
import { shorten } from './shorten.ts'
import { table, type Cell, type Column } from './table.ts'

/** A table no wider than `room`: its columns give way, the widest first, and what does not fit is shortened. */
export function fitTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  room: number,
): { head: string; rows: string[] } {
  const wanted = columns.map(({ title }, place) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[place]?.text ?? ''))),
  )
  const widths = shrunk(wanted, room - GAP * (columns.length - 1))
  return table(
    columns.map((column, place) => ({ ...column, title: shorten(column.title, widths[place] ?? 0) })),
    rows.map((row) => row.map((cell, place) => ({ ...cell, text: shorten(cell.text, widths[place] ?? 0) }))),
  )
}

/** Between two columns. */
const GAP = 2
const NARROWEST = 4

function shrunk(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted]
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const widest = Math.max(...widths)
    if (widest <= NARROWEST) break
    widths[widths.lastIndexOf(widest)] = widest - 1
  }
  return widths
}
