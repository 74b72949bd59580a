import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allClauses } from '../../src/core/rubric/find-clause.ts'
import { exampleYear, goldenScores } from './example-year.ts'

const folder = 'notices/qingpu-2021'
const year = await exampleYear(folder)
const { rubric, events, sheets } = year
const outcomes = new Set(
  sheets.flatMap(({ sections }) => sections.flatMap(({ lines }) => lines.map(({ outcome }) => outcome.kind))),
)

test('the scores of the example year are the committed ones', () => {
  expect(goldenScores(year)).toEqual(JSON.parse(readFileSync(`${folder}/example-year.json`, 'utf8')))
})

test('every clause with a price of its own is met by something, at eleven centers', () => {
  const named = new Set(events.flatMap((event) => ('clauseId' in event ? [event.clauseId] : [])))
  const silent = allClauses(rubric).filter((clause) => !named.has(clause.id))
  expect(sheets).toHaveLength(11)
  expect(silent.map((clause) => clause.quote)).toEqual([
    '全年无属实投诉，加1分',
    '“好差评”转“12345”的，按照“好差评”标准扣分',
  ])
})

test.each([
  'FindingVaried',
  'FindingReversed',
  'FindingUpheld',
  'AmountDecided',
  'DecisionCorrected',
  'BonusApproved',
  'BonusRejected',
  'RectificationAccepted',
  'RectificationReturned',
  'PeriodClosed',
])('%s happens', (type) => {
  expect(events.some((event) => event.type === type)).toBe(true)
})

test.each([
  'deducted',
  'added',
  'awaiting-amount',
  'awaiting-decision',
  'under-appeal',
  'reversed',
  'dismissed',
  'charged-elsewhere',
  'absence',
])('a line is %s', (kind) => {
  expect([...outcomes]).toContain(kind)
})

test('a rating that became a hotline order is charged once', () => {
  const pairs = sheets.flatMap(({ sections }) =>
    sections.flatMap(({ lines }) => lines.filter(({ outcome }) => outcome.kind === 'charged-elsewhere')),
  )
  expect(pairs.some(({ clauseId }) => clauseId === '10.4.1')).toBe(true)
  expect(pairs.every(({ effect }) => effect === 0)).toBe(true)
})

test.each(sheets.map((sheet) => [sheet.centerName, sheet] as const))(
  'the parts of %s add up to its total, which lies in its interval',
  (_name, sheet) => {
    const parts = sheet.sections.reduce((sum, section) => sum + section.score, 0)
    expect(parts).toBe(sheet.score)
    expect(sheet.interval[0]).toBeLessThanOrEqual(sheet.score)
    expect(sheet.interval[1]).toBeGreaterThanOrEqual(sheet.score)
  },
)
