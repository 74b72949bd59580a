import type { RecordFault } from '../../core/records/record-faults.ts'
import { hanging, type Page } from './page.ts'

/** Faults that say the same of the same column are told once, with their rows; at most so many. */
export function faultLines(faults: readonly RecordFault[], most: number, page: Page): string[] {
  const groups = new Map<string, RecordFault[]>()
  for (const fault of faults) {
    const key = JSON.stringify([fault.column, fault.message])
    groups.set(key, [...(groups.get(key) ?? []), fault])
  }
  const shown = [...groups.values()].slice(0, most)
  const more = groups.size - shown.length
  return [
    ...shown.flatMap((same) => groupLines(same, page)),
    ...(more > 0 ? [page.ink.faint(`  ……另有 ${more} 种错误`)] : []),
  ]
}

function groupLines(same: readonly RecordFault[], page: Page): string[] {
  const [first] = same
  if (!first) return []
  const rows = same.slice(0, MOST_ROWS).map(({ row }) => row)
  const where = same.length > MOST_ROWS ? `第 ${rows.join('、')} 等 ${same.length} 行` : `第 ${rows.join('、')} 行`
  const column = first.column === null ? '' : `  ${first.column}`
  return [
    ...hanging('· ', `${where}${column}`, page, 2, { text: page.ink.strong }),
    ...hanging('', first.message, page, 4),
  ]
}

const MOST_ROWS = 5
