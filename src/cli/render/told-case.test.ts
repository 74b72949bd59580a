import { expect, test } from 'vitest'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { toldCase } from './told-case.ts'

test.each<[description: string, occurrences: number, told: string]>([
  ['有人脱岗。', 1, '2021年7月3日，有人脱岗'],
  ['有人脱岗', 2, '2021年7月3日，有人脱岗，2次'],
  ['7月3日检查发现有人脱岗', 1, '7月3日检查发现有人脱岗'],
  ['7月3日检查发现脱岗，共2人次。', 2, '7月3日检查发现脱岗，共2人次'],
  ['窗口12脱岗', 2, '2021年7月3日，窗口12脱岗，2次'],
])('%s, %i times', (description, occurrences, told) => {
  expect(toldCase(description, plainDate('2021-07-03'), occurrences)).toBe(told)
})
