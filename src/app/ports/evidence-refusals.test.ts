import { expect, test } from 'vitest'
import type { Digest } from '../../core/ledger/chain.ts'
import { isFinal, refusedEvidence, type EvidenceFault, type EvidenceFaultCode } from './evidence-refusals.ts'

const digest = 'a'.repeat(64) as Digest

/** One of each: a new code is a type error until it stands here. */
const FAULTS: { readonly [Code in EvidenceFaultCode]: Omit<Extract<EvidenceFault, { code: Code }>, 'code'> } = {
  'upload-unknown': {},
  'upload-id-taken': {},
  'upload-declaration-wrong': { expected: '文件名' },
  'upload-busy': {},
  'upload-finished': {},
  'upload-offset-wrong': { offset: 5 },
  'upload-broke-off': { offset: 5 },
  'upload-incomplete': { offset: 5, bytes: 9 },
  'upload-size-differs': { bytes: 9 },
  'uploads-too-many': { limit: 100 },
  'evidence-quota-full': { used: 1e9, quota: 1e9 },
  'evidence-empty': {},
  'evidence-too-large': { bytes: 60e6, limit: 50e6 },
  'upload-digest-differs': { declared: digest, found: digest },
  'file-type-refused': { found: 'svg' },
  'file-type-differs': { named: 'pdf', found: 'jpg' },
  'file-damaged': { detail: 'ZIP 结构' },
  'file-encrypted': {},
  'file-has-macros': {},
  'archive-bomb': { reason: 'ratio' },
  'evidence-missing': { digest },
  'evidence-corrupted': { digest, found: digest, bytes: 5 },
  'evidence-range-wrong': { bytes: 5 },
  'image-expected': { kind: 'pdf' },
  'image-undecodable': { kind: 'heic' },
  'image-too-many-pixels': { limit: 210e6 },
  'blurred-area-wrong': { index: 0 },
  'blurred-areas-too-many': { limit: 200 },
  'not-permitted': { action: 'evidence.add' },
  'store-full': { detail: 'ENOSPC' },
  'store-read-only': { detail: 'EROFS' },
  'store-failed': { detail: 'EIO' },
}

test.each(Object.entries(FAULTS))('%s is said in Chinese and says what to do', (code, facts) => {
  const { refusal } = refusedEvidence({ code, ...facts } as EvidenceFault)
  expect(refusal.code).toBe(code)
  expect(refusal.message).toMatch(/\p{Script=Han}.*。$/u)
  expect(refusal.message).not.toMatch(/undefined|NaN|\[object/u)
})

test('what depends on the file is final, what depends on the moment is not', () => {
  expect(isFinal({ code: 'file-type-refused' })).toBe(true)
  expect(isFinal({ code: 'store-full' })).toBe(false)
  expect(isFinal({ code: 'upload-busy' })).toBe(false)
})
