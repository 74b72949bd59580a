import { expect, test } from 'vitest'
import { placeInWords } from '../../../src/core/kernel/source-place.ts'
import { pdfSource } from './golden-pdf.ts'
import type { NoticeContent } from './notice-content.ts'
import { clausePlaces, compiled } from './same-reading.ts'
import { typstNotice } from './typst-notice.ts'

const SECTIONS = 40
const ITEMS = 25

/** 1,000 rules, each of its own words, so long that they fill more than sixty pages. */
function longNotice(): NoticeContent {
  const matters = ['服务事项', '内部管理', '服务环境', '事务公开', '完成业务']
  const sections = Array.from({ length: SECTIONS }, (_section, at) => ({
    id: `${at + 1}`,
    heading: `${numeral(at + 1)}、${matters[at % matters.length]}之${numeral(at + 1)} (${ITEMS}分)`,
    criteria: Array.from({ length: ITEMS }, (_item, place) => ({
      id: `${at + 1}.${place + 1}`,
      mark: `${place + 1}、`,
      text: `第${at + 1}类第${place + 1}项工作应当有计划、有落实、有总结，材料齐全并按时归档保存备查，没有做到或者做得不完整的，查实一例扣1分；`,
    })),
  }))
  const title = { text: '社区事务受理服务中心考核评分细则', level: 2 }
  return { before: [title], header: ['考核内容', '考核项目', '得分'], sections, total: ['合计', '', ''], after: [] }
}

function numeral(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits.at(tens) : ''}${tens > 0 ? '十' : ''}${digits.at(value % 10)}`
}

test('a document of more than sixty pages is read whole: every one of its 1,000 clauses, in its section', async () => {
  const bytes = typstNotice(longNotice(), { rows: 'items', setup: '#set page(numbering: "— 1 —")' })
  const source = await pdfSource(bytes)
  const rubric = compiled(source, 'long')
  const counts = rubric.sections.map(({ criteria }) => criteria.reduce((sum, { clauses }) => sum + clauses.length, 0))
  expect(counts).toEqual(Array.from({ length: SECTIONS }, () => ITEMS))
  expect(rubric.sections.every(({ maxPoints }) => maxPoints === ITEMS * 100)).toBe(true)
  const places = clausePlaces(rubric, source)
  expect(new Set([...places.values()].map(({ page }) => page)).size).toBeGreaterThanOrEqual(60)
  expect(placeInWords(places.get('40.25.1')!)).toMatch(/^第\d+页第\d+行，表1第1001行第2列第1段$/)
}, 300_000)
