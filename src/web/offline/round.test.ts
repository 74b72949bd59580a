import { expect, test } from 'vitest'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { arriveAt, chooseStops, currentStop, leaveFrom, moveStop, withDrawn, type Stop } from './round.ts'

const centers = (names: string) => names.split('').map((name) => id<CenterId>(name))
const round = (names: string) => chooseStops([], centers(names), null)
const namesOf = (stops: readonly Stop[]) => stops.map(({ centerId }) => centerId).join('')
const [eight, nine] = [timestamp('2021-10-25T08:00:00+08:00'), timestamp('2021-10-25T09:00:00+08:00')]

test.each<[given: string, before: string, chosen: string, own: string | null, after: string]>([
  ['nothing before', '', 'abc', null, 'abc'],
  ['one more, which comes last', 'ba', 'cba', null, 'bac'],
  ['one less', 'abc', 'ca', null, 'ac'],
  ['the own center, which is left out', 'a', 'abc', 'b', 'ac'],
  ['the own center from before', 'ab', 'ab', 'b', 'a'],
])('with %s, of %s choosing %s (own: %s) makes %s', (_given, before, chosen, own, after) => {
  expect(namesOf(chooseStops(round(before), centers(chosen), own === null ? null : id(own)))).toBe(after)
})

test.each<[moved: string, by: -1 | 1, after: string]>([
  ['b', -1, 'bac'],
  ['b', 1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['z', 1, 'abc'],
])('of a, b, c moving %s by %i makes %s', (moved, by, after) => {
  expect(namesOf(moveStop(round('abc'), id(moved), by))).toBe(after)
})

test('one is at one stop at a time, and goes on where one has arrived and not left', () => {
  const arrived = arriveAt(round('abc'), id('b'), eight)
  expect(currentStop(arrived)?.centerId).toBe('b')
  const onward = arriveAt(arrived, id('c'), nine)
  expect(onward.map(({ arrivedAt, leftAt }) => [arrivedAt, leftAt])).toEqual([
    [null, null],
    [eight, nine],
    [nine, null],
  ])
  expect(currentStop(onward)?.centerId).toBe('c')
  expect(currentStop(leaveFrom(onward, id('c'), nine))?.centerId).toBe('a')
  expect(currentStop(leaveFrom(arriveAt(round('a'), id('a'), eight), id('a'), nine))).toBe(null)
})

test('coming back keeps when one first came', () => {
  const back = arriveAt(leaveFrom(arriveAt(round('a'), id('a'), eight), id('a'), nine), id('a'), nine)
  expect(back).toMatchObject([{ arrivedAt: eight, leftAt: null }])
})

test('centers drawn for today come last, in the order drawn, and one that is on the round stays as it is', () => {
  const before = chooseStops([], [id<CenterId>('b')], null)
  const drawn = ['c', 'b', 'a'].map((name) => ({ centerId: id<CenterId>(name), isCovert: true }))
  expect(withDrawn(before, drawn).map(({ centerId, isCovert }) => [centerId, isCovert])).toEqual([
    ['b', false],
    ['c', true],
    ['a', true],
  ])
})
