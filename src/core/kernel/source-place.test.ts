import { expect, test } from 'vitest'
import { NOWHERE, placeInWords, sourcePlaceAt, writtenPlace, type SourcePlace } from './source-place.ts'

test.each<[title: string, place: Partial<SourcePlace>, written: string, words: string]>([
  ['a paragraph of Word', { paragraph: 8 }, 'paragraph=8', '第8段'],
  [
    'a cell of Word',
    { table: 1, row: 4, column: 2, paragraph: 3 },
    'table=1 row=4 column=2 paragraph=3',
    '表1第4行第2列第3段',
  ],
  ['a line of a PDF', { page: 3, line: 12 }, 'page=3 line=12', '第3页第12行'],
  [
    'a line within a table of a PDF',
    { page: 3, line: 12, table: 1, row: 4, column: 2 },
    'page=3 line=12 table=1 row=4 column=2',
    '第3页第12行，表1第4行第2列',
  ],
  [
    'a cell of Excel',
    { sheet: '细则 "一"', cell: 'B12' },
    'sheet=%E7%BB%86%E5%88%99%20%22%E4%B8%80%22 cell=B12',
    '工作表“细则 "一"”B12',
  ],
])('%s is written as an attribute and read again', (_title, part, written, words) => {
  const place = { ...NOWHERE, ...part }
  expect(writtenPlace(place)).toBe(written)
  const source = `<p data-place="paragraph=1">别处</p><p data-place="${written}">查实一例扣1分</p>`
  expect(sourcePlaceAt(source, source.indexOf('扣1分'))).toEqual(place)
  expect(placeInWords(place)).toBe(words)
})

test('a text that marks nothing has lines', () => {
  expect(sourcePlaceAt('一\n二\n三', 4)).toEqual({ ...NOWHERE, line: 3 })
})
