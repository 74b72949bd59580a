import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asksBeyond } from '../../../../test/fixtures/asks-beyond.ts'
import { smallCasesOf } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { yearOf } from '../../../../test/fixtures/year-of-centers.ts'
import { workedYear } from '../../../../test/guide/worked-year.ts'
import { sheetsOf } from '../assessed-year.ts'
import { rankSheets } from '../rank-sheets.ts'
import { rankingInfluence } from './ranking-influence.ts'
import { rankBounds } from './rank-bounds.ts'

test('an alternative moves each center to the rank that its changed total has', () => {
  fc.assert(
    fc.property(smallCasesOf(3, 2), (cases) => {
      fc.pre(cases.every((one) => !asksBeyond(one)))
      const year = yearOf(cases)
      const sheets = sheetsOf(year)
      const ranks = new Map(rankSheets(sheets).map(({ sheet, rank }) => [sheet.centerId, rank]))
      for (const { centerId, kind, ref, alternatives, places } of rankingInfluence(year, sheets)) {
        expect(places).toBe(Math.max(...alternatives.map((one) => one.places)))
        for (const { points, moved } of alternatives) {
          for (const { centerId: mover, from } of moved) expect(from).toBe(ranks.get(mover))
          if (kind === 'question') continue
          const own = sheets.find((sheet) => sheet.centerId === centerId)
          expect(own?.open.some((matter) => matter.ref === ref && matter.moves.includes(points))).toBe(true)
          const supposed = sheets.map((sheet) => (sheet === own ? { ...sheet, score: sheet.score + points } : sheet))
          for (const { sheet, rank } of rankSheets(supposed)) {
            const change = moved.find((one) => one.centerId === sheet.centerId)
            expect(change?.to ?? ranks.get(sheet.centerId)).toBe(rank)
          }
        }
      }
    }),
    { numRuns: process.env['NIGHTLY'] ? 2000 : 150 },
  )
}, 120_000)

test('what an answer alone would do is what the sheets say once it is given', async () => {
  const year = await workedYear()
  const sheets = sheetsOf(year)
  const ranks = new Map(rankSheets(sheets).map(({ sheet, rank }) => [sheet.centerId, rank]))
  const [given] = year.answers.values()
  const questions = rankingInfluence(year, sheets).filter(({ kind }) => kind === 'question')
  expect(questions.length).toBeGreaterThan(0)
  let tried = 0
  for (const { ref, alternatives } of questions) {
    const question = year.rubric.questions.find(({ id }) => id === ref)
    if (question === undefined || given === undefined) throw new Error(ref)
    for (const { reading, moved } of alternatives) {
      if (reading === null) continue
      const answers = new Map(year.answers).set(question.id, {
        ...given,
        questionId: question.id,
        reading,
        points: null,
      })
      for (const { sheet, rank } of rankSheets(sheetsOf({ ...year, answers }))) {
        const change = moved.find(({ centerId }) => centerId === sheet.centerId)
        expect([ref, reading, sheet.centerName, rank]).toEqual([
          ref,
          reading,
          sheet.centerName,
          change?.to ?? ranks.get(sheet.centerId),
        ])
        tried += 1
      }
    }
  }
  expect(tried).toBeGreaterThan(0)
})

test('in the example year the rank bounds lie within those of the intervals, and somebody is surer than these say', async () => {
  const year = await workedYear()
  const outer = new Map(rankSheets(sheetsOf(year)).map(({ sheet, possible }) => [sheet.centerId, possible]))
  const gains = rankBounds(year).map(({ centerId, best, worst, isExact }) => {
    const [low, high] = outer.get(centerId) ?? [0, 0]
    expect(isExact).toBe(true)
    expect(best).toBeGreaterThanOrEqual(low)
    expect(worst).toBeLessThanOrEqual(high)
    return best - low + (high - worst)
  })
  expect(Math.max(...gains)).toBeGreaterThan(0)
})
