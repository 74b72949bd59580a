import { expect, test } from 'vitest'
import { sheetsOf } from '../../src/core/analysis/assessed-year.ts'
import { certaintyOf } from '../../src/core/analysis/certainty/certainty.ts'
import { rankSheets } from '../../src/core/analysis/rank-sheets.ts'
import { formatPoints } from '../../src/core/kernel/points.ts'
import { scoresText } from '../../src/core/scoring/points-text.ts'
import { chapter, workedYear } from './worked-year.ts'

const text = await chapter('certainty')
const lines = text.split('\n')
const year = await workedYear()
const sheets = sheetsOf(year)
const certainty = certaintyOf(year, sheets, { seed: 2021, draws: 10_000, assumed: {} })
const { centers, influences, openMatters, idleMatters, assumptionSentences } = certainty

test('what is quoted is what the page says', () => {
  const quoted = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2))
  const told = centers.find(({ centerName }) => centerName === '徐泾镇')?.sentence
  expect(quoted).toEqual([certainty.lead, told])
})

test('every row of the table is reckoned again, the bounds of the intervals beside those that can be reached', () => {
  const possible = new Map(rankSheets(sheets).map((ranked) => [ranked.sheet.centerId, ranked.possible]))
  const range = ([best, worst]: readonly [number, number]) => (best === worst ? String(best) : `${best}–${worst}`)
  const rows = centers.map(({ centerId, centerName, score, interval, rank, isTied, bounds }) => {
    expect(bounds.isExact).toBe(true)
    return [
      isTied ? `并列${rank}` : String(rank),
      centerName,
      formatPoints(score),
      scoresText(interval),
      range(possible.get(centerId) ?? [0, 0]),
      range([bounds.best, bounds.worst]),
    ]
  })
  expect(rows.some(([, , , , outer, exact]) => outer !== exact)).toBe(true)
  const printed = lines.filter((line) => line.startsWith('| ')).slice(1)
  expect(
    printed.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  ).toEqual(rows)
})

test('the assumptions are those that the year gives', () => {
  expect(lines.filter((line) => line.startsWith('- '))).toEqual(assumptionSentences.map((one) => `- ${one}。`))
})

test('the three matters that move most are those that do, and the counts are so', () => {
  const told = lines.filter((line) => /^\d\. /.test(line))
  expect(told).toEqual(influences.slice(0, 3).map(({ name, sentence }, at) => `${at + 1}. ${name}：${sentence}。`))
  expect(text).toContain(`共有${openMatters}件未决事项，其中${idleMatters}件单独不动名次`)
})
