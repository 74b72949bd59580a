import { expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type BonusId, type FindingId, type QuestionId, type SectionId } from '../kernel/identifiers.ts'
import { findClause } from '../rubric/find-clause.ts'
import { explainLine } from './explain-line.ts'
import { explainSection } from './explain-section.ts'
import { explainSheet } from './explain-sheet.ts'
import type { Adjustment, LineOutcome, ScoreLine, SectionScore } from './score-sheet.ts'
import { sheetNames } from './sheet-names.ts'

const other = id<FindingId>('F2')
const award = id<BonusId>('B2')
const question = id<QuestionId>('1.2/once-or-per-occurrence')
const told = { ...line('dress', 1, { kind: 'dismissed' }, [0, 0]), because: [7, 8] }
const names = sheetNames(smallRubric, {
  sections: [
    { ...emptySection(), lines: [{ ...told, subject: { kind: 'finding', findingId: other, occurrences: 1 } }] },
    {
      ...emptySection(),
      lines: [{ ...told, because: [9], subject: { kind: 'bonus', bonusId: award, occurrences: 1 } }],
    },
  ],
})

test.each<
  [clause: keyof typeof clauses, count: number, outcome: LineOutcome, between: [number, number], sentence: string]
>([
  ['vacated', 2, { kind: 'deducted', perOccurrence: -100 }, [-200, -200], '查实2例 × 每例扣1分 = −2分'],
  ['dress', 4, { kind: 'deducted', perOccurrence: -50 }, [-200, -200], '查实4次 × 每次扣0.5分 = −2分'],
  ['otherSystem', 1, { kind: 'deducted', perOccurrence: -100 }, [-100, -100], '查实1次，扣1分：−1分'],
  ['otherSystem', 3, { kind: 'deducted', perOccurrence: -100 }, [-100, -100], '查实3次，只计一次，扣1分：−1分'],
  ['training', 1, { kind: 'deducted', perOccurrence: -200 }, [-200, -200], '查实1次，扣2分（1–3分之内裁量）：−2分'],
  ['training', 1, { kind: 'awaiting-amount' }, [-300, -100], '查实1次，扣1–3分，尚未裁量：−3 至 −1分'],
  [
    'innovation',
    2,
    { kind: 'added', perOccurrence: 80 },
    [160, 160],
    '审定2项 × 每项加0.8分（0.5–1分之内裁量） = +1.6分',
  ],
  ['vacated', 1, { kind: 'zeroed' }, [-500, -500], '不得分：−5分'],
  ['vacated', 1, { kind: 'vetoed' }, [-8250, -8250], '总分不得分，合计归零：−82.5分'],
  ['vacated', 2, { kind: 'awaiting-decision' }, [-200, 0], '疑点2例，尚未查实：−2 至 0分'],
  ['innovation', 1, { kind: 'awaiting-approval' }, [0, 100], '申请1项，尚未审定：0 至 +1分'],
  [
    'vacated',
    2,
    { kind: 'under-appeal', perOccurrence: -100 },
    [-200, 0],
    '查实2例，扣1分，现计−2分；申诉未决：−2 至 0分',
  ],
  [
    'otherSystem',
    1,
    { kind: 'open-question', questionIds: [question] },
    [-100, 0],
    `现计0分；口径未定（K-02）：−1 至 0分`,
  ],
  ['dress', 1, { kind: 'charged-elsewhere', findingId: other }, [0, 0], '同一事件只扣一次，已在第7号扣分，此处不计'],
  ['award', 1, { kind: 'added-elsewhere', bonusId: award }, [0, 0], '只按最高一级加分，已在第9号加分，此处不计'],
  ['otherSystem', 1, { kind: 'charged-already', findingId: other }, [0, 0], '只扣一次，已在第7号扣分，此处不计'],
  ['ratingRate', 1, { kind: 'not-met' }, [0, 0], '查实1次，不符合本款的条件，不计分'],
  ['vacated', 1, { kind: 'dismissed' }, [0, 0], '未予认定，不计分'],
  ['vacated', 1, { kind: 'reversed' }, [0, 0], '经复核撤销，不计分'],
  ['innovation', 1, { kind: 'rejected' }, [0, 0], '审定未通过，不加分'],
  ['noComplaint', 1, { kind: 'absence', state: 'granted' }, [100, 100], '整个周期没有发生，加1分：+1分'],
  ['noComplaint', 1, { kind: 'absence', state: 'broken' }, [0, 0], '周期内有查实的情形，不加分'],
  ['noComplaint', 1, { kind: 'absence', state: 'running' }, [0, 100], '周期未结束，尚不能加分：0 至 +1分'],
  ['delay', 1, { kind: 'not-computed' }, [0, 0], '本款已记录，尚不计分：缺少计算所需的分值或口径'],
])('%s, %i: %o', (name, count, outcome, between, sentence) => {
  const clause = findClause(smallRubric, clauses[name])
  if (!clause) throw new Error('no clause')
  expect(explainLine(line(name, count, outcome, between), clause, names)).toBe(sentence)
})

function line(name: keyof typeof clauses, count: number, outcome: LineOutcome, between: [number, number]): ScoreLine {
  const isBonus = name === 'innovation' || name === 'award'
  const isFixed = 'perOccurrence' in outcome || ['zeroed', 'vetoed', 'absence'].includes(outcome.kind)
  return {
    clauseId: clauses[name],
    criterionId: id('1.1'),
    subject: isBonus
      ? { kind: 'bonus', bonusId: id<BonusId>('B1'), occurrences: count }
      : { kind: 'finding', findingId: id<FindingId>('F1'), occurrences: count },
    outcome,
    effect: isFixed ? between[0] : 0,
    between,
    because: [],
  }
}

const cut = (kind: Adjustment['kind'], effect: number): Adjustment => ({ kind, ref: id<SectionId>('3'), effect })

test.each<
  [
    given: string,
    maxPoints: number | null,
    effects: number[],
    adjustments: Adjustment[],
    score: number,
    sentence: string,
  ]
>([
  ['losses, equal ones together', 2000, [-50, -100, -50, -50], [], 1750, '20 − 0.5×3 − 1 = 17.5'],
  ['more lost than it holds', 300, [-300, -250], [cut('section-floor', 250)], 0, '3 − 3 − 2.5 + 2.5（扣完为止） = 0'],
  ['nothing', 500, [0], [], 500, '5，没有加减分'],
  ['no points printed', null, [100, -200], [], -100, '1 − 2 = −1'],
  ['no points printed and nothing', null, [], [], 0, '没有加减分'],
])('a section with %s', (_given, maxPoints, effects, adjustments, score, sentence) => {
  const section: SectionScore = {
    sectionId: id('3'),
    maxPoints,
    score,
    interval: [score, score],
    lines: effects.map((effect) => line('vacated', 1, { kind: 'deducted', perOccurrence: effect }, [effect, effect])),
    adjustments,
  }
  expect(explainSection(section).sentence).toBe(sentence)
})

test('a sheet is the sum of its sections, then what is open', () => {
  const part = (score: number) => ({
    sectionId: id<SectionId>('1'),
    maxPoints: null,
    score,
    interval: [score, score] as const,
    lines: [],
    adjustments: [],
  })
  const sheet = {
    centerId: id<never>('c'),
    centerName: '',
    sections: [part(500), part(1750), part(-100)],
    score: 2150,
    open: [],
  }
  expect(explainSheet({ ...sheet, interval: [2150, 2150], isSettled: true })).toBe('5 + 17.5 − 1 = 21.5')
  expect(explainSheet({ ...sheet, interval: [2000, 2250], isSettled: false })).toBe(
    '5 + 17.5 − 1 = 21.5，另有0项未定：20–22.5',
  )
})

function emptySection(): SectionScore {
  return { sectionId: id('1'), maxPoints: null, score: 0, interval: [0, 0], lines: [], adjustments: [] }
}

test('what a sheet has no line of keeps its id', () => {
  expect(names.ofCase('F3')).toBe('F3')
  expect(names.ofQuestion(id('nothing/of-it'))).toBe('nothing/of-it')
})
