import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, type RubricId } from '../kernel/identifiers.ts'
import { checkRubric } from '../rubric/check-rubric.ts'
import { compileNotice } from './compile-notice.ts'

const notice = readFileSync('notices/qingpu-2021/notice.txt', 'utf8')
const rubricId = id<RubricId>('test')
/** A mutated notice is as long as a whole one, so that each takes a twentieth of a second; other texts take none. */
const MUTATED_RUNS = process.env['NIGHTLY'] ? 100_000 : 500
const TEXT_RUNS = process.env['NIGHTLY'] ? 100_000 : 2_000

/** Bounds one compilation of a text as long as a whole notice; generous, so that only growth out of hand breaks it. */
const BOUND_MS = 5_000

const PIECES = [
  '扣',
  '分',
  '每',
  '0.5',
  '1-3',
  '一、',
  '（5分）',
  '\t',
  '<td>',
  '<',
  '&#x4e00;',
  '否则',
  '。',
  '5',
  '“',
  '%',
  '以上',
  '|',
  '\n',
  '\u0000',
  '\ud800',
  '不',
  '加',
  '得',
  '、',
  '①',
  '{',
  '[',
  '扣扣扣扣',
  '每每每每',
  '((((',
  '一一一一一一',
]

const mutation = fc.record({
  at: fc.nat(notice.length),
  remove: fc.nat(60),
  insert: fc.oneof(
    fc.constantFrom(...PIECES),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.nat(notice.length - 80).map((from) => notice.slice(from, from + 80)),
  ),
  repeat: fc.integer({ min: 1, max: 8 }),
})

function mutate(changes: readonly { at: number; remove: number; insert: string; repeat: number }[]): string {
  return changes.reduce(
    (text, { at, remove, insert, repeat }) => text.slice(0, at) + insert.repeat(repeat) + text.slice(at + remove),
    notice,
  )
}

test('a mutated notice compiles without throwing, within a bound, to a rubric that keeps its invariants', () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 12 }), (changes) => {
      const source = mutate(changes)
      const before = process.cpuUsage()
      const { rubric } = compileNotice(source, { rubricId })
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(BOUND_MS)
      expect(checkRubric(rubric)).toEqual([])
    }),
    { numRuns: MUTATED_RUNS },
  )
}, 3_600_000)

test('any text at all compiles without throwing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }))), (pieces) => {
      compileNotice(pieces.join(''), { rubricId })
    }),
    { numRuns: TEXT_RUNS },
  )
}, 3_600_000)

test('compiling is a function of the text: twice the same', () => {
  expect(compileNotice(notice, { rubricId })).toEqual(compileNotice(notice, { rubricId }))
})
