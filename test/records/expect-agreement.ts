import { expect } from 'vitest'
import type { ClauseAgreement } from '../../src/app/example-records/compare-key.ts'
import { DETECTIONS } from './year-of-records.ts'

/** Precision and recall of 1 for every clause of the notice that a detection looks at. */
export function expectAgreement(agreement: readonly ClauseAgreement[]): void {
  expect(wrongOf(agreement)).toEqual([])
  expect(agreement.map(({ clause }) => clause)).toEqual([...new Set(agreement.map(({ clause }) => clause))])
  expect(new Set(agreement.map(({ clause }) => clause))).toEqual(new Set(DETECTIONS.map(({ clauseId }) => clauseId)))
  for (const { clause, planted, found, agreed } of agreement) {
    expect({ clause, found, agreed }).toEqual({ clause, found: planted, agreed: planted })
    expect(planted, `nothing planted under ${clause}`).toBeGreaterThan(0)
  }
}

export function wrongOf(agreement: readonly ClauseAgreement[]): readonly string[] {
  return agreement.flatMap(({ clause, wrong }) => wrong.map((line) => `${clause} ${line}`))
}
