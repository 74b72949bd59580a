import { expect, test } from 'vitest'
import { priceFigures } from './price-figures.ts'

test.each<[text: string, figures: string[]]>([
  ['有不按照规定自行增加或减少服务事项的，查实一例扣1分。', ['扣1分']],
  ['无计划或无规划，扣1-3分；', ['扣1-3分']],
  ['经审定，每项加0.5-1分。', ['加0.5-1分']],
  ['评价率低于70%，扣1分；自行评价，每一人次扣0.5分', ['扣1分', '扣0.5分']],
  ['每次扣除两分，得 10 分', ['扣除两分', '得 10 分']],
  ['按照“好差评”标准扣分', []],
])('the figures of %s', (text, figures) => {
  expect(priceFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual(figures)
})
