import type { DocumentTable } from '../../../../core/document/document-table.ts'
import type { DocumentKind, OfficialDocument } from '../../../../core/document/official-document.ts'
import { frontParts, type FrontPart } from './front-parts.ts'
import { sheetGrid, spansOf, type SheetGrid } from './sheet-grid.ts'
import { sheetNames } from './sheet-names.ts'
import { textPixels } from './sheet-pages.ts'
import type { TablePlace } from './table-place.ts'
import { linesOnFirst, placeOf, planTable, type TablePlan } from './table-plan.ts'
import { textWidth } from './text-height.ts'

export interface WorkbookPlan {
  readonly front: {
    readonly name: string
    readonly grid: SheetGrid
    readonly parts: readonly FrontPart[]
    /** The head that every printed page repeats. */
    readonly titleRow: number | null
    /** Of a document that is one long table: what stays in sight, and is filtered. */
    readonly listed: TablePlan | null
    readonly lines: number
  }
  readonly workings: readonly TablePlan[]
  readonly plans: ReadonlyMap<string, TablePlan>
  readonly places: ReadonlyMap<string, TablePlace>
  readonly nameNext: (wished: string) => string
}

const FRONT_NAMES: Readonly<Record<DocumentKind, string>> = {
  'score-sheet': '考核得分表',
  ranking: '汇总与排名',
  'finding-notice': '问题告知书',
  'rectification-notice': '整改通知书',
  'appeal-decision': '申诉复核决定',
  bulletin: '通报',
  'finding-list': '问题清单',
  'interpretation-register': '口径登记表',
  evenness: '裁量尺度分析',
  ledger: '台账',
  certainty: '名次把握',
  'next-year': '来年测算',
  'what-if': '设想的结果',
  'sampling-plan': '抽查方案',
  'city-comparison': '各区对比',
}

export function planWorkbook(document: OfficialDocument, rowsPerSheet: number): WorkbookPlan {
  const nameNext = sheetNames()
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const grid = sheetGrid(tables, textPixels(document))
  const parts = frontParts(document, grid)
  const name = nameNext(FRONT_NAMES[document.kind])
  const plans = new Map<string, TablePlan>()
  const places = new Map<string, TablePlace>()
  const statedOf = ({ id, rows }: DocumentTable) =>
    typeof rows === 'function' ? (document.proof.counts.find(({ table }) => table === id)?.rows ?? null) : rows.length

  let at = 1
  for (const part of parts) {
    if (part.kind === 'lines') at += part.lines.length
    else at += add(part.table, { grid, size: 10, first: { name, head: at }, isFitted: true })
  }
  const workings = document.workings.map((table) => {
    const first = { name: nameNext(table.name), head: 1 }
    add(table, { grid: ownGrid(table), size: 10.5, first, isFitted: false })
    return table.id
  })
  const led = ledBy(tables, (table) => statedOf(table) ?? 0)
  const plan = led && (plans.get(led.id) ?? null)
  return {
    front: {
      name,
      grid,
      parts,
      titleRow: plan?.sheets[0]?.head ?? null,
      listed: plan?.body === null ? plan : null,
      lines: at - 1,
    },
    workings: workings.flatMap((id) => plans.get(id) ?? []),
    plans,
    places,
    nameNext,
  }

  function add(
    table: DocumentTable,
    wish: { grid: SheetGrid; size: number; first: { name: string; head: number }; isFitted: boolean },
  ) {
    const stated = statedOf(table)
    const setting = { table, spans: spansOf(table, wish.grid), grid: wish.grid, size: wish.size }
    const plan = planTable({ setting, isFitted: wish.isFitted, stated, first: wish.first, nameNext, rowsPerSheet })
    plans.set(table.id, plan)
    if (stated !== null) places.set(table.id, placeOf(plan, stated, rowsPerSheet))
    return linesOnFirst(plan, stated ?? 0, rowsPerSheet)
  }
}

/** How many rows of other tables may follow: more, and the head would stand over pages that are none of its table's. */
const MOST_AFTER = 30

/** The longest table, whose head each page repeats. A sheet can repeat one only. */
function ledBy(tables: readonly DocumentTable[], rowsOf: (table: DocumentTable) => number): DocumentTable | null {
  const [longest] = [...tables].sort((a, b) => rowsOf(b) - rowsOf(a))
  if (!longest) return null
  const after = tables.slice(tables.indexOf(longest) + 1).reduce((sum, table) => sum + rowsOf(table), 0)
  return after <= MOST_AFTER ? longest : null
}

/** On a sheet of its own a table is as wide as it likes; heads are whole, with room for the sign of the filter. */
function ownGrid({ columns }: DocumentTable): SheetGrid {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const share = (width: number) => (width / total) * Math.max(700, columns.length * 110)
  return {
    widths: columns.map(({ name, width }) =>
      Math.round(Math.min(480, Math.max(share(width), textWidth(name, 10.5) / 0.75 + 34))),
    ),
  }
}
