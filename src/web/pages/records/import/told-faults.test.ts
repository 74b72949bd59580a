import { expect, test } from 'vitest'
import { reasonAndRemedy, unexplained } from './told-faults.ts'

test.each<[message: string, reason: string, remedy: string]>([
  ['必填，却是空的；请补上', '必填，却是空的', '请补上'],
  ['“南街道”不是中心；请改正，或写明', '“南街道”不是中心', '请改正，或写明'],
  ['行号不能是空的', '行号不能是空的', ''],
])('%s', (message, reason, remedy) => {
  expect(reasonAndRemedy(message)).toEqual([reason, remedy])
})

test('values that nobody has explained are told once each, by column', () => {
  const fault = (code: string, column: string | null, value: string | null) => ({ row: 2, column, value, code, message: '' }) // prettier-ignore
  const met = unexplained([
    fault('code-unknown', '满意度', '7'),
    fault('code-unknown', '满意度', '7'),
    fault('center-unknown', '中心', '南街道'),
    fault('date-wrong', '时间', '3月'),
    fault('code-unknown', '满意度', '8'),
  ])
  expect([...met]).toEqual([
    ['满意度', ['7', '8']],
    ['中心', ['南街道']],
  ])
})
