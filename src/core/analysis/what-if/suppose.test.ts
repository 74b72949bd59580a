import { expect, test } from 'vitest'
import { eventsOf, interpretation } from '../../../../test/fixtures/scoring-arbitrary.ts'
import { clauses, smallRubric } from '../../../../test/fixtures/small-rubric.ts'
import {
  id,
  type AppealId,
  type BonusId,
  type CenterId,
  type ClauseId,
  type FindingId,
} from '../../kernel/identifiers.ts'
import { plainDate } from '../../kernel/plain-date.ts'
import { points } from '../../kernel/points.ts'
import { rational, type Rational } from '../../kernel/rational.ts'
import { replay } from '../../ledger/evolve.ts'
import type { LedgerFact } from '../../ledger/ledger-event.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { compareScenario, compareScenarios } from './compare-scenario.ts'
import { parseScenario } from './scenario.ts'

const centers = ['夏阳街道', '盈浦街道', '徐泾镇'].map((name, place) => ({
  centerId: id<CenterId>(`c${place + 1}`),
  name,
}))
const occurredOn = plainDate('2021-05-10')

/**
 * 夏阳街道 lost 2 for vacated counters (第5号, under appeal), 盈浦街道 1 of a range (第8号), and 徐泾镇 1 for a rate of 65 %
 * (第11号); 第13号 is only alleged, 第14号 applied for, 第15号 dismissed.
 */
const year: AssessedYear = {
  rubric: smallRubric,
  answers: new Map([interpretation(id('1.4/unless-with-two-antecedents'), 'any')].map((one) => [one.questionId, one])),
  state: replay(
    eventsOf([
      {
        type: 'AssessmentOpened',
        rubricId: smallRubric.id,
        periodFrom: plainDate('2021-01-01'),
        periodTo: plainDate('2021-12-31'),
      },
      ...centers.map((center): LedgerFact => ({ type: 'CenterEnrolled', ...center })),
      ...decided(5, 'c1', clauses.vacated, 2),
      { type: 'AppealFiled', appealId: id<AppealId>('a5'), findingId: finding(5), grounds: '', evidence: [] },
      ...decided(8, 'c2', clauses.training, 1),
      { type: 'AmountDecided', findingId: finding(8), points: points('1'), reason: '', precedents: [] },
      ...decided(11, 'c3', clauses.ratingRate, 1, rational(65)),
      alleged(13, 'c3', clauses.dress, 1),
      {
        type: 'BonusProposed',
        bonusId: id<BonusId>('b14'),
        centerId: id<CenterId>('c3'),
        clauseId: clauses.innovation,
        occurrences: 1,
        occurredOn,
        measured: null,
        level: null,
        description: '',
        evidence: [],
      },
      alleged(15, 'c1', clauses.dress, 1),
      { type: 'FindingDismissed', findingId: finding(15), reason: '' },
    ]),
  ),
}

test.each<[scenario: string, lead: string, sentence: string]>([
  ['', '没有设想，所有中心的得分和名次都不变。', ''],
  [
    '5 撤销',
    '若此项成立，夏阳街道由第3名升至第1名，共3个中心的名次变动。',
    '第5号问题（夏阳街道，一.1）申诉成立，撤销，不计分',
  ],
  [
    '5 维持',
    '若此项成立，得分和名次现在都不变，1个中心还可能达到的分数范围变动。',
    '第5号问题（夏阳街道，一.1）申诉不成立，维持原决定',
  ],
  [
    '5 变更 x1',
    '若此项成立，夏阳街道由第3名升至并列第1名，其余中心的名次不变。',
    '第5号问题（夏阳街道，一.1）申诉部分成立，变更为1次',
  ],
  [
    '8 分值 2.5',
    '若此项成立，盈浦街道由并列第1名降至第3名，共3个中心的名次变动。',
    '第8号问题（盈浦街道，二.1）每次的分值为2.5分（现为1分）',
  ],
  [
    '11 实测 71',
    '若此项成立，徐泾镇由并列第1名变为第1名，共2个中心的名次变动。',
    '第11号问题（徐泾镇，二.3）实测为71%（现为65%）',
  ],
  [
    '5 次数 3',
    '若此项成立，夏阳街道的得分由13分变为12分，其余中心的得分不变，名次都不变。',
    '第5号问题（夏阳街道，一.1）次数为3（现为2）',
  ],
  ['改价 1.1.1 0', '若此项成立，夏阳街道由第3名升至第1名，共3个中心的名次变动。', '一.1改为每例扣0分（现为每例扣1分）'],
  [
    '改价 2.4.1 1',
    '若此项成立，所有中心的得分和名次都不变。',
    '二.4改为低于80%后每1%扣1分，最多扣3分（现为低于80%后每1%扣0.5分，最多扣3分）',
  ],
  [
    '14 予以加分 1',
    '若此项成立，徐泾镇由并列第1名变为第1名，共2个中心的名次变动。',
    '第14号加分申报（徐泾镇，三.1）予以加分，每次1分',
  ],
  [
    '口径 1.2/once-or-per-occurrence each',
    '若此项成立，所有中心的得分和名次都不变。',
    '口径K-02按“发现一次扣一次”（现未定）',
  ],
  [
    '口径 1.4/unless-with-two-antecedents all',
    '若此项成立，所有中心的得分和名次都不变。',
    '口径K-01按“同时违反才扣分”（现为“违反其一即扣分”）',
  ],
  [
    '周期结束；5 撤销；8 不成立',
    '若三项都成立，夏阳街道由第3名升至并列第1名，共2个中心的名次变动。',
    '考核周期结束，不再有新的事项',
  ],
])('“%s”: %s', (text, lead, sentence) => {
  const outcome = compareScenario(year, sheetsOf(year), scenarioOf(text))
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  expect([outcome.value.lead, outcome.value.sentences[0] ?? '']).toEqual([lead, sentence])
  expect(outcome.value.places.map(({ centerName }) => centerName)).toEqual(['盈浦街道', '徐泾镇', '夏阳街道'])
})

test.each<[scenario: string, says: string]>([
  ['6 撤销', '没有编号为 6 的问题'],
  ['14 撤销', '没有编号为 14 的问题'],
  ['5 予以加分', '没有编号为 5 的加分申报'],
  ['8 撤销', '第8号问题没有待复核的申诉；要设想它不计分，请写“8 不成立”'],
  ['5 变更', '没有写第5号改成多少'],
  ['5 变更 1', '1.1.1 款的分值由细则确定'],
  ['8 分值 4', '2.1.1 款每次 4 分超出细则的幅度；请填写 1 分至 3 分之间的分值'],
  ['13 分值 1', '第13号问题还没有查实'],
  ['5 查实', '第5号现在就是查实的'],
  ['15 不成立', '第15号现在就是不计分的'],
  ['15 次数 2', '第15号已经不计分'],
  ['13 查实 @9.9.9', '细则中没有 9.9.9 款'],
  ['13 查实 @3.1.1', '3.1.1 款是加分款'],
  ['13 查实 @2.3.1', '2.3.1 款按数值计分，但没有填写实测值'],
  ['5 实测 71', '1.1.1 款不按数值计分'],
  ['14 予以加分 2', '3.1.1 款每次 2 分超出细则的幅度'],
  ['14 予以加分', '3.1.1 款的分值由人裁量，但没有填写分值'],
  ['口径 1.9/none any', '细则中没有编号为 1.9/none 的待定问题'],
  ['口径 1.2/once-or-per-occurrence thrice', '“thrice”不是这个问题可选的理解；请从 once、each 中选择'],
  ['改价 9.9.9 1', '细则中没有 9.9.9 款'],
  ['改价 2.1.1 3-1', '分值幅度 3-1 前大后小'],
  ['改价 3.3.1 1', '3.3.1 款按档次、级别或比例给出几个分值'],
  ['改价 2.4.1 1-2', '2.4.1 款按每一步计分'],
  ['周期结束；周期结束', '第2项设想：考核周期已经结束'],
])('“%s” cannot be supposed: %s', (text, says) => {
  const outcome = compareScenario(year, sheetsOf(year), scenarioOf(text))
  expect(outcome.ok ? '' : outcome.refusal.message).toContain(says)
})

test('two scenarios are told each beside the record, and the second beside the first', () => {
  const compared = compareScenarios(year, sheetsOf(year), [
    scenarioOf('全部撤销|5 撤销；8 不成立'),
    scenarioOf('只撤一件|5 撤销'),
  ])
  if (!compared.ok) throw new Error(compared.refusal.message)
  const { one, other, between } = compared.value
  expect(one.lead).toBe('若两项都成立，夏阳街道由第3名升至并列第1名，共2个中心的名次变动。')
  expect(other.lead).toBe('若此项成立，夏阳街道由第3名升至第1名，共3个中心的名次变动。')
  expect(between.lead).toBe('“全部撤销”换成“只撤一件”，盈浦街道由并列第1名降至并列第2名，共3个中心的名次变动。')
  expect(between.numbers.filter(({ what }) => what === 'total').map(({ centerName }) => centerName)).toEqual([
    '盈浦街道',
  ])
})

function scenarioOf(text: string) {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}

function finding(number: number): FindingId {
  return id<FindingId>(`f${number}`)
}

function alleged(
  number: number,
  center: string,
  clauseId: ClauseId,
  occurrences: number,
  measured: Rational | null = null,
): LedgerFact {
  return {
    type: 'FindingReported',
    findingId: finding(number),
    centerId: id<CenterId>(center),
    clauseId,
    occurrences,
    occurredOn,
    eventKey: null,
    measured,
    level: null,
    unmet: null,
    description: '',
    source: 'inspection',
    evidence: [],
  }
}

function decided(
  number: number,
  center: string,
  clauseId: ClauseId,
  occurrences: number,
  measured: Rational | null = null,
): LedgerFact[] {
  const findingId = finding(number)
  return [
    alleged(number, center, clauseId, occurrences, measured),
    { type: 'FindingSubstantiated', findingId, clauseId, occurrences, occurredOn, reason: '' },
  ]
}
