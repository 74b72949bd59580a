import { id, type EventKey } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { breachClauses } from './breach-clauses.ts'
import { roughCost } from './clause-cost.ts'
import { pairsOf } from './event-pairs.ts'
import type { Random } from '../../core/kernel/random.ts'
import { someWorkingDay, type YearSetting } from './year-setting.ts'

/** A finding that shall occur: under which clause, and of which event where it shares one. */
export interface Wish {
  readonly clause: Clause
  readonly eventKey: EventKey | null
  readonly occurredOn: PlainDate | null
  readonly source: FindingSource | null
}

/** The wishes of the center at `place`: what must occur with it, then what chance adds up to `count`. */
export function wishesOf(setting: YearSetting, random: Random, place: number, count: number): Wish[] {
  const wishes = [...dueClauses(setting, place), ...duePairs(setting, random, place)]
  const used = new Set(wishes.map(({ clause }) => clause.id))
  const common = commonClauses(setting)
  while (wishes.length < count) {
    // A price without a unit is for a state (无制度): a center is not in it twice.
    const free = common.filter((clause) => clause.per.length > 0 || !used.has(clause.id))
    if (free.length === 0) return wishes
    const clause = random.pick(free)
    used.add(clause.id)
    wishes.push(wishFor(clause))
  }
  return wishes
}

/** Each clause goes round the centers, so that all of them occur; what is earned, everyone earns. */
function dueClauses(setting: YearSetting, place: number): Wish[] {
  const { centers } = setting
  return openClauses(setting)
    .filter(({ direction }, turn) => direction === 'earn' || turn % centers.length === place)
    .map(wishFor)
}

/** Each relation goes round them too, and the common ones occur here and there besides. */
function duePairs(setting: YearSetting, random: Random, place: number): Wish[] {
  return pairsOf(setting.rubric).flatMap(({ members, isCommon }, turn) => {
    const isDue = turn % setting.centers.length === place
    if (!isDue && !(isCommon && random.chance(15))) return []
    const seen = eventSeen(setting, random, place, members)
    if (seen === null) return []
    const { occurredOn, eventKey } = seen ?? {
      occurredOn: someWorkingDay(setting, random),
      eventKey: id<EventKey>(`event-${place + 1}-${turn + 1}`),
    }
    return members
      .filter(({ clauseId }) => !setting.found?.clauses.has(clauseId))
      .flatMap(({ clauseId, source }) => {
        const clause = findClause(setting.rubric, clauseId)
        return clause ? [{ clause, eventKey, occurredOn, source }] : []
      })
  })
}

type SeenEvent = Pick<Wish, 'eventKey' | 'occurredOn'>

/**
 * An event that detections saw under one of the clauses, so that what is made up under another is about the same; undefined
 * where they look at none of them, null where they saw nothing.
 */
function eventSeen(
  { found, centers }: YearSetting,
  random: Random,
  place: number,
  members: readonly { readonly clauseId: Clause['id'] }[],
): SeenEvent | null | undefined {
  if (!found || !members.some(({ clauseId }) => found.clauses.has(clauseId))) return undefined
  const seen = found.suspicions.filter(
    ({ centerId, clauseId, eventKey }) =>
      eventKey !== null && centerId === centers[place]?.id && members.some((member) => member.clauseId === clauseId),
  )
  return seen.length === 0 ? null : random.pick(seen)
}

/** Those that no detection looks at. */
function openClauses({ rubric, found }: YearSetting): readonly Clause[] {
  return breachClauses(rubric).filter(({ id }) => !found?.clauses.has(id))
}

/** Cheap prices with a unit stand in the list often, dear ones once; what ends everything is left to `dueClauses`. */
function commonClauses(setting: YearSetting): Clause[] {
  const { rubric } = setting
  return openClauses(setting)
    .filter(({ direction }) => direction === 'deduct')
    .flatMap((clause) => {
      const frequency = clause.per.length > 0 ? 400 : 100
      const weight = Math.max(1, Math.round(frequency / Math.max(50, roughCost(rubric, clause))))
      return Array.from({ length: weight }, () => clause)
    })
}

function wishFor(clause: Clause): Wish {
  return { clause, eventKey: null, occurredOn: null, source: null }
}
