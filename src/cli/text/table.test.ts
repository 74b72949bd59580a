import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { table } from './table.ts'

const columns = [
  { title: '中心', align: 'left' },
  { title: '得分', align: 'right' },
  { title: '注', align: 'left' },
] as const

test('columns line up by display width', () => {
  const { head, rows } = table(columns, [
    [{ text: '夏阳街道' }, { text: '84.5' }, { text: '“甲”' }],
    [{ text: 'A' }, { text: '8' }, { text: '×' }],
  ])
  expect([head, ...rows]).toEqual(['中心      得分  注', '夏阳街道  84.5  “甲”', 'A            8  ×'])
})

test('paint is not measured', () => {
  const paint = (text: string) => `\u001B[31m${text}\u001B[39m`
  const { rows } = table(columns, [[{ text: '甲' }, { text: '8', paint }, { text: '乙' }]])
  expect(displayWidth(rows[0] ?? '')).toBe(displayWidth('甲       8  乙'))
  expect(rows[0]).toContain('\u001B[31m8\u001B[39m')
})

test('a row with fewer cells and no row at all are fine', () => {
  expect(table(columns, [[{ text: '甲' }]]).rows).toEqual(['甲'])
  expect(table(columns, []).head).toBe('中心  得分  注')
})
