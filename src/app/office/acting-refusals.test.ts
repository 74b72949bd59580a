import { expect, test } from 'vitest'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { ACTING_REFUSALS } from './acting-refusals.ts'

type Code = keyof typeof ACTING_REFUSALS

const now = timestamp('2021-05-24T09:00:00+08:00')
const day = plainDate('2021-01-01')

/** What each sentence is given: a code without an example does not compile. */
const EXAMPLES: { readonly [Of in Code]: Parameters<(typeof ACTING_REFUSALS)[Of]> } = {
  'not-permitted': [],
  'rubric-without-clauses': [],
  'rubric-not-whole': ['编号 1 出现了不止一次', 2],
  'changed-meanwhile': [2],
  'key-reused': [],
  'acted-in-future': [now, now],
  'acted-before-period': [now, day],
  'number-not-whole': ['occurrences', 1.5],
  'text-broken': ['reason'],
  'input-malformed': ['缺少字段 reason'],
  'evidence-unknown': ['ab12'],
  'evidence-unreadable': ['磁盘出错'],
  'inspector-of-own-center': ['xiayang'],
  'decider-of-own-center': ['xiayang'],
  'reviewer-reported': ['p1', 'f1'],
  'terms-missing': [],
  'days-outside-terms': [16, 15],
  'not-ready': [2, '考核周期还没有结束'],
  'assessment-busy': [],
  'office-stopping': [],
  'centers-none': [],
  'not-published': [],
  'not-a-city': [],
  'inspector-unknown': ['p1'],
  'sampling-secret-missing': [],
  'sampling-visits-open': [2, 3, day],
  'sampling-visit-coming': [day],
  'sampling-visit-made': [3],
  'sampling-visit-of-other': [],
  'page-wrong': [500],
  'center-unlisted': ['xiayang'],
  'event-elsewhere': [7, 'f1'],
  'letter-before-notice': [],
  'letter-without-rectification': [],
  'letter-before-review': [day],
}

test.each(Object.keys(EXAMPLES) as Code[])('%s says what, and what to do', (code) => {
  const say = ACTING_REFUSALS[code] as (...facts: readonly unknown[]) => string
  const sentence = say(...EXAMPLES[code])
  expect(sentence).toMatch(/[；：，]/u)
  expect(sentence).toMatch(/请|应为/u)
  expect(sentence).not.toMatch(/undefined|\[object/u)
  for (const fact of EXAMPLES[code]) expect(sentence).toContain(String(fact))
})
