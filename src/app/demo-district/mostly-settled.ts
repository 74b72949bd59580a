import type { ClauseId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { OfficeDiary } from '../example-year/office-diary.ts'
import { PHRASES } from '../example-year/phrases.ts'
import type { Random } from '../../core/kernel/random.ts'

/** Where a finding stands that nobody has decided by the demonstration's now. */
type Stage = 'alleged' | 'notified' | 'accepted' | 'contested'

/** How many are left so, each at another center. */
export type LeftOpen = Readonly<Record<Stage, number>>

interface Given {
  readonly now: Timestamp
  readonly leftOpen: LeftOpen
  readonly diary: OfficeDiary
  readonly random: Random
  /** The working day on which the office went through what it had found no ground for. */
  readonly settledOn: PlainDate
  /** Whether no more than a point hangs on it: the great matters are told on purpose (`showcase.ts`). */
  readonly isSmall: (clauseId: ClauseId) => boolean
}

/**
 * A district that keeps up with its work: of the findings that chance would leave undecided only so many are. Of the
 * others, what people reported was never reported, and what records show was looked at and dismissed. With a hundred open
 * matters every center could still come first or last, and a ranking would tell nothing.
 */
export function mostlySettled(lives: readonly (readonly Proposal[])[], given: Given): readonly Proposal[] {
  const left = { ...given.leftOpen }
  const taken = new Set<string>()
  return lives.flatMap((life): readonly Proposal[] => {
    const stage = stageOf(life, given.now)
    const [raised] = life
    if (stage === null || raised === undefined || !('centerId' in raised)) return life
    if (left[stage] > 0 && !taken.has(raised.centerId) && 'clauseId' in raised && given.isSmall(raised.clauseId)) {
      left[stage] -= 1
      taken.add(raised.centerId)
      return life
    }
    return raised.type === 'SuspicionRaised' ? dismissedAtOnce(raised, given) : []
  })
}

/** Null where it is decided, or not even alleged, by then. */
function stageOf(life: readonly Proposal[], now: Timestamp): Stage | null {
  const types = new Set(life.filter(({ recordedAt }) => recordedAt <= now).map(({ type }) => type))
  if (types.size === 0 || types.has('FindingSubstantiated') || types.has('FindingDismissed')) return null
  if (types.has('FindingContested')) return 'contested'
  if (types.has('FindingAccepted')) return 'accepted'
  return types.has('FindingNotified') ? 'notified' : 'alleged'
}

function dismissedAtOnce(
  raised: Extract<Proposal, { readonly type: 'SuspicionRaised' }>,
  { diary, random, settledOn }: Given,
): readonly Proposal[] {
  const { findingId } = raised
  const stamp = diary.stamp(random.pick(['assessor-1', 'assessor-2']), settledOn)
  return [raised, { type: 'FindingDismissed', ...stamp, findingId, reason: random.pick(PHRASES.dismissed) }]
}
