import { expect, test } from 'vitest'
import { plainDate } from '../kernel/plain-date.ts'
import { cellLines, dateInWords } from './cell-text.ts'
import type { DocumentCell } from './document-table.ts'

const figure = (points: number, isSigned = false): DocumentCell => ({ kind: 'points', points, formula: null, isSigned })

test.each<[what: string, cell: DocumentCell, lines: string[]]>([
  ['a word as it is', { kind: 'text', text: '柳湾街道' }, ['柳湾街道']],
  ['no line where there is no word', { kind: 'text', text: '' }, []],
  ['a line for each paragraph', { kind: 'lines', lines: ['一', '二'] }, ['一', '二']],
  ['whole points without a place after the point', figure(1700), ['17']],
  ['halves as they are', figure(1750), ['17.5']],
  ['a quarter with both places', figure(25), ['0.25']],
  ['a loss with the true minus sign', figure(-50, true), ['−0.5']],
  ['a gain with its sign where it is asked for', figure(50, true), ['+0.5']],
  ['nought without a sign', figure(0, true), ['0']],
  [
    'a count without groups, so that it can be searched for',
    { kind: 'count', count: 128460, formula: null },
    ['128460'],
  ],
  ['a day as tables have it', { kind: 'date', date: plainDate('2025-03-01') }, ['2025-03-01']],
  [
    'what is under each picture',
    { kind: 'pictures', pictures: [{ key: 'a', caption: '1号照片', width: 1, height: 1 }] },
    ['1号照片'],
  ],
  ['nothing where somebody is to write', { kind: 'blank' }, []],
])('on paper a cell shows %s', (_what, cell, lines) => {
  expect(cellLines(cell)).toEqual(lines)
})

test('a day in a letter has no leading noughts', () => {
  expect(dateInWords(plainDate('2025-03-01'))).toBe('2025年3月1日')
})
