import type { TableBlock } from './block.ts'
import { columnRoles, type ColumnRoles } from './column-roles.ts'
import type { LayoutItem } from './layout-section.ts'
import type { MappedText } from './traced-text.ts'
import { pointsOfCell } from './printed-points.ts'
import type { SectionHeading } from './section-heading.ts'
import { groupRows, type RowGroup } from './table-groups.ts'
import { compact, filledCells, gridOf, type GridRow } from './table-grid.ts'
import { partTable } from './table-header.ts'
import { readRows } from './table-items.ts'

export interface TableReading {
  readonly groups: readonly TableGroup[]
  /** The titles above the header, chapters, and notes between the rows. */
  readonly passages: readonly MappedText[]
  readonly titles: readonly MappedText[]
  readonly statedTotal: string | null
  /** For a table that goes on without repeating its header. */
  readonly columns: { readonly width: number; readonly roles: ColumnRoles }
}

export interface TableGroup {
  readonly heading: SectionHeading | null
  readonly points: string | null
  readonly items: readonly LayoutItem[]
}

export function readTable(table: TableBlock, before: TableReading['columns'] | null): TableReading {
  const grid = gridOf(table)
  const { titles, header, body } = partTable(grid)
  const goesOn = before !== null && header.length === 0 && before.width === grid.width
  const roles = goesOn ? before.roles : columnRoles(grid, header, body)
  const { groups, passages, statedTotal } = groupRows(body, roles)
  const isPerRow = groups.some((group) => pointCells(group.rows, roles).length > 1)
  return {
    groups: groups.map((group) => readGroup(group, roles, isPerRow)),
    passages,
    titles: titles.flatMap((row) => filledCells(row).map((cell) => cell.text)),
    statedTotal,
    columns: { width: grid.width, roles },
  }
}

/**
 * A figure that stands once for several rows belongs to the section; one in each row belongs to the rows. Where no
 * section has several rows it is the section's.
 */
function readGroup(group: RowGroup, roles: ColumnRoles, isPerRow: boolean): TableGroup {
  const { heading, rows } = group
  const cells = pointCells(rows, roles)
  const hasTwo = roles.points.length > 1
  const isShared = heading !== null && (rows.length > 1 ? cells.length === 1 : !isPerRow && heading.points === null)
  const own = hasTwo ? pointsAt(rows[0], roles.points[0]) : isShared ? pointsAt(rows[0], roles.points.at(-1)) : null
  const points = heading?.points ?? own ?? group.subtotal
  const column = isShared && !hasTwo ? null : (roles.points.at(-1) ?? null)
  const ordinals = distinct(rows, roles.ordinal)
  const isSectionOrdinal = heading !== null && heading.label === '' && !group.isChapter && ordinals.length === 1
  const items = readRows(rows, roles, { points: column, ordinal: isSectionOrdinal ? null : roles.ordinal })
  if (heading === null || !isSectionOrdinal) return { heading, points, items }
  return { heading: { ...heading, label: compact(ordinals[0] ?? '').replace(/[、.．]$/, '') }, points, items }
}

function pointCells(rows: readonly GridRow[], roles: ColumnRoles): string[] {
  return distinct(rows, roles.points.at(-1) ?? null)
}

function pointsAt(row: GridRow | undefined, at: number | undefined): string | null {
  return at === undefined ? null : pointsOfCell(row?.[at]?.text.text ?? '')
}

function distinct(rows: readonly GridRow[], at: number | null): string[] {
  if (at === null) return []
  const cells = new Set(rows.map((row) => row[at]).filter((cell) => cell && cell.text.text !== ''))
  return [...cells].map((cell) => cell!.text.text)
}
