import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { renumberedRubric, wordedRubric } from '../../../../test/fixtures/renumbered-rubric.ts'
import { eventsOf, smallCase, type SmallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { workedYear } from '../../../../test/guide/worked-year.ts'
import { draftRubric } from '../../../../test/fixtures/draft-notice.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { allClauses } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { answersAsOf, stateAsOf } from '../../scoring/as-of.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { underNotice, type YearUnderNotice } from './carry-over.ts'

const day = plainDate('2021-12-31')
const numRuns = process.env['NIGHTLY'] ? 3000 : 300

test('under the very same notice everything is carried over and the sheets are the same, byte for byte', async () => {
  const whole = await workedYear()
  expect(sameSheets(whole, whole.rubric)).toBe(true)
  fc.assert(
    fc.property(smallCase, (small) => {
      const year = yearOf(small)
      const again = underNotice(year, structuredClone(year.rubric))
      expect(again.notCarried).toEqual([])
      expect(again.carried.every((one) => one.as === 'same')).toBe(true)
      expect(canonicalJson(sheetsOf(again.year))).toBe(canonicalJson(sheetsOf(year)))
    }),
    { numRuns },
  )
})

test('under a notice with other numbers the scores and their ranges are the same', async () => {
  const whole = await workedYear()
  expect(sameScores(whole, underNotice(whole, renumberedRubric(whole.rubric)))).toBe(true)
  fc.assert(
    fc.property(smallCase, (small) => {
      const year = yearOf(small)
      const renumbered = underNotice(year, renumberedRubric(year.rubric))
      expect(renumbered.notCarried).toEqual([])
      expect(scoresOf(renumbered.year)).toEqual(scoresOf(year))
    }),
    { numRuns },
  )
})

test('whatever the other notice is, each finding, bonus and answer is carried over or listed, and the year can be scored', async () => {
  const draft = await draftRubric()
  const whole = await workedYear()
  expect(countsOf(underNotice(whole, draft))).toEqual(countsIn(whole))
  fc.assert(
    fc.property(smallCase, smallCase, fc.boolean(), (small, other, isRenumbered) => {
      const year = yearOf(small)
      const second = yearOf(other).rubric
      const under = underNotice(year, isRenumbered ? renumberedRubric(second) : second)
      expect(countsOf(under)).toEqual(countsIn(year))
      expect(sheetsOf(under.year)).toHaveLength(1)
      const known = new Set(allClauses(under.year.rubric).map((clause) => clause.id))
      for (const finding of under.year.state.findings.values()) {
        expect(known.has(finding.clauseId)).toBe(true)
        if (finding.decision !== null) expect(known.has(finding.decision.clauseId)).toBe(true)
      }
    }),
    { numRuns },
  )
})

test('what was decided is never changed: there and back under the same prices gives the year itself', () => {
  fc.assert(
    fc.property(smallCase, (small) => {
      const year = yearOf(small)
      const there = underNotice(year, renumberedRubric(year.rubric))
      const back = underNotice(there.year, year.rubric)
      expect(canonicalJson([...back.year.state.findings])).toBe(canonicalJson([...year.state.findings]))
      expect(canonicalJson([...back.year.answers])).toBe(canonicalJson([...year.answers]))
    }),
    { numRuns },
  )
})

function yearOf({ rubric, facts, interpretations }: SmallCase): AssessedYear {
  const state = stateAsOf(eventsOf(facts), { occurredBy: day, knownBy: day })
  return { rubric: wordedRubric(rubric), answers: answersAsOf(interpretations, day), state }
}

function sameSheets(year: AssessedYear, rubric: Rubric): boolean {
  const { year: again, notCarried } = underNotice(year, structuredClone(rubric))
  return notCarried.length === 0 && canonicalJson(sheetsOf(again)) === canonicalJson(sheetsOf(year))
}

function sameScores(year: AssessedYear, { year: other, notCarried }: YearUnderNotice): boolean {
  return notCarried.length === 0 && canonicalJson(scoresOf(other)) === canonicalJson(scoresOf(year))
}

function scoresOf(year: AssessedYear): unknown {
  return sheetsOf(year).map(({ centerId, score, interval }) => ({ centerId, score, interval }))
}

function countsOf({ carried, carriedAnswers, notCarried }: YearUnderNotice): unknown {
  const of = (kind: string) => [...carried, ...notCarried].filter((one) => one.kind === kind).length
  return { findings: of('finding'), bonuses: of('bonus'), answers: of('answer') + carriedAnswers.length }
}

function countsIn({ state, answers }: AssessedYear): unknown {
  return { findings: state.findings.size, bonuses: state.bonuses.size, answers: answers.size }
}
