import { SAME_LINE, type RulingLine } from './ruling-line.ts'

/** The ruled grid of one table on one page: edges in points, and the cells that its lines leave. */
export interface TableGrid {
  /** Left to right, one more than columns. */
  readonly columns: readonly number[]
  /** Top to bottom, one more than rows. */
  readonly rows: readonly number[]
  readonly cells: readonly GridCell[]
  /** Its last row has no rule below: the row goes on behind the page. */
  readonly isOpenBelow: boolean
  readonly isOpenAbove: boolean
}

export interface GridCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** Every set of lines that touch each other and leave more than one column is a table. */
export function tableGrids(rulings: readonly RulingLine[]): TableGrid[] {
  return touching(rulings).flatMap((lines) => {
    const grid = gridOf(lines)
    return grid === null ? [] : [grid]
  })
}

function gridOf(lines: readonly RulingLine[]): TableGrid | null {
  const across = lines.filter((line) => line.isAcross)
  const down = lines.filter((line) => !line.isAcross)
  if (across.length === 0 || down.length < 2) return null
  const columns = edgesOf(down, across)
  const rows = edgesOf(across, down)
  if (columns.length < 3 || rows.length < 2) return null
  return {
    columns,
    rows,
    cells: cellsOf(columns, rows, across, down),
    isOpenAbove: !isRuled(across, rows.at(0)!, columns.at(0)!, columns.at(-1)!),
    isOpenBelow: !isRuled(across, rows.at(-1)!, columns.at(0)!, columns.at(-1)!),
  }
}

/** Where lines stand; and where the crossing ones end farther out, for a table may have open sides. */
function edgesOf(lines: readonly RulingLine[], crossing: readonly RulingLine[]): number[] {
  const found = lines.map(({ at }) => at)
  const low = Math.min(...crossing.map(({ from }) => from))
  const high = Math.max(...crossing.map(({ to }) => to))
  const sorted = [...found].sort((a, b) => a - b)
  if (sorted.at(0)! - low > OPEN_SIDE) sorted.unshift(low)
  if (high - sorted.at(-1)! > OPEN_SIDE) sorted.push(high)
  const edges: number[] = []
  for (const at of sorted) if (edges.length === 0 || at - edges.at(-1)! > SAME_LINE) edges.push(at)
  return edges
}

const OPEN_SIDE = 8

/** Neighbours without a line between them are one cell. */
function cellsOf(
  columns: readonly number[],
  rows: readonly number[],
  across: readonly RulingLine[],
  down: readonly RulingLine[],
): GridCell[] {
  const width = columns.length - 1
  const height = rows.length - 1
  const taken = new Set<number>()
  const cells: GridCell[] = []
  const isOpenRight = (row: number, column: number) =>
    column + 1 < width && !isRuled(down, columns.at(column + 1)!, rows.at(row)!, rows.at(row + 1)!)
  const isOpenBelow = (row: number, column: number) =>
    row + 1 < height && !isRuled(across, rows.at(row + 1)!, columns.at(column)!, columns.at(column + 1)!)
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue
      let colSpan = 1
      while (isOpenRight(row, column + colSpan - 1) && !taken.has(row * width + column + colSpan)) colSpan += 1
      let rowSpan = 1
      const covered = Array.from({ length: colSpan }, (_one, at) => column + at)
      while (covered.every((at) => isOpenBelow(row + rowSpan - 1, at) && !taken.has((row + rowSpan) * width + at)))
        rowSpan += 1
      for (let down = 0; down < rowSpan; down += 1) for (const at of covered) taken.add((row + down) * width + at)
      cells.push({ row, column, rowSpan, colSpan })
    }
  }
  return cells
}

/** Whether a line at `at` covers most of the way between two edges. */
function isRuled(lines: readonly RulingLine[], at: number, from: number, to: number): boolean {
  const covered = lines
    .filter((line) => Math.abs(line.at - at) <= SAME_LINE)
    .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0)
  return covered >= (to - from) * MOST
}

const MOST = 0.6

function touching(rulings: readonly RulingLine[]): RulingLine[][] {
  const group = rulings.map((_line, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group.at(root)!
    group[index] = root
    return root
  }
  for (const [index, line] of rulings.entries()) {
    if (!line.isAcross) continue
    for (const [other, crossing] of rulings.entries())
      if (!crossing.isAcross && meet(line, crossing)) group[rootOf(other)] = rootOf(index)
  }
  const groups = new Map<number, RulingLine[]>()
  for (const [index, line] of rulings.entries()) {
    const root = rootOf(index)
    groups.set(root, [...(groups.get(root) ?? []), line])
  }
  return [...groups.values()]
}

function meet(across: RulingLine, down: RulingLine): boolean {
  const isOver = down.at >= across.from - SAME_LINE && down.at <= across.to + SAME_LINE
  return isOver && across.at >= down.from - SAME_LINE && across.at <= down.to + SAME_LINE
}
