import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallYear, supposed, suppositionDraw, yearOf } from '../../../../test/fixtures/supposing.ts'
import { eventsOf, smallCase } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { bonusOf, findingOf } from './case-of.ts'
import { checkRubric } from '../../rubric/check-rubric.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { suppose, supposeAll } from './suppose.ts'
import { supposedSheets } from './supposed-sheets.ts'
import type { Supposition } from './supposition.ts'

const numRuns = process.env['NIGHTLY'] ? 20_000 : 800

test('nothing supposed is the sheets themselves, byte for byte, and the very same values', () => {
  fc.assert(
    fc.property(smallYear, (year) => {
      const sheets = sheetsOf(year)
      const nothing = supposeAll(year, [])
      if (!nothing.ok) throw new Error(nothing.refusal.message)
      expect(canonicalJson(sheetsOf(nothing.value))).toBe(canonicalJson(sheets))
      supposedSheets(sheets, nothing.value).forEach((sheet, place) => expect(sheet).toBe(sheets[place]))
    }),
    { numRuns: numRuns / 5 },
  )
})

test('one supposition after the other is all of them at once, also in what is refused', () => {
  fc.assert(
    fc.property(smallYear, fc.array(suppositionDraw, { minLength: 2, maxLength: 4 }), (year, drawn) => {
      const all = drawn.map((draw) => supposed(year, draw))
      let step: AssessedYear | null = year
      for (const one of all) {
        const next: ReturnType<typeof suppose> | null = step && suppose(step, one)
        step = next?.ok ? next.value : null
      }
      const atOnce = supposeAll(year, all)
      expect(atOnce.ok).toBe(step !== null)
      if (atOnce.ok && step) expect(canonicalJson(sheetsOf(atOnce.value))).toBe(canonicalJson(sheetsOf(step)))
    }),
    { numRuns },
  )
})

test('suppositions about different things may be laid in either order', () => {
  let compared = 0
  fc.assert(
    fc.property(smallYear, suppositionDraw, suppositionDraw, (year, first, second) => {
      const [one, other] = [supposed(year, first), supposed(year, second)]
      if (subjectsOf(year, one).some((subject) => subjectsOf(year, other).includes(subject))) return
      const [forth, back] = [supposeAll(year, [one, other]), supposeAll(year, [other, one])]
      expect(forth.ok).toBe(back.ok)
      if (!forth.ok || !back.ok) return
      compared += 1
      expect(canonicalJson(sheetsOf(forth.value))).toBe(canonicalJson(sheetsOf(back.value)))
    }),
    { numRuns },
  )
  expect(compared).toBeGreaterThan(numRuns / 20)
})

test('scoring only what is touched is scoring everything, and a rubric with another price keeps its invariants', () => {
  const made = new Map<Supposition['kind'], number>()
  let kept = 0
  fc.assert(
    fc.property(smallYear, fc.array(suppositionDraw, { minLength: 1, maxLength: 3 }), (year, drawn) => {
      const before = sheetsOf(year)
      const all = drawn.map((draw) => supposed(year, draw)).filter((one) => suppose(year, one).ok)
      const then = supposeAll(year, all)
      if (!then.ok) return
      const after = supposedSheets(before, then.value)
      expect(canonicalJson(after)).toBe(canonicalJson(sheetsOf(then.value)))
      expect(checkRubric(then.value.rubric)).toEqual(checkRubric(year.rubric))
      kept += after.filter((sheet, place) => sheet === before[place]).length
      for (const { kind } of all) made.set(kind, (made.get(kind) ?? 0) + 1)
    }),
    { numRuns },
  )
  // A property over suppositions that are all refused, or that touch everything, would hold for nothing.
  expect(KINDS.filter((kind) => !made.has(kind))).toEqual([])
  expect(kept).toBeGreaterThan(numRuns / 20)
})

test('the record stays as it was, whatever is supposed of it', () => {
  fc.assert(
    fc.property(smallCase, fc.array(suppositionDraw, { maxLength: 4 }), (small, drawn) => {
      const year = yearOf(small)
      const text = recordOf(year)
      supposeAll(
        year,
        drawn.map((draw) => supposed(year, draw)),
      )
      expect(recordOf(year)).toBe(text)
      expect(eventsOf(small.facts).length).toBe(small.facts.length)
    }),
    { numRuns: numRuns / 5 },
  )
})

const KINDS: readonly Supposition['kind'][] = [
  'appeal-upheld',
  'appeal-reversed',
  'appeal-varied',
  'finding-dismissed',
  'finding-substantiated',
  'amount',
  'count',
  'measure',
  'bonus-approved',
  'bonus-rejected',
  'answer',
  'price',
  'period-closed',
]

/** A finding stands under clauses: another price of one of them is about the same thing. */
function subjectsOf(year: AssessedYear, supposition: Supposition): string[] {
  const { kind } = supposition
  if (kind === 'price') return [supposition.clauseId]
  if (kind === 'period-closed') return ['period']
  if (kind === 'other-notice') return ['notice']
  if (kind === 'answer') {
    const question = year.rubric.questions.find(({ id }) => id === supposition.questionId)
    return [supposition.questionId, ...(question?.clauseIds ?? [])]
  }
  const one = findingOf(year.state, supposition.number) ?? bonusOf(year.state, supposition.number)
  const named = kind === 'finding-substantiated' ? (supposition.clauseId ?? '') : ''
  return [String(supposition.number), one?.clauseId ?? '', named].filter((subject) => subject !== '')
}

function recordOf({ rubric, answers, state }: AssessedYear): string {
  return canonicalJson({
    rubric,
    answers: [...answers],
    state: [[...state.findings], [...state.bonuses], state.isClosed],
  })
}
