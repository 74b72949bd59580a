import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGuide, readSizing } from '../scale/bench/sizing-file.ts'
import { withSizingTables } from '../scale/bench/sizing-tables.ts'

const guide = readGuide()

test('the sizing tables are those of what was measured last (npm run sizing)', () => {
  expect(withSizingTables(guide, readSizing())).toBe(guide)
})

test('what was not measured says so, and what was has its words', () => {
  const nothing = withSizingTables(guide, {})
  expect(nothing).toContain('| 全部 | 还没有测 |')
  expect(nothing).toMatch(/一年的台账在数据库里占，GB(?: \| 还没有测){4}/)
  const figures = { '20 apart: postgres appends/s': 1000 }
  const some = withSizingTables(guide, { appends: { machine: 'm', node: 'v20', load: 1, figures } })
  expect(some).toContain('| 20 人各写各的考核，PostgreSQL 台账：每秒追加 | 1,000 |')
  expect(some).toMatch(/是它的几倍 \| 87,272 \|/)
})

test('what it leads to is there', () => {
  const linked = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(linked.length).toBeGreaterThan(10)
  const missing = linked.filter((path) => !existsSync(new URL(path, new URL('../../docs/guide/', import.meta.url))))
  expect(missing).toEqual([])
})
