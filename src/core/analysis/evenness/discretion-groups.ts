import type { PlainDate } from '../../kernel/plain-date.ts'
import { hundredths, type Points } from '../../kernel/points.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import type { DiscretionCase } from './discretion-cases.ts'
import type { Names } from './evenness-names.ts'

export type GroupedBy = 'assessor' | 'center' | 'quarter' | 'source'

export const GROUPINGS: readonly GroupedBy[] = ['assessor', 'center', 'quarter', 'source']

/** Amounts that have something in common; `key` is the person, center, quarter or source, `name` what it is called. */
export interface AmountGroup {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly lowest: Points
  readonly median: Points
  readonly highest: Points
}

/** In the order in which they first occur; quarters in theirs. */
export function discretionGroups(cases: readonly DiscretionCase[], by: GroupedBy, names: Names): AmountGroup[] {
  const groups = [...gathered(cases, (one) => groupOf(one, by, names).key)]
  if (by === 'quarter') groups.sort(([one], [other]) => (one < other ? -1 : 1))
  return groups.flatMap(([, members]) =>
    members.slice(0, 1).map((first) => ({ ...groupOf(first, by, names), ...spreadOf(members) })),
  )
}

/** What of a case puts it into a group. A case whose decider nobody knows is of nobody. */
function groupOf(one: DiscretionCase, by: GroupedBy, names: Names): Pick<AmountGroup, 'key' | 'name'> {
  const { by: person, centerId, occurredOn, source } = one
  switch (by) {
    case 'assessor':
      return { key: person ?? '', name: person === null ? '' : names.person(person) }
    case 'center':
      return { key: centerId, name: names.center(centerId) }
    case 'quarter':
      return { key: quarterOf(occurredOn), name: quarterName(occurredOn) }
    case 'source':
      return { key: source, name: names.source(source) }
    default:
      return unreachable(by)
  }
}

export function gathered<Member, Key>(members: Iterable<Member>, keyOf: (member: Member) => Key): Map<Key, Member[]> {
  const groups = new Map<Key, Member[]>()
  for (const member of members) {
    const key = keyOf(member)
    const group = groups.get(key)
    if (group) group.push(member)
    else groups.set(key, [member])
  }
  return groups
}

/** 2021年三季度 */
export function quarterName(day: PlainDate): string {
  return `${day.slice(0, 4)}年${'一二三四'.charAt(Math.ceil(Number(day.slice(5, 7)) / 3) - 1)}季度`
}

/** `2021Q3` */
function quarterOf(day: PlainDate): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function spreadOf(cases: readonly DiscretionCase[]): Omit<AmountGroup, 'key' | 'name'> {
  const amounts = cases.map(({ points }) => points).sort((one, other) => one - other)
  const [lowest, highest] = [amounts[0] ?? hundredths(0), amounts.at(-1) ?? hundredths(0)]
  return { count: amounts.length, lowest, median: medianOf(amounts), highest }
}

/** Of ascending amounts; between the two in the middle, halves of a hundredth up. */
function medianOf(amounts: readonly Points[]): Points {
  const half = amounts.length >> 1
  const upper = amounts[half] ?? 0
  return hundredths(amounts.length % 2 === 1 ? upper : Math.round(((amounts[half - 1] ?? 0) + upper) / 2))
}
