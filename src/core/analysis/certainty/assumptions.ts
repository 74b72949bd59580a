import type { AssessmentState } from '../../ledger/assessment-state.ts'

/**
 * What a simulation takes for granted, every figure of it. Shares are whole percents; each open matter goes its own way, and
 * each reading of an open question is as likely as its others and holds for all centers.
 */
export interface Assumptions {
  /** That a finding not yet decided is substantiated, as often as it is alleged. */
  readonly substantiated: number
  /** That an appeal under review reverses the decision; otherwise it stands as it is. */
  readonly reversed: number
  /** That a bonus applied for is approved, as often as proposed. */
  readonly approved: number
  /** That an absence bonus nothing has broken so far is kept until the period ends. */
  readonly kept: number
  /** An amount still to be decided: every half point of its range alike, always its least, or always its most. */
  readonly amounts: 'even' | 'least' | 'most'
}

/** How often something came out so far this year, in cases; the share is only used where there are enough of them. */
export interface SoFar {
  readonly yes: number
  readonly all: number
}

export interface StatedAssumptions {
  readonly assumptions: Assumptions
  readonly record: { readonly substantiated: SoFar; readonly reversed: SoFar; readonly approved: SoFar }
}

/** Fewer cases than this say nothing: then both ways are taken to be alike. */
export const FEWEST_CASES = 5
const EVEN = 50

/** What this year's own record suggests. */
export function assumptionsFrom({ findings, bonuses }: AssessmentState): StatedAssumptions {
  const substantiated = { yes: 0, all: 0 }
  const reversed = { yes: 0, all: 0 }
  const approved = { yes: 0, all: 0 }
  const count = (record: { yes: number; all: number }, isYes: boolean) => {
    record.all += 1
    if (isYes) record.yes += 1
  }
  for (const { standing, appeal } of findings.values()) {
    if (standing === 'substantiated' || standing === 'reversed') count(substantiated, true)
    else if (standing === 'dismissed') count(substantiated, false)
    if (appeal !== null && appeal.outcome !== 'pending') count(reversed, appeal.outcome === 'reversed')
  }
  for (const { standing } of bonuses.values()) if (standing !== 'proposed') count(approved, standing === 'approved')
  return {
    assumptions: {
      substantiated: shareOf(substantiated),
      reversed: shareOf(reversed),
      approved: shareOf(approved),
      kept: EVEN,
      amounts: 'even',
    },
    record: { substantiated, reversed, approved },
  }
}

function shareOf({ yes, all }: SoFar): number {
  return all < FEWEST_CASES ? EVEN : Math.round((100 * yes) / all)
}
