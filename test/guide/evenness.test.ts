import { expect, test } from 'vitest'
import { chanceText, isRare, type Chance } from '../../src/core/analysis/evenness/chance.ts'
import { compareOrder } from '../../src/core/analysis/evenness/compare-order.ts'
import { LEAST_EACH, LEAST_TOGETHER } from '../../src/core/analysis/evenness/comparison.ts'
import { namesIn, standIns } from '../../src/core/analysis/evenness/evenness-names.ts'
import { evennessOf } from '../../src/core/analysis/evenness/evenness.ts'
import { holdBack } from '../../src/core/analysis/evenness/hold-back.ts'
import { LIKENESS_RULE } from '../../src/core/analysis/evenness/like-cases.ts'
import { stratumOf } from '../../src/core/analysis/evenness/stratum.ts'
import type { DiscretionCase } from '../../src/core/analysis/evenness/discretion-cases.ts'
import type { AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { formatPoints } from '../../src/core/kernel/points.ts'
import { discretionYear } from '../fixtures/discretion-year.ts'
import { chapter, workedYear } from './worked-year.ts'

const text = await chapter('evenness')
const year = await workedYear()
const { lead, like, comparisons, effortNote, efforts, names } = analyzed(year)

/** What the chapter makes up for one clause: seven amounts of one, five of the other. */
const MADE_UP = {
  a: ['2', '2', '2.5', '2.5', '3', '3', '3'],
  b: ['1', '1.5', '1.5', '2', '2.5'],
}

test.each([...lead, effortNote])('the chapter says what the page says: %s', (sentence) => {
  expect(text).toContain(`> ${sentence}`)
})

test('every pair of like cases is told, with its numbers and reasons', () => {
  const pairs = like.pairs.map(({ less, more }) => {
    const gap = formatPoints(more.points - less.points)
    return `- ${names.clause(less.clauseId)}，相差${gap}分：${side(less)}；${side(more)}`
  })
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toEqual(pairs)
  expect(text).toContain(LIKENESS_RULE.replace('“情形相近”指：', ''))
})

test('the cases made up are counted as the page counts them', () => {
  const { comparisons: all } = analyzed(madeUp())
  const clause = all.find(({ comparison }) => 'medians' in comparison && comparison.medians !== null)
  expect(text).toContain(`> ${/考核员甲7件.*?机会约每100次\d+次/u.exec(clause?.sentence ?? '')?.[0]}`)
})

test('the arrangements that it names are those that there are', () => {
  const { chance } = compareOrder([stratumOf([MADE_UP.b.map(Number), MADE_UP.a.map(Number)])], 1)
  expect(chance.how).toBe('all')
  expect(text).toContain(`共有${chance.total}种分法；其中有${chance.favorable}种`)
  for (const [who, amounts] of [
    ['甲', MADE_UP.a],
    ['乙', MADE_UP.b],
  ] as const)
    expect(text).toContain(`${who}裁了${amounts.length}件：${amounts.join('、')}分`)
  const even: Chance = { favorable: 1n, total: 2n, how: 'all' }
  const [held = even] = holdBack([chance, even, even])
  expect(isRare(chance)).toBe(true)
  expect(isRare(held)).toBe(false)
  expect(text).toContain(`## 为什么“${chanceText(chance)}”未必算数`)
  expect(text).toContain(`乘以三就是${chanceText(held)}，不足以说明尺度不一`)
})

test('what it says of substantiating and of least numbers is so', () => {
  const outcome = comparisons.find(({ comparison }) => comparison.about === 'outcome')?.sentence ?? ''
  expect(text).toContain(`> ${outcome.slice(0, outcome.indexOf('。') + 1)}`)
  expect(outcome).toContain('机会每次都有')
  expect(text).toContain(`每方不到${LEAST_EACH}件、合计不到${LEAST_TOGETHER}件的，不作检验`)
})

test('the visits and findings that it names are those of the year', () => {
  const [most, least] = [
    efforts.toSorted((a, b) => b.visits - a.visits)[0],
    efforts.toSorted((a, b) => a.visits - b.visits)[0],
  ]
  const told = [most, least].map((one) => one && `${names.center(one.centerId)}${one.visits}次、${one.found}件`)
  expect(text).toContain(`${told.join('，')}：`)
})

function side({ number, centerId, points, reason }: DiscretionCase): string {
  return `第${number}号（${names.center(centerId)}）${formatPoints(points)}分，理由“${reason}”`
}

function madeUp(): AssessedYear {
  const of = (by: 'a' | 'b') => MADE_UP[by].map((amount) => ({ by, amount, day: 1 }))
  return discretionYear([...of('a'), ...of('b')])
}

function analyzed(of: AssessedYear) {
  const people = standIns(of)
  const called = namesIn(of, (by) => people.get(by) ?? '')
  return { ...evennessOf(of, called, 1), names: called }
}
