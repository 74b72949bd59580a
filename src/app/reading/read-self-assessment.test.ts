import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people, xiayang } from '../../../test/fixtures/acting-office.ts'
import { toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { id, type CriterionId } from '../../core/kernel/identifiers.ts'
import { points } from '../../core/kernel/points.ts'
import { submitSelfAssessment } from '../acting/submit-self-assessment.ts'
import { readSelfAssessment } from './read-self-assessment.ts'

test('before a center has assessed itself the office’s marks stand alone', async () => {
  const office = await openedOffice()
  const { submittedAt, sections } = kept(await readSelfAssessment(office, people.staff, assessmentId, xiayang))
  expect(submittedAt).toBeNull()
  expect(sections[0]).toMatchObject({ sectionId: '1', own: null, office: 500, difference: null })
})

test('its marks are summed by section beside the office’s, and each criterion has what the office’s lines come to', async () => {
  const office = await openedOffice()
  await toSubstantiated(office)
  const entries = [
    { criterionId: id<CriterionId>('1.1'), points: points('3'), statement: '值守严格' },
    { criterionId: id<CriterionId>('1.2'), points: points('2'), statement: '' },
  ]
  kept(await submitSelfAssessment(office, asks(people.staff), { centerId: xiayang, entries, statement: '如实自评' }))
  const view = kept(await readSelfAssessment(office, people.staff, assessmentId, xiayang))
  expect(view).toMatchObject({ statement: '如实自评' })
  expect(view.submittedAt).not.toBeNull()
  expect(view.sections[0]).toMatchObject({ own: 500, office: 400, difference: 100 })
  expect(view.sections[0]?.criteria.slice(0, 3)).toMatchObject([
    { own: 300, limit: 500, effect: -100, statement: '值守严格' },
    { own: 200, effect: 0 },
    { own: null, effect: 0 },
  ])
})

test('another center’s is not for it', async () => {
  const office = await openedOffice()
  expect(await readSelfAssessment(office, people.otherStaff, assessmentId, xiayang)).toMatchObject({
    refusal: { code: 'not-permitted' },
  })
})
