import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  district,
  kept,
  openedOffice,
  people,
  xiayang,
} from '../../../test/fixtures/acting-office.ts'
import { closed } from '../../../test/fixtures/acting-plays.ts'
import { toReported, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { verificationCode } from '../../core/scoring/verification-code.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { publishResults } from '../acting/publish-results.ts'
import { reopenAssessment } from '../acting/reopen-assessment.ts'
import { sealAssessment } from '../acting/seal-assessment.ts'
import { publicResults } from './public-results.ts'
import { readSeal } from './sealed-sheets.ts'

async function published() {
  const office = await openedOffice()
  await toSubstantiated(office)
  await toReported(office, id<FindingId>('f2'))
  kept(await closed(office))
  kept(await sealAssessment(office, asks(people.assessor), { forcedBecause: '等不及申诉期满' }))
  kept(await publishResults(office, asks(people.assessor), { statement: '现予公示' }))
  return office
}

test('what is published says which clause took how much how often, and nothing that a person wrote of a case', async () => {
  const office = await published()
  const results = kept(await publicResults(office, district, assessmentId))
  const own = results.results.find(({ centerId }) => centerId === xiayang)
  expect(own?.scores?.flatMap(({ moved }) => moved)).toEqual([
    { clauseId: clauses.vacated, occurrences: 1, effect: -100 },
    { clauseId: clauses.noComplaint, occurrences: null, effect: 100 },
  ])
  expect(results.sections.flatMap((section) => section.clauses.map(({ clauseId }) => clauseId))).toEqual([
    clauses.vacated,
    clauses.noComplaint,
  ])
  expect(results.sections[0]?.clauses[0]?.ref).toBe('一.1')
  expect(own?.sentence).toBe('4 + 10 + 1 + 0 = 15')
  const said = JSON.stringify(results)
  for (const secret of [
    '"f1"',
    '"f2"',
    '未定',
    '综合窗口无人在岗',
    '情况属实',
    '照片与排班表一致',
    '等不及申诉期满',
    'assessor',
  ])
    expect(said).not.toContain(secret)
})

test('the code of a sealed sheet stays that of the seal, whatever follows', async () => {
  const office = await published()
  const { sealedHead, head, results } = kept(await publicResults(office, district, assessmentId))
  expect(head.seq).toBe(sealedHead.seq + 1)
  const { digestOf } = kept(await office.live.look(district, assessmentId))
  for (const { centerId, digest, code } of results)
    expect(code).toBe(verificationCode(sealedHead, centerId, digest as Digest, digestOf).code)
})

test('a seal says what stood against it, to the office; reopened there is none', async () => {
  const office = await published()
  const forced = { blockers: 1, reason: '等不及申诉期满' }
  expect(kept(await readSeal(office, people.leader, assessmentId)).seal).toMatchObject({
    forced,
    statement: '现予公示',
  })
  expect(await readSeal(office, people.staff, assessmentId)).toMatchObject({ refusal: { code: 'not-permitted' } })
  kept(await reopenAssessment(office, asks(people.assessor), { reason: '补正' }))
  expect(kept(await readSeal(office, people.leader, assessmentId)).seal).toBeNull()
})
