import type { TableCell } from './block.ts'
import type { ColumnRoles } from './column-roles.ts'
import type { TracedText } from './traced-text.ts'
import { readHeadingRow } from './heading-rows.ts'
import { readSectionHeading, type SectionHeading } from './section-heading.ts'
import { splitNumbered } from './split-numbered.ts'
import { compact, filledCells, type GridRow } from './table-grid.ts'
import { readTotalRow } from './totals.ts'

/** Rows that stand under one heading; the heading is null where the table has no column for it. */
export interface RowGroup {
  heading: SectionHeading | null
  /** A row of its own named the group, so column groups below it make it a chapter. */
  readonly isChapter: boolean
  /** In the column of points beside the name of a group that has a row of its own. */
  readonly points: string | null
  readonly rows: GridRow[]
  /** 小计, and whether no other group stands above it. */
  subtotal: { readonly points: string; readonly isSole: boolean } | null
}

export interface GroupedRows {
  readonly groups: readonly RowGroup[]
  readonly passages: readonly TracedText[]
  readonly statedTotal: string | null
}

/** An empty cell of the section's column means "as above". */
export function groupRows(body: readonly GridRow[], roles: ColumnRoles): GroupedRows {
  const groups: RowGroup[] = []
  const passages: TracedText[] = []
  let statedTotal: string | null = null
  let section: TableCell | null = null
  let addedUp = 0

  const open = (heading: SectionHeading | null, isChapter: boolean, points: string | null = null) => {
    const last = groups.at(-1)
    if (last?.isChapter && last.rows.length === 0 && !isChapter && heading) {
      groups.pop()
      passages.push(last.heading!.heading)
    }
    groups.push({ heading, isChapter, points, rows: [], subtotal: null })
  }

  for (const row of body) {
    const cells = filledCells(row)
    if (cells.length === 0) continue
    const total = readTotalRow(row, roles.points)
    if (total) {
      const last = groups.at(-1)
      if (total.over === 'table') statedTotal = total.points ?? statedTotal
      else {
        const { points } = total
        if (last && points !== null) last.subtotal = { points, isSole: groups.length - addedUp === 1 }
        addedUp = groups.length
      }
      continue
    }
    const only = cells.length === 1 ? (cells[0] ?? null) : null
    if (only && /^(?:注|说明|备注)\s*\d?\s*[：:、.]/.test(only.text.text)) {
      passages.push(only.text)
      continue
    }
    const named = readHeadingRow(row, cells, roles)
    if (named) {
      section = null
      open(named.heading, true, named.points)
      continue
    }
    const cell = roles.section === null ? null : (row[roles.section] ?? null)
    if (cell && cell.text.text !== '' && cell !== section) {
      const isRepeated = section !== null && compact(section.text.text) === compact(cell.text.text)
      if (!isRepeated) open(readSectionHeading(cell.text), false)
      section = cell
    }
    if (groups.length === 0) open(null, false)
    groups.at(-1)!.rows.push(row)
  }
  return { groups, passages, statedTotal }
}

/**
 * 迟到 | 扣1分: where each row has a name of its own, the names say what is asked if the rows share the points of a
 * heading above the table or if there are no points at all. Otherwise each row is a section.
 */
export function withRowsAsItems(body: readonly GridRow[], roles: ColumnRoles, isUnderPoints: boolean): ColumnRoles {
  const { section } = roles
  if (section === null || (!isUnderPoints && roles.points.length > 0)) return roles
  const { groups } = groupRows(body, roles)
  const areRows = groups.length > (isUnderPoints ? 0 : 1) && groups.every(isSingleRow)
  const areLists = !isUnderPoints && groups.some(({ rows }) => rows.some((row) => holdsList(row, roles)))
  return areRows && !areLists ? { ...roles, section: null, requirements: [...roles.requirements, section] } : roles
}

function isSingleRow({ heading, rows, isChapter }: RowGroup): boolean {
  return rows.length === 1 && !isChapter && heading?.label === '' && heading.points === null
}

function holdsList(row: GridRow, roles: ColumnRoles): boolean {
  return roles.rules.some((at) => splitNumbered(row[at]?.text ?? NOTHING).parts.length > 1)
}

const NOTHING: TracedText = { text: '', pieces: [], start: 0 }
