/**
 * What counts as white space in a cell: that of ASCII, the full-width space that Chinese input methods type, the no-break space
 * of web pages, and a byte order mark that a joined file left behind. The same characters for SQL and for the rules here.
 */
export const WHITE_SPACE = '\t\n\v\f\r \u00a0\u3000\ufeff'

/** The cell without white space around it. */
export function trimmed(cell: string): string {
  let [from, to] = [0, cell.length]
  while (from < to && WHITE_SPACE.includes(cell[from] ?? '')) from += 1
  while (to > from && WHITE_SPACE.includes(cell[to - 1] ?? '')) to -= 1
  return cell.slice(from, to)
}
