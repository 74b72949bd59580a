import { plainCell, type TableCell } from './block.ts'
import type { ColumnRoles } from './column-roles.ts'
import type { DraftItem } from './draft-section.ts'
import { concatInOrder, type TracedText } from './traced-text.ts'
import { pointsOfCell, pointsOfRequirement, pointsOfRule, type PrintedPoints } from './printed-points.ts'
import { splitCriteria } from './split-criteria.ts'
import { splitNumbered, wholePart } from './split-numbered.ts'
import { compact, type GridRow } from './table-grid.ts'

/** The columns that speak of one row; null where they speak of the section or are missing. */
export interface RowColumns {
  readonly points: number | null
  readonly ordinal: number | null
}

/** Rules that span several rows are read once, with the requirements of all; a requirement left empty is as above. */
export function readRows(rows: readonly GridRow[], roles: ColumnRoles, columns: RowColumns): DraftItem[] {
  const opened: OpenItem[] = []
  const askedOf = new Map<TableCell, Set<TracedText>>()
  let above: readonly TracedText[] = []
  for (const row of rows) {
    const asked = requirementsOf(row, roles)
    const rules = distinctCells(roles.rules.map((at) => row[at]))
    const alone = rules.length === 0 ? concatInOrder(asked) : null
    if (alone) for (const item of readCell(plainCell(alone), new Set(), row, columns)) opened.push(item)
    for (const rule of rules) {
      const known = askedOf.get(rule)
      for (const text of known ? asked : []) known?.add(text)
      if (known) continue
      const beside = new Set(asked.length > 0 ? asked : above)
      if (rule.rowSpan > 1) askedOf.set(rule, beside)
      for (const item of readCell(rule, beside, row, columns)) opened.push(item)
    }
    if (asked.length > 0) above = asked
  }
  return finish(opened)
}

/** `asked` is shared by all items of a cell and grows with the rows that the cell spans. */
interface OpenItem extends Omit<DraftItem, 'requirement'> {
  readonly asked: ReadonlySet<TracedText>
}

function finish(opened: readonly OpenItem[]): DraftItem[] {
  const joined = new Map<ReadonlySet<TracedText>, TracedText | null>()
  return opened.map(({ asked, label, text, points }) => {
    const requirement = joined.get(asked) ?? concatInOrder([...asked])
    joined.set(asked, requirement)
    return { label, text, requirement, points }
  })
}

/** Names of subgroups that stand beside the requirement go with it; a long text repeated for every row would not. */
const LONGEST_BESIDE = 200

function requirementsOf(row: GridRow, roles: ColumnRoles): TracedText[] {
  const texts = distinctCells(roles.requirements.map((at) => row[at])).map((cell) => cell.text)
  return texts.length < 2 ? texts : texts.filter((text, index) => index === 0 || text.text.length <= LONGEST_BESIDE)
}

function distinctCells(cells: readonly (TableCell | null | undefined)[]): TableCell[] {
  return [...new Set(cells)].flatMap((cell) => (cell && cell.text.text !== '' ? [cell] : []))
}

function readCell(rule: TableCell, asked: Set<TracedText>, row: GridRow, columns: RowColumns): OpenItem[] {
  const rowPoints = columns.points === null ? null : pointsOfCell(row[columns.points]?.text.text ?? '')
  const ordinal = columns.ordinal === null ? '' : compact(row[columns.ordinal]?.text.text ?? '').replace(/[、.．]$/, '')
  const split = splitCriteria(rule.text)
  // What several rows share grows with them, so its numbers are no labels.
  const [nearest, ...others] = rule.rowSpan > 1 ? [] : asked
  const beside = nearest ? splitNumbered(nearest) : null
  const isBesideOf = (count: number) => beside !== null && beside.lead === null && beside.parts.length === count
  // The points of a row are one pool: 1、…2、… with 10分 for both is one criterion.
  const isPool = rowPoints !== null && split.parts.length > 1 && !isBesideOf(split.parts.length)
  const parts = isPool ? [wholePart(rule.text)] : split.parts
  const isPaired = isBesideOf(parts.length)
  if (split.lead && !isPool) asked.add(split.lead)
  return parts.map((part, index) => {
    const pair = isPaired ? beside?.parts[index] : undefined
    const askedHere = pair?.mark ? new Set([pair.text, ...others]) : asked
    const printed = pointsAsked(askedHere) ?? pointsOfRule(part.text.text)
    return {
      label: part.mark?.label ?? (ordinal || pair?.mark?.label || ''),
      text: part.text,
      asked: askedHere,
      points: parts.length === 1 ? (rowPoints ?? printed?.points ?? null) : (printed?.points ?? rowPoints),
    }
  })
}

/** The nearest requirement that prints points; those of many rows are never one row's. */
function pointsAsked(asked: ReadonlySet<TracedText>): PrintedPoints | null {
  if (asked.size > 4) return null
  for (const { text } of asked) {
    const printed = pointsOfRequirement(text)
    if (printed) return printed
  }
  return null
}
