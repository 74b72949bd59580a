import { expect, test } from 'vitest'
import { discretionYear, type Told } from '../../../test/fixtures/discretion-year.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { namesIn, standIns } from '../../core/analysis/evenness/evenness-names.ts'
import { evennessOf } from '../../core/analysis/evenness/evenness.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { shownEvenness } from '../analyzing/shown-evenness.ts'
import { evenness } from './evenness.ts'

test.each<[title: string, told: Told[], tables: string[]]>([
  ['nothing', [], []],
  ['one dismissal found elsewhere', [{ amount: null, source: 'records' }], ['outcomes 1']],
  ['one amount', [{}], ['amounts 1', 'outcomes 1', 'effort 1']],
  [
    'two like cases of two assessors',
    [
      { amount: '1', by: 'a' },
      { amount: '3', by: 'b' },
    ],
    ['comparisons 3', 'like-cases 1', 'amounts 2', 'outcomes 2', 'effort 1'],
  ],
  [
    'amounts under two clauses',
    [{ clauseId: clauses.training }, { clauseId: clauses.village, amount: '1.5' }],
    ['amounts 2', 'outcomes 1', 'effort 1'],
  ],
])('of a year with %s the document holds what there is, and counts it', (_title, told, tables) => {
  const document = documentOf(told)
  expect(document.proof.counts.map(({ table, rows }) => `${table} ${rows}`)).toEqual(tables)
  const set = document.blocks.flatMap((block) => (block.kind === 'table' ? [block.table.id] : []))
  expect(set).toEqual(document.proof.counts.map(({ table }) => table))
})

test('assessors stand in it as they were to be shown, and it says how', () => {
  const text = JSON.stringify(documentOf([{ by: 'zhang-san' }, { by: 'li-si', amount: '1' }]))
  expect(text).not.toMatch(/zhang-san|li-si/)
  expect(text).toContain('以甲、乙代称')
})

function documentOf(told: readonly Told[]) {
  const year = discretionYear(told)
  const people = standIns(year)
  const names = namesIn(year, (by) => people.get(by) ?? '')
  const shown = shownEvenness(evennessOf(year, names, 1), names)
  return evenness({ shown, areNamed: false, rubric: year.rubric, madeOn: plainDate('2021-10-25'), ledger: null })
}
