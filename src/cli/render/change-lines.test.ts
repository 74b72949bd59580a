import { expect, test } from 'vitest'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { points } from '../../core/kernel/points.ts'
import { compareRubrics } from '../../core/rubric/compare-rubrics.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { inkFor } from '../text/ink.ts'
import { changeLines } from './change-lines.ts'

const page = { columns: 100, ink: inkFor({ isColor: false }) }
const [first, ...others] = smallRubric.sections
const dearer: Rubric = {
  ...smallRubric,
  sections: [...(first ? [{ ...first, maxPoints: points('8') }] : []), ...others.slice(0, 2)],
}

test.each<[title: string, before: Rubric, after: Rubric, lines: string[]]>([
  [
    'points and a section less',
    smallRubric,
    dearer,
    [
      '~ 1 “服务事项”分值改变',
      '  前 5分',
      '  后 8分',
      '− 取消考核内容 4',
      '  前 四、好差评（投诉处置），未写分值，2个考核项目',
    ],
  ],
  [
    'a section more',
    { ...smallRubric, sections: smallRubric.sections.slice(0, 3) },
    smallRubric,
    ['+ 新增考核内容 4', '  后 四、好差评（投诉处置），未写分值，2个考核项目'],
  ],
])('%s', (_title, before, after, lines) => {
  expect(compareRubrics(before, after).flatMap((change) => changeLines(change, page))).toEqual(lines)
})
