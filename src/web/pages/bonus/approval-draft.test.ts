import { expect, test } from 'vitest'
import { missingIn, type ApprovalDraft } from './approval-draft.ts'

const draft: ApprovalDraft = { decision: 'approve', occurrences: 1, points: null, reason: '' }

test.each<[given: string, part: Partial<ApprovalDraft>, isPriced: boolean, missing: string | null]>([
  ['an amount to set and none set', { reason: '确有成效' }, true, 'amount'],
  ['an amount without a reason', { points: 50, reason: ' ' }, true, 'reason'],
  ['an amount with its reason', { points: 50, reason: '确有成效' }, true, null],
  ['an amount that the notice gives', {}, false, null],
  ['a rejection without a reason', { decision: 'reject' }, false, 'reason'],
  ['a rejection with its reason', { decision: 'reject', reason: '没有成效' }, true, null],
])('%s', (_given, part, isPriced, missing) => {
  expect(missingIn({ ...draft, ...part }, { isPriced })).toBe(missing)
})
