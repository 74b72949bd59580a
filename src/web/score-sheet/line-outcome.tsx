/**
 * The score sheet as pieces: `line-outcome.tsx` has one component for every outcome of a line, named as in core;
 * `clause-result.tsx` is what a clause came to, for the margin of the official table; `clause-chain.tsx` opens it down to
 * evidence, records and decisions. What moves how much, and why, is always the server's word.
 */
import { unreachable } from '../../core/kernel/unreachable.ts'
import { Absence } from './absence-lines.tsx'
import type { OutcomeGroup } from './lines-by-outcome.ts'
import { AwaitingAmount, AwaitingApproval, AwaitingDecision, OpenQuestion, UnderAppeal } from './open-lines.tsx'
import { Vetoed, Zeroed } from './whole-loss-lines.tsx'

/** Lines of one outcome under one clause. What is counted or idle is told of the clause as a whole: see `ClauseResult`. */
export function LineOutcomes({ group: { kind, lines } }: { readonly group: OutcomeGroup }) {
  switch (kind) {
    case 'deducted':
    case 'added':
    case 'earned':
      return null
    case 'zeroed':
      return <Zeroed lines={lines} />
    case 'vetoed':
      return <Vetoed lines={lines} />
    case 'awaiting-amount':
      return <AwaitingAmount lines={lines} />
    case 'awaiting-decision':
      return <AwaitingDecision lines={lines} />
    case 'awaiting-approval':
      return <AwaitingApproval lines={lines} />
    case 'under-appeal':
      return <UnderAppeal lines={lines} />
    case 'open-question':
      return <OpenQuestion lines={lines} />
    case 'absence':
      return <Absence lines={lines} />
    case 'charged-elsewhere':
    case 'added-elsewhere':
    case 'charged-already':
    case 'not-met':
    case 'dismissed':
    case 'reversed':
    case 'rejected':
    case 'withdrawn':
    case 'not-computed':
      return null
    default:
      return unreachable(kind)
  }
}
