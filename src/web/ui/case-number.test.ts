import { expect, test } from 'vitest'
import { caseNumber } from './case-number.ts'

test.each([
  ['xiayang-F012', 'F012'],
  ['F012', 'F012'],
  ['4ebbba55b0e07cada05d', '4ebbba55'],
  ['s-4ebbba55b0e07cada05d', '4ebbba55'],
  ['9f0c6f3e-5a4b-4c1d-8e2f-001122334455', '9f0c6f3e'],
])('%s is called %s', (caseId, number) => {
  expect(caseNumber(caseId)).toBe(number)
})
