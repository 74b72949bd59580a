import type { Fragment, PageContent } from './page-content.ts'
import { heightOf, pageTable, type PageTable } from './page-table.ts'
import { tableGrids, type TableGrid } from './table-grid.ts'
import { numberedFragments, textLines, type NumberedFragment, type TextLine } from './text-line.ts'

/** What stands on a page from top to bottom: lines of text, and tables. */
export type FlowPart =
  | { readonly kind: 'line'; readonly line: TextLine }
  | { readonly kind: 'table'; readonly table: PageTable }

export interface PageFlow {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly parts: readonly FlowPart[]
}

export function pageFlow(content: PageContent): PageFlow {
  const { page, width, height } = content
  const grids = outermost(tableGrids(content.rulings))
  const fragments = numberedFragments(page, content.fragments)
  const held = grids.map((): NumberedFragment[] => [])
  const free: NumberedFragment[] = []
  for (const fragment of fragments) {
    const at = grids.findIndex((grid) => isWithin(fragment, grid))
    if (at < 0) free.push(fragment)
    else held[at]?.push(fragment)
  }
  const tables = grids.flatMap((grid, at) => {
    const table = pageTable(page, grid, held[at] ?? [])
    return table === null ? [] : [{ top: grid.rows.at(0)!, part: { kind: 'table', table } as const }]
  })
  const lines = textLines(free).map((line) => ({ top: line.baseline, part: { kind: 'line', line } as const }))
  const parts = [...tables, ...lines].sort((a, b) => a.top - b.top).map(({ part }) => part)
  return { page, width, height, parts }
}

/** A table within a cell is lines of that cell. */
function outermost(grids: readonly TableGrid[]): TableGrid[] {
  return grids.filter((grid) => !grids.some((other) => other !== grid && surrounds(other, grid)))
}

function surrounds(outer: TableGrid, inner: TableGrid): boolean {
  return (
    outer.columns.at(0)! < inner.columns.at(0)! &&
    outer.columns.at(-1)! > inner.columns.at(-1)! &&
    outer.rows.at(0)! < inner.rows.at(0)! &&
    outer.rows.at(-1)! > inner.rows.at(-1)!
  )
}

function isWithin(fragment: Fragment, { columns, rows }: TableGrid): boolean {
  const middle = (fragment.left + fragment.right) / 2
  const height = heightOf(fragment)
  return middle > columns.at(0)! && middle < columns.at(-1)! && height > rows.at(0)! && height < rows.at(-1)!
}
