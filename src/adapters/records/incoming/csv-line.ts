/** One record of a CSV with its line end, quoted where it must be. */
export function csvLine(cells: readonly string[]): string {
  // A line without any character would be a blank record.
  if (cells.length === 1 && cells[0] === '') return '""\n'
  return `${cells.map(quoted).join(',')}\n`
}

const UNSAFE = /[",\n\r]|^\s|\s$/u

function quoted(cell: string): string {
  return UNSAFE.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
