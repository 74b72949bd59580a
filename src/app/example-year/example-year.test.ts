import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clauses, smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { points } from '../../core/kernel/points.ts'
import { rational } from '../../core/kernel/rational.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { decide } from '../../core/ledger/decide.ts'
import { emptyAssessment, evolve, replay } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { formatLedger, parseLedger } from '../../core/ledger/ledger-lines.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { allClauses, findClause } from '../../core/rubric/find-clause.ts'
import { breachClauses } from './breach-clauses.ts'
import { situationOf } from './describe-case.ts'
import { generateYear } from './generate-year.ts'
import type { YearSetting } from './year-setting.ts'

const calendar = {
  version: '2021',
  from: plainDate('2021-01-01'),
  to: plainDate('2021-12-31'),
  restDays: new Set([plainDate('2021-01-01'), plainDate('2021-10-01')]),
  workDays: new Set([plainDate('2021-10-09')]),
}

/** As many points at stake as a real notice has. */
const rubric: Rubric = {
  ...smallRubric,
  sections: smallRubric.sections.map((section) => ({ ...section, maxPoints: section.maxPoints && points('45') })),
}

function yearOf(seed: number, rest: Partial<YearSetting> = {}): LedgerEvent[] {
  const centers = Array.from({ length: 11 }, (_, place) => ({
    id: id<CenterId>(`center-${place + 1}`),
    name: `第${place + 1}中心`,
  }))
  const period = { from: plainDate('2021-01-01'), to: plainDate('2021-12-31') }
  return generateYear({ rubric, centers, period, calendar, seed, ...rest })
}

const events = yearOf(9)
const state = replay(events)
const findings = [...state.findings.values()]
const bonuses = [...state.bonuses.values()]
const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

describe('whatever the seed', () => {
  test('the same seed gives the same year, and another seed another', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(yearOf(seed)).toEqual(yearOf(seed))
        expect(yearOf(seed)).not.toEqual(yearOf(seed ^ 1))
      }),
      { numRuns: 10 },
    )
  })

  test('every event is lawful where it stands, in order of time and without gaps', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        let state = emptyAssessment
        let before = ''
        for (const event of yearOf(seed)) {
          expect(decide(state, rubric, event)).toMatchObject({ ok: true })
          expect(event.seq).toBe(state.seq + 1)
          expect(event.recordedAt >= before).toBe(true)
          state = evolve(state, event)
          before = event.recordedAt
        }
      }),
      { numRuns: 10 },
    )
  })

  test('every clause is touched, and each kind of outcome occurs', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { findings, bonuses } = replay(yearOf(seed))
        const touched = new Set([...findings.values(), ...bonuses.values()].map(({ clauseId }) => clauseId))
        const untouched = allClauses(smallRubric).filter(({ id }) => !touched.has(id))
        expect(untouched.map(({ id }) => id)).toEqual([clauses.noComplaint, clauses.ratingToHotline])
        const outcomes = new Set([...findings.values()].map(({ appeal }) => appeal?.outcome))
        expect(outcomes).toEqual(new Set([undefined, 'pending', 'upheld', 'varied', 'reversed']))
        expect(new Set([...findings.values()].map(({ standing }) => standing))).toContain('dismissed')
        expect(new Set([...bonuses.values()].map(({ standing }) => standing)).size).toBe(3)
      }),
      { numRuns: 25 },
    )
  })

  test('one center alone, or forty, can have a year', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ id: id<CenterId>(`c${place}`), name: `${place}` }))
    for (const count of [1, 2, 40]) {
      const { findings } = replay(yearOf(count, { centers: named(count) }))
      for (const clause of breachClauses(smallRubric))
        expect([...findings.values()].some(({ clauseId }) => clauseId === clause.id)).toBe(true)
    }
  })
})

describe('a year', () => {
  test.each<[what: string, has: boolean]>([
    ['a suspicion nobody took up', findings.some(({ standing }) => standing === 'suspected')],
    ['a report nobody took up', findings.some(({ standing }) => standing === 'reported')],
    [
      'a finding the center has not answered',
      findings.some((one) => one.standing === 'notified' && one.reply === 'none'),
    ],
    ['a finding accepted', findings.some(({ reply }) => reply === 'accepted')],
    [
      'a finding contested and dismissed',
      findings.some((one) => one.reply === 'contested' && one.standing === 'dismissed'),
    ],
    [
      'an amount set beside a precedent',
      events.some((one) => one.type === 'AmountDecided' && one.precedents.length > 0),
    ],
    [
      'an amount not yet set',
      findings.some((one) => one.standing === 'substantiated' && isOpen(one.clauseId) && one.decision?.points === null),
    ],
    ['a correction', events.some(({ type }) => type === 'DecisionCorrected')],
    ['a decision served', findings.some(({ appealBy }) => appealBy !== null)],
    ['a changed decision served anew', events.some(isServedAnew)],
    ['a rectification returned', events.some(({ type }) => type === 'RectificationReturned')],
    ['a bonus awaiting approval', bonuses.some(({ standing }) => standing === 'proposed')],
  ])('has %s', (_what, has) => {
    expect(has).toBe(true)
  })

  test.each([
    ['a rating that became a hotline order', clauses.poorRating, clauses.hotline],
    ['a worse outcome of its base', clauses.poorRating, clauses.stillUnhappy],
    ['one event under two clauses', clauses.vacated, clauses.dress],
  ])('has %s, by one event key at one center', (_title, one, other) => {
    const keyed = (clauseId: Clause['id']) => findings.filter((found) => found.clauseId === clauseId && found.eventKey)
    const pairs = keyed(one).flatMap((a) =>
      keyed(other)
        .filter((b) => b.eventKey === a.eventKey)
        .map((b) => [a, b] as const),
    )
    expect(pairs.length).toBeGreaterThan(0)
    for (const [a, b] of pairs) expect([a.centerId, a.occurredOn]).toEqual([b.centerId, b.occurredOn])
  })

  test('opens first and closes in the first days of the next', () => {
    expect(events[0]).toMatchObject({ type: 'AssessmentOpened', seq: 1 })
    const close = events.find(({ type }) => type === 'PeriodClosed')
    expect(close && dayOf(close.recordedAt)).toMatch(/^2022-01-0\d$/)
  })

  test('gives each center some 25 to 45 findings and takes a plausible part of its points', () => {
    for (const center of state.centers.keys()) {
      const count = findings.filter(({ centerId }) => centerId === center).length
      expect(count).toBeGreaterThanOrEqual(20)
      expect(count).toBeLessThanOrEqual(45)
    }
  })

  test('learns of a thing after it happened', () => {
    for (const event of events)
      if ('occurredOn' in event && event.type !== 'FindingSubstantiated')
        expect(event.occurredOn <= dayOf(event.recordedAt)).toBe(true)
  })

  test('tells each finding in the words of its clause, without the price', () => {
    for (const { description } of findings) expect(description).toMatch(/^\d+月\d+日.+：.*[\u4e00-\u9fff]{2}.*。$/u)
    for (const { description } of findings) expect(description).not.toMatch(/[扣加]\d/)
  })

  test('can be written as lines and read back', () => {
    expect(parseLedger(formatLedger(events))).toEqual({ ok: true, value: events })
  })
})

describe('a clause that no small notice has', () => {
  const tier = { min: rational(80), minInclusive: true, max: rational(90), maxInclusive: false, points: points('2') }
  test.each<[title: string, odd: Partial<Clause>]>([
    ['a veto', { direction: 'veto', amount: { kind: 'full' } }],
    ['points lost altogether', { direction: 'zero', amount: { kind: 'full' } }],
    ['points earned by a share', { direction: 'earn', amount: { kind: 'ratio', points: points('10') } }],
    [
      'bands',
      { direction: 'earn', amount: { kind: 'tiers', metric: null, unit: '分', tiers: [tier, { ...tier, min: null }] } },
    ],
    ['a price by level', { amount: { kind: 'ordered', levels: ['轻微', '严重'], points: [points('1'), points('3')] } }],
    ['a double price', { amount: { kind: 'multiplied', times: rational(2), of: clauses.training } }],
    ['a price that is elsewhere', { amount: { kind: 'multiplied', times: rational(2), of: null } }],
    [
      'a slope from an unknown start',
      {
        amount: { kind: 'linear', points: points('0.1'), step: rational(1, 2), unit: '天', from: null, side: 'above' },
      },
    ],
    [
      'a count above a threshold',
      { conditions: [{ kind: 'threshold', metric: '次数', op: '>', value: rational(3), unit: '次' }] },
    ],
  ])('%s has its findings too', (_title, odd) => {
    const rubric = {
      ...smallRubric,
      sections: smallRubric.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((criterion) => ({
          ...criterion,
          clauses: criterion.clauses.map((clause) => (clause.id === clauses.vacated ? { ...clause, ...odd } : clause)),
        })),
      })),
    }
    const found = [...replay(yearOf(1, { rubric })).findings.values()].filter((one) => one.clauseId === clauses.vacated)
    expect(found.length).toBeGreaterThan(0)
    if (odd.direction === 'earn')
      expect(found.filter((one) => one.standing === 'substantiated').length).toBeGreaterThan(9)
    if (odd.direction === 'veto') expect(found.every((one) => one.decision === null)).toBe(true)
  })
})

test.each<[quote: string, situation: string, lead?: string]>([
  ['没有到岗到位，查实一例扣1分', '没有到岗到位'],
  ['“三统一”不到位，每项每人次扣0.5分', '“三统一”不到位'],
  ['记录不全，缺一项，扣1分', '记录不全'],
  ['服务态度不好，与服务对象争吵，每人次扣1分', '服务态度不好，与服务对象争吵'],
  ['违反有关廉洁自律规定，查实一例扣1-3分', '违反有关廉洁自律规定'],
  ['运行落实不到位的，酌情扣1-3分', '运行落实不到位'],
  ['创新工作有成效的，经审定，每项加0.5-1分', '创新工作有成效'],
  ['经核实的“12345”投诉，每件扣1分', '“12345”投诉'],
  ['网办率低于80%的，每低1个百分点扣0.5分', '网办率低于80%'],
  ['受理窗口有脱岗现象的，发现一人次扣0.5分', '受理窗口有脱岗现象'],
  ['有超时响应的，每件扣1分', '实行“一网通办”，有超时响应', '5、实行“一网通办”，'],
  ['无回执的，查实一件扣1分', '承诺件实行收件回执制，无回执', '10、承诺件实行收件回执制，'],
  ['自行评价，每一人次扣0.5分', '自行评价', '评价率低于70%，扣1分；'],
  ['经审定，每项加0.5-1分', '创新工作有总结、有成效', '1、创新工作有总结、有成效的，'],
  ['如告知内容不完整、不充分的，每项每次扣1分', '告知内容不完整、不充分'],
  ['扣1分', '扣1分'],
])('%s is told as %s', (quote, situation, lead = '') => {
  const clause = findClause(smallRubric, clauses.vacated)
  expect(clause && situationOf({ ...clause, quote }, `${lead}${quote}；`)).toBe(situation)
})

function isOpen(clauseId: Clause['id']): boolean {
  const kind = findClause(smallRubric, clauseId)?.amount.kind
  return kind === 'range' || kind === 'unspecified'
}

function isServedAnew(event: LedgerEvent, at: number): boolean {
  const next = events[at + 1]
  return (
    (event.type === 'DecisionCorrected' || event.type === 'FindingVaried') &&
    next?.type === 'DecisionServed' &&
    next.findingId === event.findingId
  )
}
