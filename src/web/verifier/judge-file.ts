import type { CheckName, Failure } from '../../core/proof/check-book.ts'
import type { Verification } from '../../core/proof/verification.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'

/** What the page says was published, to hold a file against. */
export interface Published {
  readonly district: string
  readonly assessmentId: string
  readonly sealedHead: ChainHead
  readonly head: ChainHead
  readonly results: readonly { readonly centerId: string; readonly name: string; readonly score: number }[]
}

/** `same` only where the file holds by itself and the published seal stands in its ledger. */
export type Judgment =
  | { readonly kind: 'same'; readonly verified: Verified }
  | { readonly kind: 'differs'; readonly verified: Verified; readonly differences: readonly Difference[] }
  /** No bundle at all, or one of a version that this page does not know. */
  | { readonly kind: 'foreign'; readonly reason: 'empty' | 'not-bundle' | 'format-unknown' }
  /** It may hold, and is about something else. */
  | { readonly kind: 'elsewhere'; readonly verified: Verified }

export type Verified = Extract<Verification, { kind: 'verified' }>

export type Difference =
  | {
      readonly kind: 'failed'
      readonly what: CheckName
      readonly failed: number
      readonly failures: readonly Failure[]
    }
  | { readonly kind: 'unchecked'; readonly what: CheckName }
  | { readonly kind: 'seal-missing' }
  | { readonly kind: 'code-missing' }
  | { readonly kind: 'score'; readonly name: string; readonly inFile: number; readonly published: number }

export function judgeFile(verification: Verification, published: Published): Judgment {
  if (verification.kind === 'foreign') return verification
  const { header } = verification.opening
  if (header.assessmentId !== published.assessmentId || header.tenantId !== published.district)
    return { kind: 'elsewhere', verified: verification }
  const differences = [...failedChecks(verification), ...otherScores(verification, published)]
  return differences.length === 0
    ? { kind: 'same', verified: verification }
    : { kind: 'differs', verified: verification, differences }
}

function failedChecks({ checks, anchor }: Verified): readonly Difference[] {
  return checks.flatMap((check): readonly Difference[] => {
    const { what, state, failed, failures } = check
    if (state === 'holds') return []
    if (state === 'unchecked') return [{ kind: 'unchecked', what }]
    if (what !== 'anchor') return [{ kind: 'failed', what, failed, failures }]
    const isCodeMissing = failures.some(({ code }) => code === 'code-not-in-chain')
    return [
      ...(anchor.head === null ? [{ kind: 'seal-missing' } as const] : []),
      ...(isCodeMissing ? [{ kind: 'code-missing' } as const] : []),
    ]
  })
}

/** Between the seal and the publication no sheet can change: what the file says then must be what was published. */
function otherScores(
  { sheets, head }: Verified,
  { sealedHead, head: last, results }: Published,
): readonly Difference[] {
  if (head.seq < sealedHead.seq || head.seq > last.seq) return []
  return sheets.flatMap(({ centerId, score }) => {
    const one = results.find((result) => result.centerId === centerId)
    if (one === undefined || one.score === score) return []
    return [{ kind: 'score', name: one.name, inFile: score, published: one.score } as const]
  })
}
