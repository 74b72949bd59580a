import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { noticeReader } from '../../src/adapters/documents/incoming/read-notice.ts'
import { id, type ClauseId, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { points } from '../../src/core/kernel/points.ts'
import { placeInWords, sourcePlaceAt } from '../../src/core/kernel/source-place.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { correctNotice } from '../../src/core/notice/correct-notice.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import { findClause } from '../../src/core/rubric/find-clause.ts'
import { noticeContent } from '../documents/incoming/notice-content.ts'
import { issueInWord } from '../documents/incoming/word-form.ts'
import { bundleOf, linesOf } from '../fixtures/bundle-of.ts'
import { asEvents, enrolled, opened, reported } from '../fixtures/small-ledger.ts'
import { someCorrection } from '../fixtures/some-correction.ts'

const rubricId = id<RubricId>('from-word')
const { content } = await issueInWord(noticeContent('qingpu-2021'), { numbers: 'generated', rows: 'one an item' })
const read = await noticeReader().read(content, '细则.docx')
if (!read.ok) throw new Error(read.fault.code)
const notice = read.value.text
const plain = compileNotice(notice, { rubricId }).rubric
const clauseId = id<ClauseId>('3.4.1')
const corrected = correctNotice(notice, rubricId, [
  someCorrection(plain, clauseId, { amount: { kind: 'fixed', points: points('1.5') } }),
])
if (!corrected.ok) throw new Error(corrected.refusals[0].code)
const { rubric } = corrected.value

/** With a correction, the notice is read again when the bundle is verified: the marks in it must be no hindrance. */
test('an assessment over a notice that was read from Word is exported and verifies, and tells where in it a clause stands', async () => {
  const bundle = await exported()
  const { holds, checks } = verified(bundle)
  expect(checks.filter(({ state }) => state !== 'holds')).toEqual([])
  expect(holds).toBe(true)
  const clause = findClause(rubric, clauseId)
  expect(placeInWords(sourcePlaceAt(notice, clause?.span.start ?? 0))).toMatch(/^表1第\d+行第\d+列/)
})

test('a mark that was changed in the bundle is noticed', async () => {
  const bundle = await exported()
  const changed = bundle.replace('row=4 column=2', 'row=5 column=2')
  expect(changed).not.toBe(bundle)
  expect(verified(changed).holds).toBe(false)
})

async function exported(): Promise<string> {
  const events = asEvents([opened({ rubricId }), enrolled(), reported(clauseId)])
  return bundleOf({ rubric, notice, events, calendars: [], algorithm: 'sha256' })
}

function verified(bundle: string) {
  const verification = verifyBundle(linesOf(Buffer.from(bundle)), nodeDigests)
  if (verification.kind !== 'verified') throw new Error(verification.reason)
  return verification
}
