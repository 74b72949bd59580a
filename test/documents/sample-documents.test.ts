import { expect, test } from 'vitest'
import type { DocumentRow, DocumentTable } from '../../src/core/document/document-table.ts'
import { differingCounts } from '../../src/core/document/differing-counts.ts'
import { freshSamples, samplePictures } from './sample-documents.ts'

const samples = freshSamples()

test.each(samples)('%s has in every row of a table a cell or a cover for each column', async (_what, document) => {
  for (const table of tablesOf(document.blocks)) {
    const rows = await allRows(table)
    expect(unexplained([...rows], table.columns.length)).toEqual([])
    expect(unexplained([...table.foot], table.columns.length)).toEqual([])
  }
})

test.each(freshSamples())('%s states the rows that its tables have', async (_what, document) => {
  const written = []
  for (const table of tablesOf(document.blocks)) written.push({ table: table.id, rows: (await allRows(table)).length })
  expect(differingCounts(document.proof, written)).toEqual([])
})

test('together they show every kind of block and of cell', async () => {
  const documents = freshSamples().map(([, document]) => document)
  const blocks = documents.flatMap(({ blocks }) => blocks)
  expect(new Set(blocks.map(({ kind }) => kind)).size).toBe(9)
  const cells = new Set<string>()
  for (const table of tablesOf(blocks))
    for (const row of await allRows(table)) for (const cell of row.cells) if (cell !== null) cells.add(cell.kind)
  expect([...cells].toSorted()).toEqual(['blank', 'count', 'date', 'lines', 'pictures', 'points', 'text'])
})

test('a picture that is said to be gone is not found', async () => {
  expect(await samplePictures('gone')).toBeNull()
  expect((await samplePictures('hall'))?.length).toBeGreaterThan(1000)
})

function tablesOf(blocks: (typeof samples)[number][1]['blocks']): readonly DocumentTable[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
}

async function allRows({ rows }: DocumentTable): Promise<readonly DocumentRow[]> {
  if (typeof rows !== 'function') return rows
  const all: DocumentRow[] = []
  for await (const row of rows()) all.push(row)
  return all
}

/** Places that hold null without a span over them, or a cell under one. */
function unexplained(rows: readonly DocumentRow[], columns: number): string[] {
  const covered = new Set<string>()
  return rows.flatMap(({ cells }, y) => {
    if (cells.length !== columns) return [`row ${y} has ${cells.length} cells`]
    return cells.flatMap((cell, x) => {
      if (cell !== null)
        for (let down = 0; down < (cell.rowSpan ?? 1); down++)
          for (let right = 0; right < (cell.colSpan ?? 1); right++)
            if (down + right > 0) covered.add(`${y + down}:${x + right}`)
      return (cell === null) === covered.has(`${y}:${x}`) ? [] : [`${y}:${x}`]
    })
  })
}
