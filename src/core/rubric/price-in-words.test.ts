import { expect, test } from 'vitest'
import { id, type ClauseId } from '../kernel/identifiers.ts'
import { points } from '../kernel/points.ts'
import { rational } from '../kernel/rational.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import type { Clause } from './clause.ts'
import { conditionInWords } from './condition-in-words.ts'
import type { Condition } from './condition.ts'
import { allClauses } from './find-clause.ts'
import { priceInWords } from './price-in-words.ts'

test.each<[clauseId: string, change: Partial<Clause>, words: string]>([
  ['1.1.1', {}, '每例扣1分'],
  ['1.3.1', {}, '每项每人次扣0.5分'],
  ['1.4.1', {}, '每次扣0.5分，按月'],
  ['2.1.1', {}, '扣1–3分，由人裁量'],
  ['2.2.2', {}, '扣分，未写分值，由人裁量'],
  ['2.4.1', {}, '低于80%后每1%扣0.5分，最多扣3分'],
  ['3.1.1', {}, '每项加0.5–1分，由人裁量'],
  ['3.3.1', {}, '按等级加分：市2分、区1分，不设上限'],
  ['1.1.1', { direction: 'zero', scope: 'section' }, '本部分不得分'],
  ['1.1.1', { direction: 'veto' }, '一票否决'],
  ['1.1.1', { per: [], amount: { kind: 'full' }, direction: 'earn' }, '得本项全部分值'],
  ['1.1.1', { floor: 'item', beyondCap: true }, '每例扣1分，本项扣完为止，可超出本项分值'],
  ['1.1.1', { per: [], amount: { kind: 'ratio', points: points('10') }, direction: 'earn' }, '按比例得分，满分10分'],
  [
    '1.1.1',
    { amount: { kind: 'multiplied', times: rational(2), of: id<ClauseId>('1.2.1') } },
    '每例按1.2.1的分值的2倍扣分',
  ],
  [
    '1.1.1',
    { cap: { kind: 'points', points: points('2'), over: { kind: 'period', word: '月' }, phrase: '' } },
    '每例扣1分，每月最多扣2分',
  ],
  [
    '1.2.1',
    {
      direction: 'earn',
      amount: {
        kind: 'tiers',
        metric: '评价率',
        unit: '%',
        tiers: [
          { min: rational(90), minInclusive: true, max: null, maxInclusive: false, points: 'full' },
          { min: rational(80), minInclusive: true, max: rational(90), maxInclusive: false, points: points('6') },
          { min: null, minInclusive: false, max: null, maxInclusive: false, points: points('0') },
        ],
      },
    },
    '分档得分：≥90%为满分；≥80%且<90%为6分；其余为0分',
  ],
])('%s reads %j as a phrase', (clauseId, change, words) => {
  const clause = allClauses(smallRubric).find((one) => one.id === clauseId)
  expect(clause && priceInWords({ ...clause, ...change })).toBe(words)
})

test.each<[condition: Condition, words: string]>([
  [{ kind: 'threshold', metric: '评价率', op: '<', value: rational(70), unit: '%' }, '评价率低于70%'],
  [{ kind: 'running-count', metric: '次数', op: '>=', value: rational(3), unit: '次' }, '次数累计不低于3次'],
  [{ kind: 'otherwise', antecedents: ['甲', '乙'] }, '未做到：甲；乙'],
  [{ kind: 'verified', phrase: '查实' }, '须查实'],
  [{ kind: 'absent', what: '属实投诉', over: '全年', brokenBy: [] }, '全年没有属实投诉，期满才定'],
  [
    { kind: 'deadline', limit: rational(5), unit: '个工作日', workingDays: true, phrase: '5个工作日内' },
    '期限：5个工作日内',
  ],
  [{ kind: 'cumulative-loss', points: points('5'), phrase: '累计扣满5分的' }, '累计扣满5分'],
])('%j reads as a phrase', (condition, words) => {
  expect(conditionInWords(condition)).toBe(words)
})
