import { expect, test } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { id, type ClauseId, type CriterionId, type SectionId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import type { Clause } from './clause.ts'
import { compareRubrics } from './compare-rubrics.ts'
import type { RubricChange } from './rubric-change.ts'
import type { Criterion, Rubric, Section } from './rubric.ts'

test.each<[title: string, change: (rubric: Rubric) => Rubric, changes: string[]]>([
  ['the same rubric', (rubric) => rubric, []],
  ['the same with other ids and spans', renumbered, []],
  ['the same as an archive writes it', (rubric) => JSON.parse(canonicalJson(rubric)) as Rubric, []],
  ['a section with other points', onSection('2', { maxPoints: points('12') }), ['section-points-changed 2']],
  ['a section that loses its points', onSection('2', { maxPoints: null }), ['section-points-changed 2']],
  ['a section with another title', onSection('1', { title: '事项服务' }), ['section-retitled 1']],
  ['a section with a wholly other title', onSection('1', { title: '依法进驻' }), ['section-retitled 1']],
  ['a section less', sections((all) => all.slice(0, 3)), ['section-removed 4']],
  ['a section that changed places', sections(([a, b, c, d]) => [b, a, c, d]), ['section-moved 2']],
  [
    'a higher price',
    onClause('1.1.1', { amount: price('2'), quote: '工作人员没有到岗到位，查实一例扣2分' }),
    ['clause-repriced 1.1.1'],
  ],
  ['another unit', onClause('1.1.1', { per: ['人次'] }), ['clause-repriced 1.1.1']],
  ['a cap taken away', onClause('2.4.1', { cap: null }), ['clause-repriced 2.4.1']],
  [
    'another threshold',
    onClause('2.3.1', {
      quote: '评价率低于80%，扣1分',
      conditions: [{ kind: 'threshold', metric: '评价率', op: '<', value: rational(80), unit: '%' }],
    }),
    ['clause-conditioned 2.3.1'],
  ],
  ['another wording', onClause('1.1.1', { quote: '工作人员未到岗到位的，查实一例扣1分' }), ['clause-reworded 1.1.1']],
  [
    'another wording and price',
    onClause('1.1.1', { amount: price('2'), quote: '工作人员未到岗到位的，查实一例扣2分' }),
    ['clause-repriced 1.1.1', 'clause-reworded 1.1.1'],
  ],
  ['a criterion less at the top', criteriaOf('1', (all) => all.slice(1)), ['criterion-removed 1.1']],
  ['a criterion moved down', criteriaOf('1', ([a, b, c, d]) => [b, c, d, a]), ['criterion-moved 1.1']],
  [
    'a criterion with a preface',
    onCriterion('1.2', { text: '自3月起，使用全市统一的信息系统，否则扣1分' }),
    ['criterion-reworded 1.2'],
  ],
  ['a criterion with points', onCriterion('1.2', { maxPoints: points('1') }), ['criterion-points-changed 1.2']],
  [
    'a clause less',
    onCriterion('4.1', (one) => ({ clauses: one.clauses.slice(0, 1) })),
    ['clause-removed 4.1.2', 'criterion-reworded 4.1'],
  ],
  ['no printed total', (rubric) => ({ ...rubric, statedTotal: null }), ['total-changed']],
])('%s', (_title, change, changes) => {
  expect(compareRubrics(smallRubric, change(smallRubric)).map(summary).sort()).toEqual(changes.sort())
})

test.each<[added: string, removed: string]>([
  ['section-added', 'section-removed'],
  ['criterion-added', 'criterion-removed'],
  ['clause-added', 'clause-removed'],
])('what one direction calls %s the other calls %s', (added, removed) => {
  const fewer = criteriaOf('2', (all) => all.slice(1))(
    sections((all) => all.slice(0, 3))(
      onCriterion('2.2', (one) => ({ clauses: one.clauses.slice(0, 1) }))(smallRubric),
    ),
  )
  expect(compareRubrics(fewer, smallRubric).filter(({ kind }) => kind === added)).toHaveLength(1)
  expect(compareRubrics(smallRubric, fewer).filter(({ kind }) => kind === removed)).toHaveLength(1)
})

test('a criterion that goes to another section is moved, not removed and added', () => {
  const [first] = smallRubric.sections[0]?.criteria ?? []
  const moved = criteriaOf('2', (all) => [...all, ...(first ? [first] : [])])(
    criteriaOf('1', (all) => all.slice(1))(smallRubric),
  )
  expect(compareRubrics(smallRubric, moved).map(summary)).toEqual(['criterion-moved 1.1'])
})

test('a clause that goes to another criterion is moved', () => {
  const clause = smallRubric.sections[1]?.criteria[1]?.clauses[1]
  const moved = onCriterion('1.1', (one) => ({ clauses: [...one.clauses, ...(clause ? [clause] : [])] }))(
    onCriterion('2.2', (one) => ({ clauses: one.clauses.slice(0, 1) }))(smallRubric),
  )
  expect(compareRubrics(smallRubric, moved).map(summary)).toContain('clause-moved 2.2.2')
})

function summary(change: RubricChange): string {
  if ('section' in change) return `${change.kind} ${change.section.id}`
  if ('criterion' in change) return `${change.kind} ${change.criterion.id}`
  if ('clause' in change) return `${change.kind} ${change.clause.id}`
  return change.kind === 'total-changed' ? change.kind : `${change.kind} ${change.before.id}`
}

function price(amount: string): Clause['amount'] {
  return { kind: 'fixed', points: points(amount) }
}

function sections(change: (all: Section[]) => (Section | undefined)[]) {
  return (rubric: Rubric): Rubric => ({
    ...rubric,
    sections: change([...rubric.sections]).filter((section) => section !== undefined),
  })
}

function onSection(place: string, change: Partial<Section>) {
  return sections((all) => all.map((section) => (section.id === place ? { ...section, ...change } : section)))
}

function criteriaOf(place: string, change: (all: Criterion[]) => (Criterion | undefined)[]) {
  return sections((all) =>
    all.map((section) =>
      section.id === place
        ? { ...section, criteria: change([...section.criteria]).filter((one) => one !== undefined) }
        : section,
    ),
  )
}

function onCriterion(place: string, change: Partial<Criterion> | ((one: Criterion) => Partial<Criterion>)) {
  return criteriaOf(place.split('.')[0] ?? '', (all) =>
    all.map((one) => (one.id === place ? { ...one, ...(typeof change === 'function' ? change(one) : change) } : one)),
  )
}

function onClause(place: string, change: Partial<Clause>) {
  return onCriterion(place.split('.').slice(0, 2).join('.'), (one) => {
    const clauses = one.clauses.map((clause) => (clause.id === place ? { ...clause, ...change } : clause))
    return { clauses, text: clauses.map((clause) => clause.quote).join('；') }
  })
}

function renumbered(rubric: Rubric): Rubric {
  const span = { start: 7, end: 9 }
  return {
    ...rubric,
    sections: rubric.sections.map((section) => ({
      ...section,
      id: id<SectionId>(`9${section.id}`),
      span,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        id: id<CriterionId>(`9${criterion.id}`),
        span,
        clauses: criterion.clauses.map((clause) => ({ ...clause, id: id<ClauseId>(`9${clause.id}`), span })),
      })),
    })),
  }
}
