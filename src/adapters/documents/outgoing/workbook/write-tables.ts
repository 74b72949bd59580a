import { columnLetters } from './column-letters.ts'
import type { SheetLine } from './sheet-line.ts'
import type { SheetWriter } from './sheet-writer.ts'
import { headLine } from './table-lines.ts'
import { linesOf, type TablePlan } from './table-plan.ts'

/** A table on its way into the book: its rows are walked once, whatever sheets they come to stand on. */
export interface TableRun {
  readonly plan: TablePlan
  readonly rowsPerSheet: number
  readonly source: AsyncGenerator<readonly SheetLine[]>
  /** Taken from the source when the sheet was full. */
  readonly held: readonly SheetLine[] | null
  readonly rows: number
  readonly isOver: boolean
}

export function beginTable(plan: TablePlan, rowsPerSheet: number): TableRun {
  return { plan, rowsPerSheet, source: linesOf(plan), held: null, rows: 0, isOver: false }
}

/** The head, as many rows as the sheet takes, and below the last of them the foot. */
export async function writeStretch(sheet: SheetWriter, run: TableRun): Promise<TableRun> {
  const { plan, rowsPerSheet, source } = run
  await sheet.put(headLine(plan.setting))
  let { held } = run
  for (let here = 0; here <= rowsPerSheet; here++) {
    const lines = held ?? (await taken(source))
    held = null
    if (lines === null) {
      for (const { lines } of plan.foot) for (const line of lines) await sheet.put(line)
      return { ...run, held, rows: run.rows + here, isOver: true }
    }
    if (here === rowsPerSheet) return { ...run, held: lines, rows: run.rows + here }
    for (const line of lines) await sheet.put(line)
  }
  return run
}

/** What the filter of a sheet covers: the head and all rows, without the foot. */
export function filteredRange({ plan, rows }: TableRun, head: number): string {
  const { spans } = plan.setting
  const [first, last] = [spans[0]?.from ?? 0, (spans.at(-1)?.to ?? 1) - 1]
  return `${columnLetters(first)}${head}:${columnLetters(last)}${head + rows}`
}

async function taken(source: AsyncGenerator<readonly SheetLine[]>): Promise<readonly SheetLine[] | null> {
  const next = await source.next()
  return next.done === true ? null : next.value
}
