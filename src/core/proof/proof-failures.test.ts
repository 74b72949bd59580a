import { expect, test } from 'vitest'
import { plainDate } from '../kernel/plain-date.ts'
import { PROOF_FAILURES, proofFailure, type ProofFailureCode, type ProofFailureFacts } from './proof-failures.ts'

const EXAMPLES: { readonly [Code in ProofFailureCode]: ProofFailureFacts<Code> } = {
  'line-not-text': [],
  'line-not-record': [],
  'line-not-canonical': [],
  'record-unknown': ['x'],
  'record-malformed': ['seq', '整数'],
  'record-out-of-order': ['entry', 'sheet'],
  'record-twice': ['seal'],
  'record-missing': ['rubric'],
  'broken-off': [],
  'line-end-missing': [],
  'after-seal': [],
  'seal-differs': [],
  'notice-differs': [],
  'rubric-differs': [],
  'rubric-unsound': ['编号 1 出现了不止一次'],
  'rubric-not-quoting': ['条款 1.1.1 的原文不一致'],
  'rubric-not-read-so': ['1.1.1 款的原句或读法已与改正时看到的不同；请重新改正'],
  'rubric-id-differs': ['a', 'b'],
  'seq-differs': [7],
  'body-differs': [],
  'link-differs': [],
  'entry-withheld': [],
  'event-unreadable': ['第 7 行不是一个事件'],
  'event-seq-differs': [8],
  'clause-unknown': ['9.9.9'],
  'calendar-twice': ['2021'],
  'calendar-missing': ['2021'],
  'calendar-too-short': ['2021'],
  'deadline-differs': [plainDate('2021-05-31'), plainDate('2021-06-01')],
  'evidence-twice': ['a'.repeat(64)],
  'evidence-unlisted': ['a'.repeat(64)],
  'evidence-unused': ['a'.repeat(64)],
  'not-scorable': [],
  'sealed-sheet-differs': ['xiayang'],
  'design-digest-differs': [],
  'plan-days-differ': ['2021'],
  'plan-commitment-differs': [],
  'plan-not-drawable': ['抽查方案里没有中心；请至少列入一项'],
  'plan-visit-unaccounted': [3, plainDate('2021-10-12'), 'xiayang'],
  'sealed-sheet-missing': ['xiayang'],
  'sealed-sheet-foreign': ['xiayang'],
  'sheet-differs': ['xiayang', 1700, 1600],
  'sheet-digest-differs': ['xiayang'],
  'sheet-missing': ['xiayang'],
  'sheet-foreign': ['xiayang'],
  'code-differs': ['xiayang', '7H3K-0QZM-11AB-CDEF-GHJK'],
  'count-differs': ['问题', 3, 2],
  'head-differs': [],
  'terms-differ': [],
  'head-not-in-chain': [],
  'code-not-in-chain': [],
}

test.each(Object.keys(PROOF_FAILURES) as ProofFailureCode[])('%s is a sentence in Chinese', (code) => {
  const { message } = proofFailure(code, ...EXAMPLES[code])
  expect(message).toMatch(/\p{Script=Han}{4}/u)
  expect(message).not.toMatch(/undefined|null|NaN|\[object/u)
})
