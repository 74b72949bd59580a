import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayWidth } from './display-width.ts'
import { fitTable } from './fit-table.ts'

const COLUMNS = [
  { title: '字段', align: 'left' },
  { title: '文件里的列', align: 'left' },
  { title: '行', align: 'right' },
] as const

test('what fits is left as it is', () => {
  const { head, rows } = fitTable(COLUMNS, [[{ text: '满意度' }, { text: '满意度代码' }, { text: '12' }]], 40)
  expect([head, ...rows]).toEqual(['字段    文件里的列  行', '满意度  满意度代码  12'])
})

test('what does not is shortened, the widest column first', () => {
  const { rows } = fitTable(COLUMNS, [[{ text: '满意度' }, { text: '满意度代码（五级）' }, { text: '12' }]], 24)
  expect(rows).toEqual(['满意度  满意度代码…  12'])
})

test('no line is wider than the room, as long as each column has four', () => {
  const cell = fc.string({ unit: fc.constantFrom('满', 'a', ' ', '…'), maxLength: 30 }).map((text) => ({ text }))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell)), fc.integer({ min: 16, max: 80 }), (rows, room) => {
      const fitted = fitTable(COLUMNS, rows, room)
      for (const line of [fitted.head, ...fitted.rows]) expect(displayWidth(line)).toBeLessThanOrEqual(room)
    }),
  )
})
