import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { clauseOf, dayOf } from './finding-filter.ts'
import { findingSteps } from './next-steps.ts'

/** `newest` and `oldest` go by when it was opened, `due` by the last day of the next step. */
export type FindingOrder = 'newest' | 'oldest' | 'occurred' | 'due' | 'center' | 'clause'

/** The last finding of a page: its key in the order, and the `seq` that opened it. */
export interface FindingPlace {
  readonly key: string
  readonly seq: number
}

interface Ordering {
  readonly direction: 1 | -1
  readonly isByOpening?: boolean
  readonly keyOf: (live: LiveAssessment, finding: Finding, today: PlainDate) => string
}

const LAST = '9999-12-31'

const ORDERINGS: Readonly<Record<FindingOrder, Ordering>> = {
  newest: { direction: -1, isByOpening: true, keyOf: () => '' },
  oldest: { direction: 1, isByOpening: true, keyOf: () => '' },
  occurred: { direction: -1, keyOf: (_live, finding) => dayOf(finding) },
  due: { direction: 1, keyOf: (live, finding, today) => findingSteps(live, finding, today)[0]?.dueBy ?? LAST },
  center: { direction: 1, keyOf: ({ state }, { centerId }) => state.centers.get(centerId) ?? centerId },
  clause: { direction: 1, keyOf: (_live, finding) => placeInNotice(clauseOf(finding)) },
}

/**
 * The page after `after` in the order, and the place of its last finding where more follow. `found` is in the order of opening.
 * Of tens of thousands only a page is kept while they are walked: sorting all of them would cost more than all else.
 */
export function pageInOrder(
  live: LiveAssessment,
  found: readonly Finding[],
  asked: { readonly order: FindingOrder; readonly after: FindingPlace | null; readonly limit: number },
  today: PlainDate,
): { readonly entries: readonly Finding[]; readonly next: FindingPlace | null } {
  const { direction, keyOf, isByOpening = false } = ORDERINGS[asked.order]
  const { after, limit } = asked
  const first: Placed[] = []
  for (let at = 0; at < found.length; at += 1) {
    // In the direction of the order, so that what has one key comes as it is wanted.
    const finding = found[direction > 0 ? at : found.length - 1 - at]
    if (!finding) continue
    // Those opened later or earlier need not be looked at.
    if (isByOpening && first.length > limit) break
    const one = { finding, key: keyOf(live, finding, today), seq: openedAt(finding) }
    if (after !== null && direction * compare(one, after) <= 0) continue
    const last = first.at(-1)
    if (first.length > limit && last && direction * compare(one, last) >= 0) continue
    first.splice(placeFor(first, one, direction), 0, one)
    if (first.length > limit + 1) first.pop()
  }
  const entries = first.slice(0, limit)
  const last = entries.at(-1)
  return {
    entries: entries.map(({ finding }) => finding),
    next: last === undefined || first.length <= limit ? null : { key: last.key, seq: last.seq },
  }
}

/** All of them, each once. `found` is in the order of opening. */
export function allInOrder(
  live: LiveAssessment,
  found: readonly Finding[],
  order: FindingOrder,
  today: PlainDate,
): readonly Finding[] {
  const { direction, keyOf } = ORDERINGS[order]
  return found
    .map((finding): Placed => ({ finding, key: keyOf(live, finding, today), seq: openedAt(finding) }))
    .sort((one, other) => direction * compare(one, other))
    .map(({ finding }) => finding)
}

type Placed = FindingPlace & { readonly finding: Finding }

/** Where it stands among those that are sorted. */
function placeFor(sorted: readonly Placed[], one: Placed, direction: 1 | -1): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = sorted[middle]
    if (other && direction * compare(other, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function compare(one: FindingPlace, other: FindingPlace): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1
  return one.seq - other.seq
}

function openedAt({ because }: Finding): number {
  return because[0] ?? 0
}

/** Clause 2.10.1 comes after 2.9.1. */
function placeInNotice(clauseId: string): string {
  return clauseId.replaceAll(/\d+/g, (figure) => figure.padStart(4, '0'))
}
