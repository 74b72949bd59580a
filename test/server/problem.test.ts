import { expect, test } from 'vitest'
import { ACTING_REFUSALS } from '../../src/app/office/acting-refusals.ts'
import { PEOPLE_REFUSALS } from '../../src/app/people/people-refusals.ts'
import { RECORD_REFUSALS } from '../../src/app/ports/record-refusals.ts'
import { STORE_FAULTS } from '../../src/app/ports/store-fault.ts'
import { STORE_REFUSALS } from '../../src/app/ports/store-refusals.ts'
import { DESK_REFUSALS } from '../../src/app/records/desk-refusals.ts'
import { LEDGER_REFUSALS } from '../../src/core/ledger/ledger-refusals.ts'
import { SUPPOSITION_REFUSALS } from '../../src/core/analysis/what-if/supposition-refusals.ts'
import { CORRECTION_REFUSALS } from '../../src/core/rubric/correction-refusals.ts'
import { checkShape } from '../../src/server/check-shape.ts'
import { problemSchema } from '../../src/api/problem-schema.ts'
import { PROBLEM_STATUSES, problemBody, type ProblemCode } from '../../src/server/problem.ts'
import {
  ACTING_STATUSES,
  CORRECTION_STATUSES,
  STORE_REFUSAL_STATUSES,
} from '../../src/server/problems/acting-statuses.ts'
import { HTTP_REFUSALS, HTTP_STATUSES } from '../../src/server/problems/http-refusals.ts'
import { LEDGER_STATUSES } from '../../src/server/problems/ledger-statuses.ts'
import { PEOPLE_STATUSES } from '../../src/server/problems/people-statuses.ts'
import { DESK_STATUSES, RECORD_STATUSES } from '../../src/server/problems/record-statuses.ts'
import { EVIDENCE_STATUSES, STORE_STATUSES } from '../../src/server/problems/store-statuses.ts'

const catalogues = {
  ...LEDGER_REFUSALS,
  ...ACTING_REFUSALS,
  ...CORRECTION_REFUSALS,
  ...SUPPOSITION_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...STORE_FAULTS,
  ...STORE_REFUSALS,
  ...RECORD_REFUSALS,
  ...DESK_REFUSALS,
  ...HTTP_REFUSALS,
}
const statuses = [
  LEDGER_STATUSES,
  ACTING_STATUSES,
  CORRECTION_STATUSES,
  STORE_REFUSAL_STATUSES,
  PEOPLE_STATUSES,
  EVIDENCE_STATUSES,
  STORE_STATUSES,
  RECORD_STATUSES,
  DESK_STATUSES,
  HTTP_STATUSES,
]
const codes = Object.keys(PROBLEM_STATUSES) as readonly ProblemCode[]

test.each(codes)('%s makes a whole problem', (code) => {
  const body = problemBody({ code, message: '没有办理；请再试' }, 'r1')
  expect(checkShape(problemSchema, 'problem')(body)).toBeNull()
  expect(body.title).toBeTruthy()
  expect(body.status).toBe(PROBLEM_STATUSES[code])
})

test('every code of every catalogue has a status', () => {
  expect(Object.keys(catalogues).filter((code) => !(code in PROBLEM_STATUSES))).toEqual([])
})

test('a code that several rooms use has one status', () => {
  const seen = new Map<string, number>()
  for (const [code, status] of statuses.flatMap((one) => Object.entries<number>(one))) {
    expect([code, seen.get(code) ?? status]).toEqual([code, status])
    seen.set(code, status)
  }
})

test('every sentence of the server says what to do', () => {
  for (const [code, say] of Object.entries(HTTP_REFUSALS))
    expect([code, (say as (...facts: unknown[]) => string)('甲', '乙')]).toEqual([
      code,
      expect.stringMatching(/请|要/u),
    ])
})
