import { expect, test } from 'vitest'
import { id, type QuestionId, type SectionId } from '../../core/kernel/identifiers.ts'
import type { Question } from '../../core/rubric/question.ts'
import { benchRubric } from '../../../test/bench/bench-rubric.ts'
import { questionIsAbout } from './interpretation-words.ts'

test.each<[given: string, places: readonly number[], said: string]>([
  ['nothing by itself', [], '通知全文'],
  ['one section', [0], '一、服务事项'],
  ['three sections', [0, 2, 3], '一、服务事项、三、服务环境、四、事务公开'],
  ['more than have room by their names', [0, 1, 2, 4], '第一、二、三、五部分'],
  ['all there are', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], '全部10个部分'],
])('a question about %s', async (_given, places, said) => {
  const { rubric } = await benchRubric()
  const sectionIds = places.map((at): SectionId => rubric.sections[at]?.id ?? id<SectionId>('none'))
  const asked: Question = {
    id: id<QuestionId>('q'),
    code: 'floor-missing',
    criterionId: null,
    clauseIds: [],
    sectionIds,
    span: { start: 0, end: 0 },
    why: '',
    readings: [],
  }
  expect(questionIsAbout(rubric, asked)).toBe(said)
})
