import { openAssessment } from '../../src/app/acting/open-assessment.ts'
import { actsInterleave } from '../conformance/interleavings.ts'
import {
  asks,
  district,
  kept,
  officeOver,
  opening,
  people,
  smallAdopted,
  testOffice,
} from '../fixtures/acting-office.ts'
import { openedLedger } from './opened-ledger.ts'

const { node, make } = openedLedger()
let second: ReturnType<typeof node> | undefined

/** Two nodes with a pool each, on one schema that is emptied before. */
async function two() {
  const [one, other] = [await make(), { ...(await (second ??= node())), close: () => undefined }]
  const { people: everybody } = await testOffice()
  const first = officeOver(one, everybody)
  await one.rubrics.keep(district, smallAdopted)
  kept(await openAssessment(first, asks(people.assessor), opening))
  return [first, { ...officeOver(other, everybody), clock: first.clock }] as const
}

actsInterleave('PostgreSQL', two, process.env['NIGHTLY'] ? 300 : 10)
