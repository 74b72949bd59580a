import type { ClauseId } from '../../kernel/identifiers.ts'
import type { Relation } from '../../rubric/relation.ts'
import { isWorseOutcome } from '../questions/escalation-questions.ts'
import type { CriterionReading } from './compile-criterion.ts'
import { eventClauses } from './event-clauses.ts'
import { spanOf } from './source-text.ts'

/** What the notice says of clauses together; every relation names its wording. */
export function relationsOf(readings: readonly CriterionReading[]): Relation[] {
  const named = quotedNames(readings)
  return [
    ...readings.flatMap((reading) => [...escalations(reading), ...conversions(reading, named), ...exclusions(reading)]),
    ...sharedEvents(readings),
  ]
}

/** 经回访仍不满意的，扣2分 and 加倍扣分: a worse outcome of the price before it. */
function escalations({ criterion, reading }: CriterionReading): Relation[] {
  return reading.drafts.flatMap((draft, at): Relation[] => {
    const clause = criterion.clauses[at]
    const base = criterion.clauses[draft.multiplies ?? at - 1]
    const before = reading.drafts[draft.multiplies ?? at - 1]
    if (!clause || !base || !before) return []
    const printed = { phrase: clause.quote, span: clause.span, clauseId: clause.id, base: base.id }
    if (draft.multiplies !== null) return [{ kind: 'escalates', mode: 'replaces', ...printed }]
    if (draft.marks.adds && draft.direction === 'deduct' && !draft.beyondCap)
      return [{ kind: 'escalates', mode: 'adds', ...printed }]
    return isWorseOutcome(before, draft) &&
      draft.amount.kind !== 'linear' &&
      draft.conditions.every((one) => one.kind !== 'running-count')
      ? [{ kind: 'escalates', mode: 'open', ...printed }]
      : []
  })
}

/** “好差评”转“12345”的，按照“好差评”标准扣分 */
const CONVERSION =
  /[“"]([^”"]{1,12})[”"]转(?:为|入|成)?[“"]([^”"]{1,12})[”"]的?[^“"]{0,3}按照?[“"]([^”"]{1,12})[”"](?:的)?标准/

function conversions({ criterion }: CriterionReading, named: ReadonlyMap<string, ClauseId>): Relation[] {
  return criterion.clauses.flatMap((clause): Relation[] => {
    const match = CONVERSION.exec(clause.quote)
    const from = named.get(match?.[1] ?? '')
    const to = named.get(match?.[2] ?? '')
    const chargedAs = named.get(match?.[3] ?? '')
    if (from === undefined || to === undefined || chargedAs === undefined || from === to) return []
    return [{ kind: 'charged-as', clauseId: clause.id, from, to, chargedAs, phrase: clause.quote, span: clause.span }]
  })
}

/** The first clause with a price of its own that names each “thing”. */
function quotedNames(readings: readonly CriterionReading[]): Map<string, ClauseId> {
  const names = new Map<string, ClauseId>()
  for (const { criterion } of readings)
    for (const clause of criterion.clauses)
      if (clause.amount.kind !== 'unspecified' && clause.direction === 'deduct')
        for (const [, name] of clause.quote.matchAll(/[“"]([^”"]{1,12})[”"]/g))
          if (name !== undefined && !names.has(name)) names.set(name, clause.id)
  return names
}

/** 就高不就低, 不重复扣分: said of the prices of the criterion it stands in. */
function exclusions({ criterion, text }: CriterionReading): Relation[] {
  const clauseIds = criterion.clauses.map((clause) => clause.id)
  if (clauseIds.length === 0) return []
  const span = spanOf(text)
  const highest = /[^,，;；。]{0,12}(?:就高不就低|只按最高|按最高|取最高|择高|就高)[^,，;；。]{0,12}/.exec(
    text.text,
  )?.[0]
  const once = /[^,，;；。(（]{0,16}不(?:再)?(?:重复|累计)(?:扣|加|计|记)分?/.exec(text.text)?.[0]
  return [
    ...(highest === undefined ? [] : [{ kind: 'highest-only' as const, clauseIds, phrase: highest, span }]),
    ...(once === undefined ? [] : [{ kind: 'no-double-charge' as const, clauseIds, phrase: once, span }]),
  ]
}

/** One event may fit clauses of several criteria: rests on the double-count question of the first. */
function sharedEvents(readings: readonly CriterionReading[]): Relation[] {
  const quarrels = eventClauses(readings, 'quarrel')
  const groups = [
    eventClauses(readings, 'absence'),
    quarrels.length > 0 ? [...quarrels, ...eventClauses(readings, 'complaint')] : [],
  ]
  return groups.flatMap((group): Relation[] => {
    const first = group[0]
    const clause = first?.reading.criterion.clauses.find(({ id }) => id === first.clauseId)
    const clauseIds = [...new Set(group.map(({ clauseId }) => clauseId))]
    if (!clause || clauseIds.length < 2) return []
    return [{ kind: 'same-event', clauseIds, phrase: clause.quote, span: clause.span }]
  })
}
