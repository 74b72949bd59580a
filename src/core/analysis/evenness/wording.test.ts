import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { discretionYear, type Told } from '../../../../test/fixtures/discretion-year.ts'
import { clauses } from '../../../../test/fixtures/small-rubric.ts'
import type { FindingSource } from '../../ledger/ledger-event.ts'
import { OTHER_REASONS } from './comparison-sentence.ts'
import { evennessOf, METHOD } from './evenness.ts'
import { namesIn } from './evenness-names.ts'

/** Words that blame: whatever the numbers are, none of them is ever said. */
const NEVER = [
  '偏袒',
  '偏私',
  '偏心',
  '徇私',
  '不公',
  '公正',
  '公平',
  '违规',
  '违纪',
  '故意',
  '滥用',
  '针对',
  '关照',
  '照顾',
  '放水',
  '手软',
  '手重',
  '苛刻',
  '刁难',
  '失职',
  '渎职',
  '可疑',
  '嫌疑',
  '异常',
  '问题人员',
  '证明了',
  '必然',
  '显然',
  '明显',
  '操纵',
  '作弊',
  '责任人',
]

const people = ['a', 'b', 'c']
const told = fc.record({
  by: fc.constantFrom(...people),
  amount: fc.constantFrom('1', '1.5', '2', '3', null),
  clauseId: fc.constantFrom(clauses.training, clauses.village),
  center: fc.constantFrom('x', 'y', 'z'),
  source: fc.constantFrom<FindingSource>('inspection', 'complaint', 'records'),
  day: fc.integer({ min: 0, max: 360 }),
  isClean: fc.boolean(),
})

/** So uneven that every kind of comparison finds something. */
const uneven = fc.integer({ min: 8, max: 14 }).map((count) =>
  Array.from({ length: count }, (_, at): Told => {
    const isFirst = at % 2 === 0
    return {
      by: isFirst ? 'a' : 'b',
      amount: isFirst ? '1' : '3',
      center: isFirst ? 'x' : 'y',
      source: isFirst ? 'inspection' : 'complaint',
      day: isFirst ? at : 200 + at,
    }
  }),
)

const anyYear = fc.oneof(fc.array(told, { maxLength: 30 }), uneven)

test('no sentence blames anybody, whatever the numbers', () => {
  fc.assert(
    fc.property(anyYear, (rows) => {
      const texts = everyText(rows)
      expect(NEVER.filter((word) => texts.some((text) => text.includes(word)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a sentence about a person names the counts of both sides and what else may explain it', () => {
  fc.assert(
    fc.property(anyYear, (rows) => {
      const about = everyText(rows).filter((text) => text.includes('〔人'))
      for (const text of about) {
        expect(text.match(/\d+件/gu)?.length ?? 0).toBeGreaterThanOrEqual(2)
        expect(text.endsWith(OTHER_REASONS)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

test('sentences about people do occur, and something uneven is seen', () => {
  const [year] = fc.sample(uneven, 1)
  const texts = everyText(year ?? [])
  expect(texts.some((text) => text.includes('〔人'))).toBe(true)
  expect(texts.some((text) => text.includes('值得把所涉的件放在一起复看'))).toBe(true)
})

function everyText(rows: readonly Told[]): string[] {
  const year = discretionYear(rows, ['x', 'y', 'z'])
  const { lead, comparisons, effortNote } = evennessOf(
    year,
    namesIn(year, (by) => `〔人${by}〕`),
    1,
  )
  return [...lead, effortNote, ...METHOD, ...comparisons.map(({ sentence }) => sentence)]
}
