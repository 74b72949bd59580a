import type { TableBlock } from './block.ts'
import { columnRoles, type ColumnRoles } from './column-roles.ts'
import type { DraftSection } from './draft-section.ts'
import { partNumbersOfColumns } from './glued-numbers.ts'
import type { TracedText } from './traced-text.ts'
import { parsePoints } from '../../kernel/points.ts'
import { pointsOfCell } from './printed-points.ts'
import { withHeadingRows } from './heading-rows.ts'
import { groupRows, withRowsAsItems, type RowGroup } from './table-groups.ts'
import { compact, filledCells, gridOf, type GridRow } from './table-grid.ts'
import { partTable } from './table-header.ts'
import { readRows } from './table-items.ts'

export interface TableReading {
  readonly groups: readonly DraftSection[]
  /** The titles above the header, chapters, and notes between the rows. */
  readonly passages: readonly TracedText[]
  readonly titles: readonly TracedText[]
  readonly statedTotal: string | null
  /** For a table that goes on without repeating its header. */
  readonly columns: { readonly width: number; readonly roles: ColumnRoles }
}

/** `isUnderPoints`: a heading above the table has points, which the rows share. */
export function readTable(
  table: TableBlock,
  before: TableReading['columns'] | null,
  isUnderPoints: boolean,
): TableReading {
  const grid = gridOf(table)
  const { titles, header, body: printed } = partTable(grid)
  const goesOn = before !== null && header.length === 0 && before.width === grid.width
  const named = goesOn ? before.roles : columnRoles(grid, header, printed)
  const body = partNumbersOfColumns(printed, [...named.requirements, ...named.rules])
  const roles = withRowsAsItems(body, goesOn ? named : withHeadingRows(body, named), isUnderPoints)
  const { groups, passages, statedTotal } = groupRows(body, roles)
  const figures = {
    isPerRow: groups.some(({ rows }) => distinct(rows, roles.points.at(-1) ?? null).length > 1),
    isSectionOrdinal: groups.every(({ rows, isChapter }) => !isChapter && distinct(rows, roles.ordinal).length <= 1),
  }
  const sections = groups.map((group) => readGroup(group, roles, figures))
  return {
    groups: sections,
    passages,
    titles: titles.flatMap((row) => filledCells(row).map((cell) => cell.text)),
    statedTotal: statedTotal ?? sumOfSections(groups.at(-1)?.subtotal ?? null, sections),
    columns: { width: grid.width, roles },
  }
}

/** What holds for the figures of the whole table: each row has its own points; each section has one ordinal. */
interface Figures {
  readonly isPerRow: boolean
  readonly isSectionOrdinal: boolean
}

/**
 * A figure that stands once for several rows belongs to the section; one in each row belongs to the rows. Where no
 * section has several rows it is the section's.
 */
function readGroup(group: RowGroup, roles: ColumnRoles, { isPerRow, isSectionOrdinal }: Figures): DraftSection {
  const { heading, rows } = group
  const cells = distinct(rows, roles.points.at(-1) ?? null)
  const hasTwo = roles.points.length > 1
  const isShared = heading !== null && (rows.length > 1 ? cells.length === 1 : !isPerRow && heading.points === null)
  const own = hasTwo ? pointsAt(rows[0], roles.points[0]) : isShared ? pointsAt(rows[0], roles.points.at(-1)) : null
  const points = heading?.points ?? group.points ?? own ?? subtotalOf(group, roles)
  const column = isShared && !hasTwo ? null : (roles.points.at(-1) ?? null)
  const ordinals = distinct(rows, roles.ordinal)
  const isOrdinal = heading !== null && isSectionOrdinal
  const items = readRows(rows, roles, { points: column, ordinal: isOrdinal ? null : roles.ordinal })
  if (!isOrdinal || heading.label !== '') return { heading, points, items }
  return { heading: { ...heading, label: compact(ordinals[0] ?? '').replace(/[、.．]$/, '') }, points, items }
}

/** 小计 below several sections is the last one's only where its rows add up to it. */
function subtotalOf({ rows, subtotal }: RowGroup, roles: ColumnRoles): string | null {
  if (!subtotal) return null
  const cells = distinct(rows, roles.points.at(-1) ?? null)
  const sum = cells.reduce((total, text) => total + (parsePoints(pointsOfCell(text) ?? '') ?? 0), 0)
  return subtotal.isSole || sum === parsePoints(subtotal.points) ? subtotal.points : null
}

/** 小计 below several sections is the total where they add up to it. */
function sumOfSections(subtotal: RowGroup['subtotal'], sections: readonly DraftSection[]): string | null {
  if (!subtotal || sections.length < 2) return null
  const parts = sections.flatMap(({ points, items }) => (points === null ? items.map((item) => item.points) : [points]))
  const sum = parts.reduce((total, points) => total + (parsePoints(points ?? '') ?? 0), 0)
  return sum === parsePoints(subtotal.points) ? subtotal.points : null
}

function pointsAt(row: GridRow | undefined, at: number | undefined): string | null {
  return at === undefined ? null : pointsOfCell(row?.[at]?.text.text ?? '')
}

function distinct(rows: readonly GridRow[], at: number | null): string[] {
  if (at === null) return []
  const cells = new Set(rows.map((row) => row[at]).filter((cell) => cell && cell.text.text !== ''))
  return [...cells].map((cell) => cell!.text.text)
}
