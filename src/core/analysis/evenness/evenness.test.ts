import { expect, test } from 'vitest'
import { discretionYear, type Told } from '../../../../test/fixtures/discretion-year.ts'
import { appealed, asEvents, approved, proposed, reversed, varied } from '../../../../test/fixtures/small-ledger.ts'
import { clauses } from '../../../../test/fixtures/small-rubric.ts'
import { id, type FindingId, type PersonId } from '../../kernel/identifiers.ts'
import { formatPoints, points } from '../../kernel/points.ts'
import type { Proposal } from '../../ledger/decide.ts'
import { replay } from '../../ledger/evolve.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { discretionCases } from './discretion-cases.ts'
import { discretionGroups, type GroupedBy } from './discretion-groups.ts'
import { evennessOf } from './evenness.ts'
import { namesIn, standIns } from './evenness-names.ts'
import { inspectionEffort } from './inspection-effort.ts'
import { likeCases } from './like-cases.ts'
import { outcomesByAssessor } from './outcomes-by-assessor.ts'

const F1 = { findingId: id<FindingId>('F1') }

test.each<[title: string, told: Told[], more: Proposal[], counts: number[]]>([
  ['an empty year', [], [], [0, 0, 0, 0, 0]],
  ['a fixed price is nobody’s discretion', [{ clauseId: clauses.vacated }], [], [0, 0, 0, 0, 0]],
  ['a range', [{}], [], [1, 0, 0, 0, 0]],
  ['no number at all', [{ clauseId: clauses.delay }], [], [1, 0, 0, 0, 0]],
  ['dismissed', [{ amount: null }], [], [0, 0, 0, 0, 0]],
  ['reversed on appeal', [{}], [appealed(F1), reversed(F1)], [0, 0, 0, 0, 1]],
  ['varied on appeal stands apart', [{}], [appealed(F1), varied({ ...F1, points: points('1') })], [0, 1, 0, 0, 0]],
  ['a bonus', [], [proposed(), approved()], [0, 0, 1, 0, 0]],
])('%s: decided, varied, bonuses, awaiting, reversed', (_title, told, more, counts) => {
  const { decided, varied: changed, bonuses, awaiting, reversed: undone } = discretionCases(goneOn(told, more))
  expect([decided.length, changed.length, bonuses.length, awaiting, undone]).toEqual(counts)
})

test('what was substantiated and has no amount yet is awaited', () => {
  const { decided, awaiting } = discretionCases(goneOn([{}], [appealed(F1), varied({ ...F1, points: null })]))
  expect([decided.length, awaiting]).toEqual([0, 1])
})

const four: Told[] = [
  { by: 'a', amount: '1', day: 10, center: 'x' },
  { by: 'b', amount: '3', day: 100, center: 'y', source: 'complaint' },
  { by: 'a', amount: '2', day: 200, center: 'x' },
  { by: 'a', amount: '1.5', day: 201, center: 'y' },
]

test.each<[by: GroupedBy, groups: string[]]>([
  ['assessor', ['a 3件 1–1.5–2', 'b 1件 3–3–3']],
  ['center', ['x街道 2件 1–1.5–2', 'y街道 2件 1.5–2.25–3']],
  ['quarter', ['2021年一季度 1件 1–1–1', '2021年二季度 1件 3–3–3', '2021年三季度 2件 1.5–1.75–2']],
  ['source', ['现场检查 3件 1–1.5–2', '群众来访投诉 1件 3–3–3']],
])('amounts by %s: count, lowest, median, highest', (by, groups) => {
  const year = discretionYear(four, ['x', 'y'])
  const found = discretionGroups(discretionCases(year).decided, by, namesIn(year, String))
  expect(
    found.map(
      ({ name, count, lowest, median, highest }) =>
        `${name} ${count}件 ${[lowest, median, highest].map(formatPoints).join('–')}`,
    ),
  ).toEqual(groups)
})

test.each<[title: string, told: Told[], pairs: string[]]>([
  ['the same words, unlike amounts', [{ amount: '1' }, { amount: '3' }], ['1–3']],
  ['the same amounts', [{ amount: '2' }, { amount: '2' }], []],
  ['other clauses', [{ amount: '1' }, { amount: '2', clauseId: clauses.village }], []],
  ['another count', [{ amount: '1' }, { amount: '3', occurrences: 2 }], []],
  ['other words', [{ amount: '1' }, { amount: '3', description: '会议缺席，未说明理由' }], []],
  [
    'only the figures differ',
    [
      { amount: '1', description: '3月1日课堂无记录' },
      { amount: '2', description: '4月20日课堂无记录' },
    ],
    ['1–2'],
  ],
  [
    'the widest pair first, each case once',
    [{ amount: '1' }, { amount: '2' }, { amount: '3' }, { amount: '1.5' }],
    ['1–3', '1.5–2'],
  ],
])('like cases: %s', (_title, told, pairs) => {
  const { pairs: found } = likeCases(discretionCases(discretionYear(told)).decided)
  expect(found.map(({ less, more }) => `${formatPoints(less.points)}–${formatPoints(more.points)}`)).toEqual(pairs)
})

test('who decided what: a reversal is still substantiated by who did, a dismissal is of who dismissed', () => {
  const year = goneOn([{ by: 'a' }, { by: 'b', amount: null }, { by: 'a', amount: null }], [appealed(F1), reversed(F1)])
  expect(outcomesByAssessor(year.state)).toEqual([
    { by: 'a', substantiated: 1, dismissed: 1 },
    { by: 'b', substantiated: 0, dismissed: 1 },
  ])
})

test('people are called by letters in the order in which they decided, a reviewer by the duty', () => {
  const more = [
    appealed(F1),
    varied({ ...F1, points: points('1') }),
    proposed(),
    approved('1', { by: id<PersonId>('c') }),
  ]
  const year = goneOn([{ by: 'b' }, { by: 'a', amount: null }], more)
  expect([...standIns(year)]).toEqual([
    ['b', '考核员甲'],
    ['a', '考核员乙'],
    ['c', '考核员丙'],
    ['reviewer-1', '复核员'],
  ])
})

test('a day at a center is a visit, whether something was found or not', () => {
  const told: Told[] = [
    { day: 5 },
    { day: 5, amount: null },
    { day: 9, isClean: true },
    { day: 5, isClean: true },
    { day: 7, source: 'records' },
  ]
  const { state } = discretionYear(told, ['xiayang', 'yingpu'])
  expect(inspectionEffort(state)).toEqual([
    { centerId: 'xiayang', visits: 2, logged: 2, found: 2, substantiated: 1 },
    { centerId: 'yingpu', visits: 0, logged: 0, found: 0, substantiated: 0 },
  ])
})

const seven = Array.from({ length: 7 }, (): Told => ({ by: 'a', amount: '3' }))
const five = Array.from({ length: 5 }, (): Told => ({ by: 'b', amount: '2' }))

test.each<[title: string, told: Told[], sentence: string]>([
  [
    'wholly apart: once in 792',
    [...seven, ...five],
    '逐件相比：考核员甲7件，考核员乙5件，中位数3分对2分，相差1分；考核员甲的数额较高的35对、较低的0对、相同的0对；任取一对，较高的机会100%（相同算一半）。若与由谁裁量无关，碰巧差成这样或更大的机会约每1000次1次，碰巧不容易这样，值得把所涉的件放在一起复看。各人经手的案情、中心和来源不尽相同，数字本身不说明原因。',
  ],
  [
    'too few to test',
    [seven[0] ?? {}, seven[1] ?? {}, five[0] ?? {}],
    '逐件相比：考核员甲2件，考核员乙1件，中位数3分对2分，相差1分；考核员甲的数额较高的2对、较低的0对、相同的0对；任取一对，较高的机会100%（相同算一半）。件数太少或没有高低之分，不作检验。各人经手的案情、中心和来源不尽相同，数字本身不说明原因。',
  ],
])('what is said of two assessors: %s', (_title, told, sentence) => {
  expect(said(discretionYear(told)).comparisons.map((one) => one.sentence)).toContainEqual(
    expect.stringContaining(sentence),
  )
})

test.each<[title: string, told: Told[], lead: string]>([
  ['nothing decided', [], '还没有一件由人裁量的数额，尺度是否一致还无从看起。'],
  ['one case', [{}], '由人裁量的数额有1件，分在1款；件数太少，没有一项比较够得上检验，下面只列事实。'],
  [
    'all alike',
    [...seven.map((one) => ({ ...one, amount: '2' })), ...five],
    '由人裁量的数额有12件，分在1款；件数太少，没有一项比较够得上检验，下面只列事实。',
  ],
])('the answer comes first: %s', (_title, told, lead) => {
  expect(said(discretionYear(told)).lead[0]).toBe(lead)
})

function said(year: AssessedYear) {
  const names = standIns(year)
  return evennessOf(
    year,
    namesIn(year, (by: PersonId) => names.get(by) ?? '其他人'),
    1,
  )
}

function goneOn(told: readonly Told[], more: readonly Proposal[]): AssessedYear {
  const year = discretionYear(told)
  const events = asEvents(more).map((event) => ({ ...event, seq: event.seq + year.state.seq }))
  return { ...year, state: replay(events, year.state) }
}
