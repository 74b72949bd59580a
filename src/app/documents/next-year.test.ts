import { expect, test } from 'vitest'
import { wholeNextYear } from '../../core/analysis/next-year/next-year.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { draftRubric } from '../../../test/fixtures/draft-notice.ts'
import { workedYear } from '../../../test/guide/worked-year.ts'
import { nextYearTables } from './next-year.ts'

test('the document holds the answer, every center and change, and counts its rows', async () => {
  const year = await workedYear()
  const after = await draftRubric()
  const nextYear = wholeNextYear(year, after)
  const document = nextYearTables({
    nextYear,
    before: year.rubric,
    after,
    madeOn: plainDate('2021-10-25'),
    ledger: null,
  })
  const [answer] = document.blocks
  expect(answer).toMatchObject({ kind: 'paragraph', pieces: [{ text: nextYear.lead }] })
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
  const rows = Object.fromEntries(tables.map(({ id, rows: own }) => [id, typeof own === 'function' ? -1 : own.length]))
  expect(rows).toEqual({
    centers: nextYear.centers.length,
    changes: nextYear.changes.length,
    'not-carried': nextYear.notCarried.length,
    undecided: nextYear.undecided.length,
    unseen: nextYear.unseen.length,
    faults: nextYear.faults.length,
  })
  expect(document.proof.counts).toEqual(tables.map(({ id }) => ({ table: id, rows: rows[id] })))
  expect(document.fileName).toBe('来年测算（2022年）')
  for (const { columns, rows: own } of tables)
    for (const { cells } of typeof own === 'function' ? [] : own) expect(cells).toHaveLength(columns.length)
})

test('where nothing differs, only the centers and what the notice could say better are left', async () => {
  const year = await workedYear()
  const nextYear = wholeNextYear(year, year.rubric)
  const facts = { nextYear, before: year.rubric, after: year.rubric, madeOn: plainDate('2021-10-25'), ledger: null }
  expect(nextYearTables(facts).proof.counts.map(({ table }) => table)).toEqual(['centers', 'faults'])
})
