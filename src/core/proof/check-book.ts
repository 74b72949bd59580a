import type { Refusal } from '../kernel/outcome.ts'
import type { Place } from './place.ts'
import { proofFailure, type ProofFailureCode, type ProofFailureFacts } from './proof-failures.ts'

/** What is verified, in the order in which it is told. */
export const CHECKS = [
  'form',
  'seal',
  'rubric',
  'chain',
  'events',
  'deadlines',
  'evidence',
  'sampling',
  'sealed-sheets',
  'sheets',
  'codes',
  'counts',
  'anchor',
] as const

export type CheckName = (typeof CHECKS)[number]

export interface Check {
  readonly what: CheckName
  /** `unchecked` where something else is broken so that this cannot be looked at; it holds nothing then. */
  readonly state: 'holds' | 'fails' | 'unchecked'
  /** How many things were looked at. */
  readonly counted: number
  /** The first few; `failed` counts all. */
  readonly failures: readonly Failure[]
  readonly failed: number
}

export interface Failure extends Place {
  readonly code: ProofFailureCode
  readonly message: string
}

export interface CheckBook {
  readonly count: (what: CheckName) => void
  readonly report: (what: CheckName, place: Place, failure: Refusal<ProofFailureCode>) => void
  readonly fail: <Code extends ProofFailureCode>(
    what: CheckName,
    place: Place,
    code: Code,
    ...facts: ProofFailureFacts<Code>
  ) => void
  /** This cannot be looked at. */
  readonly skip: (what: CheckName) => void
  /** As far as it has come. */
  readonly checks: () => readonly Check[]
}

/** A damaged file may fail a million times: as many as this are kept of each. */
const KEPT = 5

export function checkBook(asked: readonly CheckName[]): CheckBook {
  const pages = new Map(asked.map((what) => [what, { counted: 0, failed: 0, isSkipped: false, kept: [] as Failure[] }]))
  const report: CheckBook['report'] = (what, { line, seq }, { code, message }) => {
    const page = pages.get(what)
    if (!page) return
    page.failed += 1
    if (page.kept.length < KEPT) page.kept.push({ code, message, line, seq })
  }
  return {
    report,
    count: (what) => {
      const page = pages.get(what)
      if (page) page.counted += 1
    },
    fail: (what, place, code, ...facts) => report(what, place, proofFailure(code, ...facts)),
    skip: (what) => {
      const page = pages.get(what)
      if (page) page.isSkipped = true
    },
    checks: () =>
      [...pages].map(([what, { counted, failed, isSkipped, kept }]) => ({
        what,
        state: failed > 0 ? 'fails' : isSkipped ? 'unchecked' : 'holds',
        counted,
        failures: kept,
        failed,
      })),
  }
}
