import { expect, test } from 'vitest'
import { points } from '../../../core/kernel/points.ts'
import { entriesOf, markFault, ownSum, type MarkFault, type OwnMark } from './own-marks.ts'

test.each<[given: string, mark: OwnMark, limit: string | null, fault: MarkFault | null]>([
  ['nothing is given', { points: '', statement: '' }, '5', null],
  ['half points', { points: '4.5', statement: 'fine' }, '5', null],
  ['all of it', { points: '5', statement: '' }, '5', null],
  ['more than it has', { points: '5.5', statement: '' }, '5', 'too-much'],
  ['a section without points has no most', { points: '50', statement: '' }, null, null],
  ['words', { points: 'five', statement: '' }, '5', 'not-points'],
  ['less than nothing', { points: '-1', statement: '' }, '5', 'not-points'],
  ['a remark without a mark', { points: ' ', statement: 'fine' }, '5', 'remark-alone'],
])('%s', (_given, mark, limit, fault) => {
  expect(markFault(mark, limit === null ? null : points(limit))).toBe(fault)
})

test('what is empty is not sent and not summed', () => {
  const criteria = [{ criterionId: '1.1' }, { criterionId: '1.2' }, { criterionId: '1.3' }] as never
  const marks = { '1.1': { points: '2.5', statement: ' ok ' }, '1.2': { points: '', statement: '' } }
  expect(entriesOf([{ criteria }] as never, marks)).toEqual([{ criterionId: '1.1', points: 250, statement: 'ok' }])
  expect(ownSum(criteria, marks)).toBe(250)
  expect(ownSum(criteria, {})).toBeNull()
})
