import { expect, test } from 'vitest'
import type { RubricId } from '../../../core/kernel/identifiers.ts'
import { someCorrection } from '../../../../test/fixtures/some-correction.ts'
import { compileNotice } from '../../../core/notice/compile-notice.ts'
import { correctNotice } from '../../../core/notice/correct-notice.ts'
import { compareRubrics } from '../../../core/rubric/compare-rubrics.ts'
import { changeRow } from './change-rows.ts'

const read = (source: string) => compileNotice(source, { rubricId: 'r' as RubricId }).rubric
const OLD = `一、服务（5分）
1、工作人员没有到岗到位，查实一例扣1分；
2、服务态度不好，与服务对象争吵，每人次扣1分；
二、环境（10分）
1、各区域卫生不整洁，每次扣1分。`

test.each<[what: string, now: string, rows: [string, string, string | undefined, string | undefined][]]>([
  ['nothing', OLD, []],
  ['a dearer price', OLD.replace('每次扣1分', '每次扣2分'), [['repriced', 'clauseWord', '每次扣1分', '每次扣2分']]],
  ['other points of a section', OLD.replace('10分', '8分'), [['repriced', 'section', '10', '8']]],
  ['a criterion less', OLD.replace('2、服务态度不好，与服务对象争吵，每人次扣1分；\n', ''), [['removed', 'criterion', undefined, undefined]]],
  ['a criterion more', `${OLD}\n2、没有公示监督电话，扣2分。`, [['added', 'criterion', undefined, undefined]]],
  ['other words', OLD.replace('各区域卫生不整洁', '各区域卫生很不整洁'), [['reworded', 'clauseWord', '每次扣1分', '每次扣1分']]],
])('a difference of %s', (_what, now, rows) => {
  const [before, after] = [read(OLD), read(now)]
  const said = compareRubrics(before, after).map((change) => changeRow(change, before, after))
  expect(said.map(({ name, part, before: was, after: is }) => [name, part, was?.reading ?? undefined, is?.reading ?? undefined])).toEqual(rows)
})

test('places are as people cite them', () => {
  const [before, after] = [read(OLD), read(OLD.replace('每次扣1分', '每次扣2分'))]
  expect(compareRubrics(before, after).map((change) => changeRow(change, before, after).after?.place)).toEqual(['二.1'])
})

test('a corrected reading says on its side what was read and why, also where the sentence is no clause any more', () => {
  const before = read(OLD)
  const corrections = [
    someCorrection(before, '2.1.1', { per: ['处'] }),
    someCorrection(before, '1.2.1', 'requirement'),
  ]
  const made = correctNotice(OLD, 'r' as RubricId, corrections)
  if (!made.ok) throw new Error(made.refusals[0].message)
  const after = made.value.rubric
  const rows = compareRubrics(before, after).map((change) => changeRow(change, before, after))
  expect(rows.map(({ name, after: is }) => [name, is?.reading, is?.correction?.clauseId])).toEqual([
    ['removed', null, '1.2.1'],
    ['repriced', '每处扣1分', '2.1.1'],
  ])
})
