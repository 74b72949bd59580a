import type { TableCell } from './block.ts'
import type { ColumnRoles } from './column-roles.ts'
import type { TracedText } from './traced-text.ts'
import { isHeadingLike, readSectionHeading, type SectionHeading } from './section-heading.ts'
import { pointsOfCell } from './printed-points.ts'
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
    const named = nameOf(row, cells, roles)
    if (named && isHeadingRow(row, named, roles)) {
      section = null
      const printed = cells.length > 1 ? pointsOfCell(cells.at(-1)?.text.text ?? '') : null
      open(readSectionHeading(named.text), true, printed)
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

/** Where rows of their own name the sections, the column of names says what is asked: 按时召开会议 | 5 | 少一次扣1分. */
export function withHeadingRows(body: readonly GridRow[], roles: ColumnRoles): ColumnRoles {
  const { section } = roles
  if (section === null) return roles
  let alone = 0
  let beside = 0
  let numbered = 0
  let ordinals = 0
  for (const row of body) {
    const cell = row[section]
    const cells = filledCells(row)
    if (!cell || cell.text.text === '' || readTotalRow(row, roles.points)) continue
    const isNumbered = isHeadingLike(cell.text.text) && isMarked(cell)
    if (nameOf(row, cells, roles) && isNumbered) alone += 1
    else if (cells.length > 1) {
      beside += 1
      if (isNumbered) numbered += 1
      if (/^[\d０-９]{1,3}[、.．]?$/.test(compact(cell.text.text))) ordinals += 1
    }
  }
  const areRows = alone > 0 && beside > 0 && numbered * 2 < beside
  if (areRows && ordinals === beside) return { ...roles, section: null, ordinal: section }
  return areRows ? { ...roles, section: null, requirements: [...roles.requirements, section] } : roles
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

/** The only cell of a row, or the only one beside its points where it is numbered: 一、组织保障 | | 20. */
function nameOf(row: GridRow, cells: readonly TableCell[], roles: ColumnRoles): TableCell | null {
  const [first, second] = cells
  if (!first || cells.length > 2) return null
  if (!second) return first
  const isPoints = roles.points.some((at) => row[at] === second) && pointsOfCell(second.text.text) !== null
  const { label, kind } = readSectionHeading(first.text)
  return isPoints && label !== '' && kind !== 'arabic' && first.rowSpan === 1 ? first : null
}

function isSingleRow({ heading, rows, isChapter }: RowGroup): boolean {
  return rows.length === 1 && !isChapter && heading?.label === '' && heading.points === null
}

function holdsList(row: GridRow, roles: ColumnRoles): boolean {
  return roles.rules.some((at) => splitNumbered(row[at]?.text ?? NOTHING).parts.length > 1)
}

const NOTHING: TracedText = { text: '', pieces: [], start: 0 }

function isMarked(cell: TableCell): boolean {
  const { label, points } = readSectionHeading(cell.text)
  return label !== '' || points !== null
}

/** 一、服务纪律（20分） alone in a row, over all columns or in one that holds no rules. */
function isHeadingRow(row: GridRow, only: TableCell, roles: ColumnRoles): boolean {
  const covered = row.flatMap((cell, at) => (cell === only ? [at] : []))
  if (!isHeadingLike(only.text.text)) return false
  if (roles.section === null && isMarked(only)) return covered.length > 1 || !roles.rules.includes(covered[0] ?? 0)
  const isInRules = covered.every((at) => roles.rules.includes(at) || roles.requirements.includes(at))
  return !isInRules && (covered.length > 1 || covered[0] !== roles.section)
}
