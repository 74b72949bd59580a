import type { TableCell } from './block.ts'
import type { ColumnRoles } from './column-roles.ts'
import { pointsOfCell } from './printed-points.ts'
import { isHeadingLike, readSectionHeading, type SectionHeading } from './section-heading.ts'
import { compact, filledCells, type GridRow } from './table-grid.ts'
import { readTotalRow } from './totals.ts'

/** A row that names the section of the rows below it, with the points beside the name. */
export interface HeadingRow {
  readonly heading: SectionHeading
  readonly points: string | null
}

export function readHeadingRow(row: GridRow, cells: readonly TableCell[], roles: ColumnRoles): HeadingRow | null {
  const name = nameOf(row, cells, roles)
  if (!name || !isHeadingLike(name.cell.text.text) || !standsForRows(row, name, roles)) return null
  const heading = readSectionHeading(name.cell.text)
  return { heading: name.label === '' ? heading : { ...heading, label: name.label }, points: name.points }
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
    const name = nameOf(row, cells, roles)
    const isNumbered = isHeadingLike(cell.text.text) && (isMarked(cell) || (name !== null && name.label !== ''))
    if (name && isNumbered) alone += 1
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

interface RowName {
  readonly cell: TableCell
  /** 一 in the column of ordinals, where the rows have 1 and 2; empty elsewhere. */
  readonly label: string
  readonly points: string | null
}

/** The only cell of a row, or the only one between its number and its points: 一 | 组织保障 | | 20. */
function nameOf(row: GridRow, cells: readonly TableCell[], roles: ColumnRoles): RowName | null {
  const last = cells.length > 1 ? cells.at(-1) : undefined
  const isLastPoints = last !== undefined && roles.points.some((at) => row[at] === last)
  const points = isLastPoints ? pointsOfCell(last.text.text) : null
  const left = points === null ? cells : cells.slice(0, -1)
  const isOrdinal = left.length > 1 && roles.ordinal !== null && row[roles.ordinal] === left[0]
  const label = isOrdinal ? (HAN_ORDINAL.exec(compact(left[0]?.text.text ?? ''))?.[1] ?? '') : ''
  const [cell, ...others] = label === '' ? left : left.slice(1)
  if (!cell || others.length > 0) return null
  if (label !== '' || points === null) return { cell, label, points }
  const { label: own, kind } = readSectionHeading(cell.text)
  return own !== '' && kind !== 'arabic' && cell.rowSpan === 1 ? { cell, label, points } : null
}

const HAN_ORDINAL = /^([（(]?[一二三四五六七八九十]{1,3}[)）]?)[、.．]?$/

/** 一、服务纪律（20分） alone in a row, over all columns or in one that holds no rules. */
function standsForRows(row: GridRow, { cell, label }: RowName, roles: ColumnRoles): boolean {
  const covered = row.flatMap((other, at) => (other === cell ? [at] : []))
  const isInRules = roles.rules.includes(covered[0] ?? 0)
  if (label !== '') return roles.section === null && !isInRules
  if (roles.section === null && isMarked(cell)) return covered.length > 1 || !isInRules
  const isAsked = covered.every((at) => roles.rules.includes(at) || roles.requirements.includes(at))
  return !isAsked && (covered.length > 1 || covered[0] !== roles.section)
}

function isMarked(cell: TableCell): boolean {
  const { label, points } = readSectionHeading(cell.text)
  return label !== '' || points !== null
}
