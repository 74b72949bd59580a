import { expect, test } from 'vitest'
import { id, type ClauseId, type CriterionId, type QuestionId, type SectionId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { checkRubric, type RubricFaultCode } from './check-rubric.ts'
import type { Clause } from './clause.ts'
import type { Question, Reading } from './question.ts'
import type { Criterion, Rubric, Section } from './rubric.ts'

const lost = id<ClauseId>('9.9.9')
const span = { start: 0, end: 0 }
const reading: Reading = { key: 'a', label: '扣完为止', effect: { kind: 'floor', mode: 'section' } }

test('a compiled rubric breaks nothing', () => expect(checkRubric(smallRubric)).toEqual([]))

test.each<[broken: string, code: RubricFaultCode, where: string, rubric: Rubric]>([
  [
    'two sections with one id',
    'id-repeated',
    '1',
    { ...smallRubric, sections: [...smallRubric.sections, ...smallRubric.sections.slice(0, 1)] },
  ],
  ['a criterion outside its section', 'id-not-nested', '7.1', criterion({ id: id<CriterionId>('7.1') })],
  ['a clause two levels down', 'id-not-nested', '1.1.1.1', clause({ id: id<ClauseId>('1.1.1.1') })],
  [
    'a range upside down',
    'amount-reversed',
    '1.1.1',
    clause({ amount: { kind: 'range', min: points('3'), max: points('1') } }),
  ],
  [
    'more levels than prices',
    'levels-unequal',
    '1.1.1',
    clause({ amount: { kind: 'ordered', levels: ['省', '市'], points: [points('1')] } }),
  ],
  [
    'a band upside down',
    'bands-reversed',
    '1.1.1',
    clause({
      amount: {
        kind: 'tiers',
        metric: null,
        unit: null,
        tiers: [{ min: rational(9), minInclusive: true, max: rational(8), maxInclusive: false, points: points('1') }],
      },
    }),
  ],
  [
    'a multiplier of nothing',
    'clause-unknown',
    '1.1.1',
    clause({ amount: { kind: 'multiplied', times: rational(2), of: lost } }),
  ],
  ['no wording', 'quote-empty', '1.1.1', clause({ quote: ' ' })],
  ['a span beside the criterion', 'span-outside', '1.1.1', clause({ span: { start: 5, end: 6 } })],
  [
    'a relation to nothing',
    'clause-unknown',
    '9.9.9',
    { ...smallRubric, relations: [{ kind: 'highest-only', clauseIds: [lost], phrase: '就高', span }] },
  ],
  ['a question on no clause', 'clause-unknown', 'q', question({ clauseIds: [lost] })],
  [
    'a reading on no clause',
    'clause-unknown',
    'q',
    question({ readings: [{ key: 'a', label: '甲', effect: { kind: 'breaks', clauseIds: [lost] } }] }),
  ],
  ['a question on no criterion', 'criterion-unknown', 'q', question({ criterionId: id<CriterionId>('9.9') })],
  ['a question on no section', 'section-unknown', 'q', question({ sectionIds: [id<SectionId>('9')] })],
  ['a question without readings', 'readings-missing', 'q', question({ readings: [] })],
  ['a reading twice', 'id-repeated', 'q#a', question({ readings: [reading, reading] })],
])('%s', (_broken, code, where, rubric) => {
  const faults = checkRubric(rubric)
  expect(faults).toContainEqual(expect.objectContaining({ code, where }))
  expect(faults.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true)
})

test('with the source at hand a quote must be what stands at its span', () => {
  const source = smallRubric.sections[0]?.criteria[0]?.clauses[0]?.quote ?? ''
  const whole = { start: 0, end: source.length }
  const right = criterion({ span: whole, clauses: first().clauses.map((one) => ({ ...one, span: whole })) })
  expect(checkRubric(right, source).filter(({ where }) => where === '1.1.1')).toEqual([])
  expect(checkRubric(right, `（${source}`)).toContainEqual(
    expect.objectContaining({ code: 'quote-strange', where: '1.1.1' }),
  )
})

function first(): Criterion {
  const one = smallRubric.sections[0]?.criteria[0]
  if (!one) throw new Error('the small rubric has a first criterion')
  return one
}

function criterion(change: Partial<Criterion>): Rubric {
  const sections = smallRubric.sections.map((section): Section => ({
    ...section,
    criteria: section.criteria.map((one) => (one === first() ? { ...one, ...change } : one)),
  }))
  return { ...smallRubric, sections }
}

function clause(change: Partial<Clause>): Rubric {
  return criterion({ clauses: first().clauses.map((one) => ({ ...one, ...change })) })
}

function question(change: Partial<Question>): Rubric {
  const one: Question = {
    id: id<QuestionId>('q'),
    code: 'floor-missing',
    criterionId: null,
    clauseIds: [],
    sectionIds: [],
    span,
    why: '未写扣完为止',
    readings: [reading],
    ...change,
  }
  return { ...smallRubric, questions: [one] }
}
