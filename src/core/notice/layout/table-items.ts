import type { TableCell } from './block.ts'
import type { ColumnRoles } from './column-roles.ts'
import type { LayoutItem } from './layout-section.ts'
import { concat, startOf, type TracedText } from './traced-text.ts'
import { pointsOfCell, pointsOfRequirement, pointsOfRule } from './printed-points.ts'
import { splitCriteria } from './split-criteria.ts'
import { splitNumbered, wholePart } from './split-numbered.ts'
import { compact, type GridRow } from './table-grid.ts'

/** The columns that speak of one row; null where they speak of the section or are missing. */
export interface RowColumns {
  readonly points: number | null
  readonly ordinal: number | null
}

/** Rules that span several rows are read once, with the requirements of all; a requirement left empty is as above. */
export function readRows(rows: readonly GridRow[], roles: ColumnRoles, columns: RowColumns): LayoutItem[] {
  const drafts: DraftItem[] = []
  const askedOf = new Map<TableCell, TracedText[]>()
  let above: TracedText[] = []
  for (const row of rows) {
    const asked = requirementsOf(row, roles)
    const rules = distinctCells(roles.rules.map((at) => row[at]))
    if (rules.length === 0 && asked.length > 0) drafts.push(...readCell(inOrder(asked)!, [], row, columns))
    for (const rule of rules) {
      const known = askedOf.get(rule)
      if (known) known.push(...asked.filter((text) => !known.includes(text)))
      else {
        const list = [...(asked.length > 0 ? asked : above)]
        if (rule.rowSpan > 1) askedOf.set(rule, list)
        drafts.push(...readCell(rule.text, list, row, columns))
      }
    }
    if (asked.length > 0) above = asked
  }
  return finish(drafts)
}

/** `asked` is shared by all items of a cell and grows with the rows that the cell spans. */
interface DraftItem extends Omit<LayoutItem, 'requirement'> {
  readonly asked: readonly TracedText[]
}

function finish(drafts: readonly DraftItem[]): LayoutItem[] {
  const joined = new Map<readonly TracedText[], TracedText | null>()
  return drafts.map(({ asked, label, text, points }) => {
    const requirement = joined.get(asked) ?? inOrder(asked)
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

function readCell(rule: TracedText, asked: TracedText[], row: GridRow, columns: RowColumns): DraftItem[] {
  const rowPoints = columns.points === null ? null : pointsOfCell(row[columns.points]?.text.text ?? '')
  const ordinal = columns.ordinal === null ? '' : compact(row[columns.ordinal]?.text.text ?? '').replace(/[、.．]$/, '')
  const split = splitCriteria(rule)
  const beside = asked.length === 1 ? splitNumbered(asked.at(0)!) : null
  const isPaired = beside !== null && beside.lead === null && beside.parts.length === split.parts.length
  // The points of a row are one pool: 1、…2、… with 10分 for both is one criterion.
  const isPool = rowPoints !== null && split.parts.length > 1 && !isPaired
  const parts = isPool ? [wholePart(rule)] : split.parts
  if (split.lead && !isPool) asked.push(split.lead)
  return parts.map((part, index) => {
    const pair = isPaired ? (beside.parts[index] ?? null) : null
    const askedHere = pair && pair.mark ? [pair.text] : asked
    const own = askedHere.length > 0 ? pointsOfRequirement(askedHere.at(-1)!.text) : null
    const printed = (own ?? pointsOfRule(part.text.text))?.points ?? null
    return {
      label: part.mark?.label ?? (ordinal || pair?.mark?.label || ''),
      text: part.text,
      asked: askedHere,
      points: parts.length === 1 ? (rowPoints ?? printed) : (printed ?? rowPoints),
    }
  })
}

function inOrder(texts: readonly TracedText[]): TracedText | null {
  if (texts.length === 0) return null
  return concat(
    [...texts].sort((a, b) => startOf(a) - startOf(b)),
    '\n',
  )
}
