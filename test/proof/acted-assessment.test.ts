import { expect, test } from 'vitest'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { closePeriod } from '../../src/app/acting/close-period.ts'
import { openAssessment } from '../../src/app/acting/open-assessment.ts'
import { publishResults } from '../../src/app/acting/publish-results.ts'
import { readSheet } from '../../src/app/reading/read-sheet.ts'
import { reopenAssessment } from '../../src/app/acting/reopen-assessment.ts'
import { sealAssessment } from '../../src/app/acting/seal-assessment.ts'
import { storedSource } from '../../src/app/proof/stored-source.ts'
import { writeBundle } from '../../src/app/proof/write-bundle.ts'
import type { CenterId } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { canonicalJson } from '../../src/core/kernel/canonical-json.ts'
import { verifyBundle } from '../../src/core/proof/verify-bundle.ts'
import {
  asks,
  assessmentId,
  district,
  kept,
  opening,
  people,
  testOffice,
  xiayang,
  type TestOffice,
} from '../fixtures/acting-office.ts'
import { toSubstantiated } from '../fixtures/acting-story.ts'
import { linesOf } from '../fixtures/bundle-of.ts'
import { smallParts } from '../fixtures/small-bundle.ts'

test('what was acted, sealed, published, reopened and sealed again verifies as a bundle', async () => {
  const office = await sealedOffice()
  for (const centerId of [null, xiayang]) {
    const verification = verifyBundle(linesOf(Buffer.from(await exported(office, centerId))), nodeDigests)
    if (verification.kind !== 'verified') throw new Error(verification.reason)
    expect(verification.checks.flatMap(({ failures }) => failures)).toEqual([])
    expect(verification.holds).toBe(true)
    expect(verification.checks.find(({ what }) => what === 'sealed-sheets')?.counted).toBeGreaterThan(0)
    expect(verification.checks.find(({ what }) => what === 'deadlines')?.counted).toBeGreaterThan(0)
  }
})

test('the code on a sheet, and on one as of a past day, is found in a later bundle', async () => {
  const office = await sealedOffice()
  const text = await exported(office, xiayang)
  const pastDay = { occurredBy: plainDate('2021-12-31'), knownBy: plainDate('2021-06-01') }
  for (const clocks of [null, pastDay]) {
    const view = kept(await readSheet(office, people.staff, assessmentId, xiayang, clocks))
    if (view.verification === null) throw new Error('no code')
    const anchor = { code: view.verification.code, head: view.verification.head, centerId: null }
    const verification = verifyBundle(linesOf(Buffer.from(text)), nodeDigests, anchor)
    expect(verification).toMatchObject({
      holds: true,
      anchor: { code: { seq: view.verification.seq, centerId: xiayang } },
    })
  }
})

async function sealedOffice(): Promise<TestOffice> {
  const office = await testOffice()
  const { rubric, notice } = smallParts()
  const { of } = nodeDigests('sha256')
  const rubricDigest = of(canonicalJson(rubric))
  kept(await office.rubrics.keep(district, { rubric, rubricDigest, notice, noticeDigest: of(notice) }))
  kept(await openAssessment(office, asks(people.assessor), { ...opening, rubricDigest }))
  await toSubstantiated(office)
  office.clock.set(timestamp('2022-01-10T09:00:00+08:00'))
  kept(await closePeriod(office, asks(people.assessor)))
  kept(await sealAssessment(office, asks(people.assessor), { forcedBecause: null }))
  kept(await publishResults(office, asks(people.assessor), { statement: '公示五个工作日' }))
  kept(await reopenAssessment(office, asks(people.assessor), { reason: '更正一处' }))
  kept(await sealAssessment(office, asks(people.assessor), { forcedBecause: null }))
  return office
}

async function exported(office: TestOffice, centerId: CenterId | null): Promise<string> {
  let text = ''
  const source = kept(await storedSource(office, district, assessmentId))
  const wish = { centerId, madeAt: office.clock.now(), program: '0.1.0' }
  kept(
    await writeBundle(source, wish, nodeDigests('sha256'), async (piece) => {
      text += piece
    }),
  )
  return text
}
