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
  readonly keyOf: (live: LiveAssessment, finding: Finding, today: PlainDate) => string
}

const LAST = '9999-12-31'

const ORDERINGS: Readonly<Record<FindingOrder, Ordering>> = {
  newest: { direction: -1, keyOf: () => '' },
  oldest: { direction: 1, keyOf: () => '' },
  occurred: { direction: -1, keyOf: (_live, finding) => dayOf(finding) },
  due: { direction: 1, keyOf: (live, finding, today) => findingSteps(live, finding, today)[0]?.dueBy ?? LAST },
  center: { direction: 1, keyOf: ({ state }, { centerId }) => state.centers.get(centerId) ?? centerId },
  clause: { direction: 1, keyOf: (_live, finding) => placeInNotice(clauseOf(finding)) },
}

/** The page after `after` in the order, and the place of its last finding where more follow. */
export function pageInOrder(
  live: LiveAssessment,
  found: readonly Finding[],
  asked: { readonly order: FindingOrder; readonly after: FindingPlace | null; readonly limit: number },
  today: PlainDate,
): { readonly entries: readonly Finding[]; readonly next: FindingPlace | null } {
  const { direction, keyOf } = ORDERINGS[asked.order]
  const placed = found.map((finding) => ({ finding, key: keyOf(live, finding, today), seq: openedAt(finding) }))
  const { after } = asked
  const left = after === null ? placed : placed.filter((one) => direction * compare(one, after) > 0)
  const sorted = left.sort((one, other) => direction * compare(one, other))
  const entries = sorted.slice(0, asked.limit)
  const last = entries.at(-1)
  return {
    entries: entries.map(({ finding }) => finding),
    next: last === undefined || sorted.length === entries.length ? null : { key: last.key, seq: last.seq },
  }
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
