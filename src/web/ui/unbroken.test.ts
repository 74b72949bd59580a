import { expect, test } from 'vitest'
import { keptApart } from './unbroken.tsx'

test.each<[words: string, kept: string[]]>([
  ['查实一例扣1-3分；否则扣0.5分', ['扣1-3分', '扣0.5分']],
  ['申诉期到2021-11-03为止', ['2021-11-03']],
  ['2021-10-25 15:40提交', ['2021-10-25 15:40']],
  ['更正 0 条，原样已有 12 条', ['0 条', '12 条']],
  ['没有数', []],
])('%s', (words, kept) => {
  const parts = keptApart(words)
  expect(parts.filter((_, place) => place % 2 === 1)).toEqual(kept)
  expect(parts.join('')).toBe(words)
})
