import { expect, test } from 'vitest'
import { clause, span } from '../../../../test/fixtures/clause.ts'
import { workedYear } from '../../../../test/guide/worked-year.ts'
import { id, type ClauseId, type CriterionId, type RubricId, type SectionId } from '../../kernel/identifiers.ts'
import { points } from '../../kernel/points.ts'
import { rational } from '../../kernel/rational.ts'
import type { Amount, Tier } from '../../rubric/amount.ts'
import type { Clause } from '../../rubric/clause.ts'
import { QUESTION_CODES } from '../../rubric/question.ts'
import type { Remark } from '../../rubric/remark.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { checkDraft } from './check-draft.ts'
import { DRAFT_CODES, DRAFT_WORDS, type DraftCode } from './draft-words.ts'

const fixed = (price: string): Amount => ({ kind: 'fixed', points: points(price) })
const range = (min: string, max: string): Amount => ({ kind: 'range', min: points(min), max: points(max) })
const one = id<ClauseId>('1.1.1')
const graded: Remark = { kind: 'grades', criterionId: null, quote: '90分以上为优秀', span }

function band(min: number | null, max: number | null): Tier {
  const at = (value: number | null) => (value === null ? null : rational(value))
  return { min: at(min), minInclusive: true, max: at(max), maxInclusive: false, points: points('1') }
}

function bands(...tiers: readonly Tier[]): Amount {
  return { kind: 'tiers', metric: null, unit: '分', tiers }
}

function within(unit: string, workingDays: boolean): Partial<Clause> {
  return { conditions: [{ kind: 'deadline', limit: rational(5), unit, workingDays, phrase: `5${unit}内` }] }
}

const rate: Partial<Clause> = {
  conditions: [{ kind: 'threshold', metric: '评价率', op: '<', value: rational(70), unit: '%' }],
}

/** `wrong` has the fault and `right` says it as notices usually do. Each is the clauses of one section and its points. */
type Draft = readonly [maxPoints: string | null, clauses: readonly Clause[], parts?: Partial<Rubric>]

test.each<[code: DraftCode, wrong: Draft, right: Draft]>([
  ['band-overlap', ['9', [of(bands(band(90, null), band(80, 95)))]], ['9', [of(bands(band(90, null), band(80, 90)))]]],
  ['price-above-section', ['3', [of(fixed('5'))]], ['5', [of(fixed('5'))]]],
  [
    'section-loses-more',
    ['3', [of(range('1', '3')), of(fixed('0.5'))]],
    ['3.5', [of(range('1', '3')), of(fixed('0.5'))]],
  ],
  [
    'section-loses-less',
    ['9', [of(fixed('1')), of(fixed('2'))]],
    ['9', [of(fixed('1')), of(fixed('2'), { per: ['次'] })]],
  ],
  [
    'discretion-without-criterion',
    ['3', [of(range('1', '3'), { quote: '酌情扣1-3分' })]],
    ['3', [of(range('1', '3'), { quote: '情节较轻的扣1分，严重的扣3分' })]],
  ],
  [
    'deadline-calendar-unclear',
    ['1', [of(fixed('1'), within('日', false))]],
    ['1', [of(fixed('1'), within('日', true))]],
  ],
  [
    'deadline-calendar-unclear',
    ['1', [of(fixed('1'), within('天', false))]],
    ['1', [of(fixed('1'), within('小时', false))]],
  ],
  [
    'metric-undefined',
    ['1', [of(fixed('1'), rate)]],
    [
      '1',
      [of(fixed('1'), rate)],
      { remarks: [{ ...graded, kind: 'definition', quote: '评价率是指有效评价数与办件数之比' }] },
    ],
  ],
  ['not-covered', ['1', [of(fixed('1')), of(fixed('2'))]], ['1', [of(fixed('1'))]]],
  [
    'not-computed',
    ['1', [of(fixed('1'), { standing: { kind: 'recorded', because: '按排名' } })]],
    ['1', [of(fixed('1'))]],
  ],
  ['grades-missing', ['1', [of(fixed('1'))]], ['1', [of(fixed('1'))], { remarks: [graded] }]],
])('%s is found, and not where it is said well', (code, wrong, right) => {
  const found = (draft: Draft) => checkDraft(rubricOf(draft), new Set([one])).filter((fault) => fault.code === code)
  expect(found(wrong)).not.toEqual([])
  expect(found(right)).toEqual([])
  for (const { says, quote, title, matters, usual } of found(wrong)) {
    for (const sentence of [says, matters, usual]) expect(sentence).toMatch(/[。）”]$/u)
    expect(title).not.toBe('')
    expect(code === 'grades-missing' ? quote === '' : quote !== '').toBe(true)
  }
})

test('every code of the compiler and of the check has its words', () => {
  expect(Object.keys(DRAFT_WORDS).toSorted()).toEqual([...QUESTION_CODES, ...DRAFT_CODES].toSorted())
})

test('nothing is said of coverage where it is not known', () => {
  expect(checkDraft(rubricOf(['1', [of(fixed('1'))]])).map(({ code }) => code)).not.toContain('not-covered')
})

test('the notice of 2021 has the faults that it is known for', async () => {
  const { rubric } = await workedYear()
  const found = checkDraft(rubric).map(({ code, place }) => (place === '' ? code : `${code} ${place}`))
  expect(found).toEqual([
    'double-count 一.3',
    'discretion-without-criterion 二.3',
    'discretion-without-criterion 二.4',
    'unless-with-two-antecedents 三.3',
    'metric-undefined 三.4.1',
    'double-count 三.6',
    'unless-with-two-antecedents 三.7',
    'section-loses-more 四',
    'discretion-without-criterion 四.3',
    'discretion-without-criterion 五.2',
    'discretion-without-criterion 五.3',
    'metric-undefined 五.3',
    'discretion-without-criterion 五.5.2',
    'once-or-per-occurrence 五.8.2',
    'discretion-without-criterion 五.8.2',
    'section-loses-more 六',
    'discretion-without-criterion 六.1',
    'discretion-without-criterion 六.2',
    'discretion-without-criterion 六.3',
    'section-loses-more 七',
    'once-or-per-occurrence 七.1',
    'discretion-without-criterion 七.1',
    'once-or-per-occurrence 七.2',
    'once-or-per-occurrence 七.3',
    'discretion-without-criterion 七.3',
    'discretion-without-criterion 八.1',
    'no-cap-for-bonus 九.1',
    'discretion-without-criterion 九.1',
    'unresolved-reference 九.2',
    'discretion-without-criterion 十.1',
    'discretion-without-criterion 十.2',
    'ambiguous-inclusive 十.3.1',
    'replaces-or-adds 十.3.1',
    'double-count 十.4.1',
    'totals-mismatch',
    'floor-missing',
    'grades-missing',
  ])
  const seven = checkDraft(rubric).find(({ code, place }) => code === 'section-loses-more' && place === '七')
  expect(seven?.says).toBe('“配合区中心完成工作情况”分值3分，每款各发生一次就要扣5.5分。')
})

function of(amount: Amount, rest: Partial<Clause> = {}): Clause {
  return clause(one, '未做到的扣分', amount, rest)
}

function rubricOf([maxPoints, clauses, parts = {}]: Draft): Rubric {
  const numbered = clauses.map((each, at) => ({ ...each, id: id<ClauseId>(`1.1.${at + 1}`) }))
  return {
    id: id<RubricId>('draft'),
    title: '草案',
    noticeNumber: null,
    year: 2022,
    sections: [
      {
        id: id<SectionId>('1'),
        label: '一',
        title: '服务',
        maxPoints: maxPoints === null ? null : points(maxPoints),
        span,
        criteria: [
          {
            id: id<CriterionId>('1.1'),
            label: '1',
            text: numbered.map(({ quote }) => quote).join('；'),
            requirement: null,
            maxPoints: null,
            span,
            clauses: numbered,
          },
        ],
      },
    ],
    relations: [],
    questions: [],
    remarks: [],
    statedTotal: null,
    ...parts,
  }
}
