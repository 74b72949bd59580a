import type { BonusId, CenterId, FindingId } from '../kernel/identifiers.ts'
import type { AssessmentState, Bonus, Finding } from '../ledger/assessment-state.ts'
import type { ChainHead, Digest } from '../ledger/chain.ts'
import type { LedgerEvent } from '../ledger/ledger-event.ts'
import { scoreCenter } from '../scoring/score-center.ts'
import type { ScoringPlan } from '../scoring/scoring-plan.ts'
import { sheetDigest } from '../scoring/sheet-digest.ts'
import { verificationCode, type ShortCode } from '../scoring/verification-code.ts'
import { centerBook, centerOf } from './center-of.ts'
import type { Digests } from './digests.ts'
import { orNullIfUnsound } from './recompute-sheets.ts'

/** What somebody kept from earlier: a code from a sheet, or where the ledger stood. `centerId` narrows the search. */
export interface Anchor {
  readonly code: ShortCode | null
  readonly head: Digest | null
  readonly centerId: CenterId | null
}

/** Where in the history the kept thing is found: it was the state of things after that entry. */
export interface AnchorFound {
  readonly seq: number
  readonly centerId: CenterId | null
}

export interface AnchorSearch {
  /** Called after each entry; `event` is null where it is withheld. */
  readonly after: (event: LedgerEvent | null, state: AssessmentState, head: ChainHead) => void
  readonly found: () => { readonly head: AnchorFound | null; readonly code: AnchorFound | null }
}

/**
 * Looks for what was kept at every place of the chain: the head as it is, a code by making the sheet again as it was there.
 * A sheet is made again only where something that it rests on has changed; the code changes with every entry.
 */
export function anchorSearch(
  { code, head: kept, centerId: only }: Anchor,
  planOf: (state: AssessmentState) => ScoringPlan | null,
  digests: Digests,
): AnchorSearch {
  let headFound: AnchorFound | null = null
  let codeFound: AnchorFound | null = null
  let plan: ScoringPlan | null = null
  const about = centerBook()
  const made = new Map<CenterId, Digest>()
  const findings = new Map<CenterId, Set<FindingId>>()
  const bonuses = new Map<CenterId, Set<BonusId>>()

  const digestFor = (centerId: CenterId, state: AssessmentState): Digest | null => {
    const known = made.get(centerId)
    if (known !== undefined) return known
    plan ??= planOf(state)
    if (plan === null) return null
    const facts = {
      centerId,
      centerName: state.centers.get(centerId) ?? centerId,
      findings: present<FindingId, Finding>(findings.get(centerId), state.findings),
      bonuses: present<BonusId, Bonus>(bonuses.get(centerId), state.bonuses),
      isClosed: state.isClosed,
    }
    const current = plan
    const digest = orNullIfUnsound(() => sheetDigest(scoreCenter(current, facts), digests.of))
    if (digest !== null) made.set(centerId, digest)
    return digest
  }

  const note = (event: LedgerEvent) => {
    const centerId = centerOf(event, about)
    if (centerId === null) {
      made.clear()
      if (event.type === 'QuestionAnswered') plan = null
      return
    }
    made.delete(centerId)
    if ('findingId' in event) listed(findings, centerId).add(event.findingId)
    if ('bonusId' in event) listed(bonuses, centerId).add(event.bonusId)
  }

  return {
    after: (event, state, head) => {
      if (kept === head.digest) headFound ??= { seq: head.seq, centerId: null }
      if (code === null || codeFound !== null) return
      if (event !== null) note(event)
      for (const centerId of only === null ? state.centers.keys() : [only]) {
        if (!state.centers.has(centerId)) continue
        const digest = digestFor(centerId, state)
        if (digest === null || verificationCode(head, centerId, digest, digests.of).code !== code) continue
        codeFound = { seq: head.seq, centerId }
        return
      }
    },
    found: () => ({ head: headFound, code: codeFound }),
  }
}

function listed<Id>(lists: Map<CenterId, Set<Id>>, centerId: CenterId): Set<Id> {
  const known = lists.get(centerId)
  if (known) return known
  const list = new Set<Id>()
  lists.set(centerId, list)
  return list
}

function present<Id, Value>(ids: ReadonlySet<Id> | undefined, values: ReadonlyMap<Id, Value>): Value[] {
  const found: Value[] = []
  for (const id of ids ?? []) {
    const value = values.get(id)
    if (value !== undefined) found.push(value)
  }
  return found
}
