import { expect, test } from 'vitest'
import { pointsOfCell, pointsOfHeading, pointsOfRequirement, pointsOfRule } from './printed-points.ts'

test.each<[text: string, points: string | null]>([
  ['卫生（25分）', '25'],
  ['卫生 (5 分)', '5'],
  ['卫生【２．５分】', '2.5'],
  ['卫生（23分+10分）', '33'],
  ['卫生（23+10分）', '33'],
  ['卫生（满分20分）', '20'],
  ['卫生（共8分）', '8'],
  ['卫生，共20分。', '20'],
  ['卫生 满分：20分', '20'],
  ['卫生 15分', '15'],
  ['好差评 (投诉处置)', null],
  ['卫生（20%）', null],
  ['卫生（每月）', null],
])('the heading %s', (text, points) => {
  expect(pointsOfHeading(text)?.points ?? null).toBe(points)
})

test.each<[text: string, points: string | null]>([
  ['5', '5'],
  ['５分', '5'],
  ['（2.5分）', '2.5'],
  ['+5', '5'],
  ['10+5', '15'],
  ['20%', null],
  ['', null],
  ['现场检查', null],
  ['-5', null],
])('the cell %j', (text, points) => {
  expect(pointsOfCell(text)).toBe(points)
})

test.each<[text: string, points: string | null]>([
  ['每年走访不少于4次(1分)。', '1'],
  ['形成报告，记25分', '25'],
  ['首问（5分）。推诿每次扣1分。', '5'],
  ['达标的计5分，每低1%扣1分', '5'],
  ['每次扣1分', null],
])('the requirement %s', (text, points) => {
  expect(pointsOfRequirement(text)?.points ?? null).toBe(points)
})

test.each<[text: string, points: string | null]>([
  ['首问（5分）。推诿每次扣1分。', '5'],
  ['达标的计5分，每低1%扣1分', null],
  ['迟到的，每人次扣0.5分；', null],
])('the rule %s', (text, points) => {
  expect(pointsOfRule(text)?.points ?? null).toBe(points)
})
