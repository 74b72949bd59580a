import { columnRoles } from './column-roles.ts'
import { partTable } from './table-header.ts'
import { gridOf, type GridRow } from './table-grid.ts'
import { namedRole } from './column-names.ts'
import { readBlocks } from './read-blocks.ts'

/** What the notice's own table calls its columns; null where it prints no such column, or no table. */
export interface PrintedColumns {
  readonly section: string | null
  readonly criterion: string | null
  readonly score: string | null
}

/** Of the longest table that names its columns: for a form that looks as the notice does. */
export function printedColumns(source: string): PrintedColumns {
  const tables = readBlocks(source).flatMap((block) => {
    if (block.kind !== 'table') return []
    const grid = gridOf(block)
    const { header, body } = partTable(grid)
    return header.length === 0 ? [] : [{ grid, header, body }]
  })
  const [longest] = tables.toSorted((one, other) => other.body.length - one.body.length)
  if (longest === undefined) return { section: null, criterion: null, score: null }
  const { grid, header, body } = longest
  const { section, rules } = columnRoles(grid, header, body)
  const named = (at: number | null | undefined) => (at === null || at === undefined ? null : nameOf(header, at))
  const score = Array.from({ length: grid.width }, (_, at) => at).find(
    (at) => namedRole(nameOf(header, at) ?? '') === 'score',
  )
  return { section: named(section), criterion: named(rules[0]), score: named(score) }
}

function nameOf(header: readonly GridRow[], at: number): string | null {
  const texts = header.map((row) => row[at]?.text.text.replaceAll(/\s+/gu, '') ?? '')
  return texts.findLast((text) => text !== '') ?? null
}
