import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noticeContent } from './notice-content.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'

const NOTICE = 'qingpu-2021'

test('the content of the notice of 2021 holds every section and item, with the numbers they are printed with', () => {
  const { header, sections, total, before, after } = noticeContent(NOTICE)
  expect([header, total]).toEqual([
    ['考核内容', '考核项目', '得分'],
    ['合 计', '', ''],
  ])
  expect(sections.map(({ criteria }) => criteria.length)).toEqual([3, 4, 7, 4, 11, 3, 3, 1, 2, 4])
  expect(sections.flatMap(({ criteria }) => criteria).every(({ mark }) => /^\d{1,2}、$/u.test(mark))).toBe(true)
  expect([before.length, after.length]).toEqual([9, 5])
})

test('the comparison of readings leaves out places and nothing else', () => {
  const source = readFileSync(`notices/${NOTICE}/notice.txt`, 'utf8')
  expect(readingOf(compiled(`\n\n${source}`, NOTICE))).toEqual(goldenReading(NOTICE))
  expect(readingOf(compiled(source.replace('扣0.5分', '扣0.6分'), NOTICE))).not.toEqual(goldenReading(NOTICE))
})

test('the place of a clause in a text is its line', () => {
  const source = readFileSync(`notices/${NOTICE}/notice.txt`, 'utf8')
  const places = clausePlaces(compiled(source, NOTICE), source)
  expect(source.split('\n')[(places.get('4.2.1')?.line ?? 0) - 1]).toContain('没有设置触摸屏提供信息查询')
  expect(places.size).toBe(51)
})
