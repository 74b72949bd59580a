import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftRubric } from '../../../../test/fixtures/draft-notice.ts'
import { wordedRubric } from '../../../../test/fixtures/renumbered-rubric.ts'
import { eventsOf, smallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { workedYear } from '../../../../test/guide/worked-year.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { hundredths } from '../../kernel/points.ts'
import type { Clause } from '../../rubric/clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { answersAsOf, stateAsOf } from '../../scoring/as-of.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { allNoticeEffects, noticeEffects } from './notice-effects.ts'
import { rankSheets } from '../rank-sheets.ts'

const day = plainDate('2021-12-31')
const numRuns = process.env['NIGHTLY'] ? 3000 : 200

const clauseChange: fc.Arbitrary<(clause: Clause) => Clause[]> = fc.oneof(
  fc.constant(() => []),
  fc.integer({ min: 1, max: 3 }).map((points) => (one: Clause): Clause[] => [
    { ...one, amount: { kind: 'fixed', points: hundredths(points) } },
  ]),
  fc.constant((one: Clause): Clause[] => [
    { ...one, amount: { kind: 'range', min: hundredths(1), max: hundredths(3) } },
  ]),
  fc.constant((one: Clause): Clause[] => [
    { ...one, cap: { kind: 'points', points: hundredths(2), over: { kind: 'clause' }, phrase: '' } },
  ]),
  fc.constant((one: Clause): Clause[] => [{ ...one, conditions: [] }]),
)

test('a notice that differs in one thing alone: what it does alone is what all do together', () => {
  fc.assert(
    fc.property(smallCase, fc.nat(4), clauseChange, (small, at, change) => {
      const year = yearOf(small)
      const { effects, joint, apart } = allNoticeEffects(year, onClauseAt(year.rubric, at, change))
      fc.pre(effects.length === 1)
      expect(effects[0]?.moved).toEqual(joint)
      expect(apart).toEqual([])
    }),
    { numRuns },
  )
})

test('the same notice has no changes and moves nothing', async () => {
  const year = await workedYear()
  expect(allNoticeEffects(year, structuredClone(year.rubric))).toMatchObject({ effects: [], joint: [], apart: [] })
})

test('section by section: more points give every center as much, and no rank moves', async () => {
  const year = await workedYear()
  const [effect, ...others] = allNoticeEffects(year, onSections(year.rubric)).effects.filter(({ weight }) => weight > 0)
  expect(others).toEqual([])
  expect(
    effect?.moved.map(({ before, after, rankBefore, rankAfter }) => [after - before, rankAfter - rankBefore]),
  ).toEqual(year.state.centers.size === 0 ? [] : [...year.state.centers].map(() => [300, 0]))
})

test('totals and ranks are those of the sheets, and the apart are where the parts do not add up', async () => {
  const year = await workedYear()
  const { before, after, under, effects, apart } = allNoticeEffects(year, await draftRubric())
  for (const [totals, other] of [
    [before, year],
    [after, under.year],
  ] as const) {
    const ranked = rankSheets(sheetsOf(other)).map(({ sheet, rank, isTied }) => [
      sheet.centerId,
      sheet.score,
      rank,
      isTied,
    ])
    const told = totals.map(({ centerId, total, rank, isTied }) => [centerId, total, rank, isTied])
    expect(new Set(told.map(String))).toEqual(new Set(ranked.map(String)))
    expect(told).toHaveLength(ranked.length)
  }
  for (const [at, { centerId, total }] of before.entries()) {
    const moves = effects.flatMap(({ moved }) => moved.filter((move) => move.centerId === centerId))
    const summed = moves.reduce((sum, move) => sum + move.after - move.before, 0)
    const together = (after[at]?.total ?? 0) - total
    expect(apart.find((one) => one.centerId === centerId)).toEqual(
      summed === together ? undefined : expect.objectContaining({ summed, together }),
    )
  }
})

test('the work is cut into two pieces a change and three, and counts them', async () => {
  const year = await workedYear()
  const told = [...noticeEffects(year, await draftRubric())]
  expect(told.map(({ done }) => done)).toEqual(told.map((_, at) => at + 1))
  expect(told.at(-1)?.of).toBe(told.length)
})

function yearOf({
  rubric,
  facts,
  interpretations,
}: typeof smallCase extends fc.Arbitrary<infer Case> ? Case : never): AssessedYear {
  const state = stateAsOf(eventsOf(facts), { occurredBy: day, knownBy: day })
  return { rubric: wordedRubric(rubric), answers: answersAsOf(interpretations, day), state }
}

function onClauseAt(rubric: Rubric, place: number, change: (clause: Clause) => Clause[]): Rubric {
  let at = -1
  return {
    ...rubric,
    sections: rubric.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        clauses: criterion.clauses.flatMap((one) => ((at += 1) === place ? change(one) : [one])),
      })),
    })),
  }
}

function onSections(rubric: Rubric): Rubric {
  return {
    ...rubric,
    sections: rubric.sections.map((section) =>
      section.label === '七' ? { ...section, maxPoints: hundredths(600) } : section,
    ),
  }
}
