import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, type ClauseId, type QuestionId } from '../../kernel/identifiers.ts'
import { hundredths, points } from '../../kernel/points.ts'
import { rational } from '../../kernel/rational.ts'
import { cleanName, parseScenario, printScenario, type Scenario } from './scenario.ts'
import type { Supposition } from './supposition.ts'

const theClause = id<ClauseId>('3.4.1')

test.each<[typed: string, canonical: string, suppositions: readonly Supposition[]]>([
  ['', '', []],
  ['12 撤销', '12:reversed', [{ kind: 'appeal-reversed', number: 12 }]],
  ['第12号 维持', '12:upheld', [{ kind: 'appeal-upheld', number: 12 }]],
  [
    '12 变更 x2 1.50分',
    '12:varied:x2:1.5',
    [{ kind: 'appeal-varied', number: 12, occurrences: 2, points: points('1.5') }],
  ],
  [
    '12 不成立；13 dismissed',
    '12:dismissed;13:dismissed',
    [
      { kind: 'finding-dismissed', number: 12 },
      { kind: 'finding-dismissed', number: 13 },
    ],
  ],
  [
    '12 查实',
    '12:substantiated',
    [{ kind: 'finding-substantiated', number: 12, clauseId: null, occurrences: null, points: null }],
  ],
  [
    '12：查实：@3.4.1：3次：2',
    '12:substantiated:@3.4.1:x3:2',
    [{ kind: 'finding-substantiated', number: 12, clauseId: theClause, occurrences: 3, points: points('2') }],
  ],
  ['12 分值 2', '12:amount:2', [{ kind: 'amount', number: 12, points: points('2') }]],
  ['12 次数 3', '12:count:3', [{ kind: 'count', number: 12, occurrences: 3 }]],
  ['12 实测 71%', '12:measured:71', [{ kind: 'measure', number: 12, measured: rational(71) }]],
  ['12 实测 2/3', '12:measured:2/3', [{ kind: 'measure', number: 12, measured: rational(2, 3) }]],
  ['45 予以加分', '45:approved', [{ kind: 'bonus-approved', number: 45, occurrences: null, points: null }]],
  ['45 不予加分', '45:rejected', [{ kind: 'bonus-rejected', number: 45 }]],
  [
    '口径 10.3/replaces-or-adds adds',
    'answer:10.3/replaces-or-adds:adds',
    [{ kind: 'answer', questionId: id<QuestionId>('10.3/replaces-or-adds'), reading: 'adds', points: null }],
  ],
  [
    '改价 3.4.1 2',
    'price:3.4.1:2',
    [{ kind: 'price', clauseId: theClause, amount: { kind: 'fixed', points: points('2') } }],
  ],
  [
    '改价 3.4.1 1–3',
    'price:3.4.1:1-3',
    [{ kind: 'price', clauseId: theClause, amount: { kind: 'range', min: points('1'), max: points('3') } }],
  ],
  ['周期结束', 'closed', [{ kind: 'period-closed' }]],
])('“%s” is read, and printed as %s', (typed, canonical, suppositions) => {
  const scenario: Scenario = { name: '', suppositions }
  expect(parseScenario(typed)).toEqual({ ok: true, value: scenario })
  expect(printScenario(scenario)).toBe(canonical)
})

test.each<[typed: string, says: string]>([
  ['12', '第1项设想“12”看不懂：编号后面要写 维持、撤销'],
  ['撤销 12', '“撤销”不是问题或加分申报的编号'],
  ['0 撤销', '“0”不是问题或加分申报的编号'],
  ['12 撤销 现在', '“现在”是多出来的'],
  ['周期结束；12 分值', '第2项设想“12 分值”看不懂：分值应是一个数'],
  ['12 分值 1.234', '分值应是一个数，最多两位小数'],
  ['12 次数 0', '次数应是 1 以上的整数'],
  ['12 查实 x0', '次数应是 1 以上的整数'],
  ['12 查实 @', '应写成 @3.4.1 这样'],
  ['12 实测 高', '实测值应是一个数或一个分数'],
  ['12 实测 1/0', '实测值应是一个数或一个分数'],
  ['口径 10.3', '口径后面要写问题的编号和一种理解'],
  ['改价 3.4.1', '改价后面要写款号和分值或幅度'],
  ['改价 3.4.1 1-2-3', '改价后面要写款号和分值或幅度'],
  ['周期结束 2021', '后面不能再写什么'],
  ['answer:a%zz:b', '百分号后面不是一个字符的编码'],
  [`${'长'.repeat(41)}|12:reversed`, '方案名称有 41 个字；请缩短到 40 个字以内'],
  [Array.from({ length: 51 }, () => 'closed').join(';'), '方案里有 51 项设想，一个方案最多 50 项'],
])('“%s” is refused with a sentence that says %s', (typed, says) => {
  const parsed = parseScenario(typed)
  expect(parsed.ok ? '' : parsed.refusal.message).toContain(says)
})

const number = fc.integer({ min: 1, max: 999_999_999 })
const amount = fc.integer({ min: 0, max: 99_999 }).map(hundredths)
const count = fc.integer({ min: 1, max: 999_999 })
const decided = { occurrences: fc.option(count), points: fc.option(amount) }
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => /^[^\s\p{Cc}\p{Cs}]+$/u.test(text))
const anId = word.map((text) => id<ClauseId & QuestionId>(text))

const supposition: fc.Arbitrary<Supposition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('appeal-upheld', 'appeal-reversed', 'finding-dismissed', 'bonus-rejected'),
    number,
  }),
  fc.record({ kind: fc.constantFrom('appeal-varied', 'bonus-approved'), number, ...decided }),
  fc.record({ kind: fc.constant('finding-substantiated'), number, clauseId: fc.option(anId), ...decided }),
  fc.record({ kind: fc.constant('amount'), number, points: amount }),
  fc.record({ kind: fc.constant('count'), number, occurrences: count }),
  fc.record({
    kind: fc.constant('measure'),
    number,
    measured: fc
      .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 1, max: 9_999 }))
      .map(([above, below]) => rational(above, below)),
  }),
  fc.record({ kind: fc.constant('answer'), questionId: anId, reading: word, points: fc.option(amount) }),
  fc.record({
    kind: fc.constant('price'),
    clauseId: anId,
    amount: fc.oneof(
      fc.record({ kind: fc.constant('fixed'), points: amount }),
      fc.record({ kind: fc.constant('range'), min: amount, max: amount }),
    ),
  }),
  fc.record({ kind: fc.constant('period-closed') }),
) as fc.Arbitrary<Supposition>

const scenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: 20 }).map(cleanName),
  suppositions: fc.array(supposition, { maxLength: 8 }),
})

test('what is printed is read back as it was, whatever signs its words hold', () => {
  fc.assert(
    fc.property(scenario, (one) => {
      expect(parseScenario(printScenario(one))).toEqual({ ok: true, value: one })
    }),
    { numRuns: 2_000 },
  )
})

test('any text is either refused with a sentence or read as something that prints the same again', () => {
  const pieces = fc.constantFrom(
    '12',
    ':',
    ' ',
    ';',
    '|',
    '%',
    '撤销',
    'price',
    '3.4.1',
    '1-3',
    'x2',
    '@',
    'answer',
    '甲',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      ),
      (text) => {
        const parsed = parseScenario(text)
        if (!parsed.ok) expect(parsed.refusal.message).toMatch(/；请/)
        else expect(parseScenario(printScenario(parsed.value))).toEqual(parsed)
      },
    ),
    { numRuns: 3_000 },
  )
})
