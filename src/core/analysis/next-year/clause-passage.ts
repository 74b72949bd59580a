import { canonicalJson } from '../../kernel/canonical-json.ts'
import { compareRational } from '../../kernel/rational.ts'
import type { Clause } from '../../rubric/clause.ts'
import { openPriceOf, type OpenPrice } from '../../rubric/clause-needs.ts'
import { clauseChanges } from '../../rubric/compare-clauses.ts'
import type { Condition, WithinDeadline } from '../../rubric/condition.ts'
import { matchTexts } from '../../rubric/match-texts.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { ClausePair } from './notice-parts.ts'

/** How whatever was decided under a clause comes to stand under what the clause became in another notice. */
export interface ClausePassage extends ClausePair {
  /** Neither price nor condition is another: nothing decided under it needs a look. */
  readonly isSame: boolean
  readonly isRepriced: boolean
  /** What a person decides under the clause as it is now; null where the notice fixes the price. */
  readonly open: OpenPrice | null
  /** Why nothing decided under it can be taken over, whatever is known of the case. */
  readonly gap: PassageGap | null
  /** From the requirements under the old 否则 to those under the new one. */
  readonly requirements: ReadonlyMap<number, number>
  /** Units by which occurrences were counted and are counted now, where both are printed and differ. */
  readonly units: { readonly before: string; readonly after: string } | null
}

/** bonus-or-breach: what was a deduction gives points now, or the other way round. */
export type PassageGap =
  | 'bonus-or-breach'
  | 'by-absence'
  | 'not-computed'
  | 'deadline-unknown'
  | 'responsibility-unknown'
  | 'condition-unknown'

/** Of one clause, for all findings and bonuses under it. */
export function clausePassage(before: Rubric, after: Rubric, pair: ClausePair): ClausePassage {
  const kinds = new Set(clauseChanges(pair.before, pair.after).map(({ kind }) => kind))
  const open = openPriceOf(after, pair.after)
  const isRepriced =
    kinds.has('clause-repriced') || canonicalJson(open) !== canonicalJson(openPriceOf(before, pair.before))
  const isConditioned = kinds.has('clause-conditioned')
  const requirements = requirementsOf(pair)
  const isSame = !isRepriced && !isConditioned && [...requirements].every(([was, now]) => was === now)
  return {
    ...pair,
    isSame,
    isRepriced,
    open,
    gap: isSame
      ? computedGap(pair)
      : (computedGap(pair) ?? sideGap(pair) ?? (isConditioned ? conditionGap(pair) : null)),
    requirements,
    units: unitsOf(pair),
  }
}

function computedGap({ before, after }: ClausePair): PassageGap | null {
  return before.standing.kind === 'scored' && after.standing.kind === 'recorded' ? 'not-computed' : null
}

function sideGap({ before, after }: ClausePair): PassageGap | null {
  if ((before.direction === 'bonus') !== (after.direction === 'bonus')) return 'bonus-or-breach'
  return !has(before, 'absent') && has(after, 'absent') ? 'by-absence' : null
}

/** Conditions that what is recorded of a case neither meets nor breaks for certain. Measures and counts scoring tests itself. */
function conditionGap(pair: ClausePair): PassageGap | null {
  const added = pair.after.conditions.filter(({ kind }) => !has(pair.before, kind))
  if (added.some(({ kind }) => kind === 'responsible')) return 'responsibility-unknown'
  if (added.some(({ kind }) => UNTOLD.has(kind))) return 'condition-unknown'
  return isDeadlineTold(pair) ? null : 'deadline-unknown'
}

/** A person judges these when substantiating, and nobody was asked then. */
const UNTOLD: ReadonlySet<Condition['kind']> = new Set([
  'exempt',
  'found-by',
  'severity',
  'peer-standing',
  'cumulative-loss',
])

/** Who missed five days missed three as well; the other way round the records do not say. */
function isDeadlineTold({ before, after }: ClausePair): boolean {
  const was = before.conditions.find((condition) => condition.kind === 'deadline')
  const now = after.conditions.find((condition) => condition.kind === 'deadline')
  if (now === undefined) return true
  if (was === undefined || !isSameMeasure(was, now)) return false
  const order = compareRational(now.limit, was.limit)
  return after.direction === 'bonus' ? order >= 0 : order <= 0
}

function isSameMeasure(was: WithinDeadline, now: WithinDeadline): boolean {
  return was.unit === now.unit && was.workingDays === now.workingDays
}

function has({ conditions }: Clause, kind: Condition['kind']): boolean {
  return conditions.some((condition) => condition.kind === kind)
}

function requirementsOf({ before, after }: ClausePair): ReadonlyMap<number, number> {
  const [was, now] = [antecedents(before), antecedents(after)]
  if (was.length === now.length && was.every((text, place) => text === now[place]))
    return new Map(was.map((_, place) => [place, place]))
  // One requirement that stands alone on both sides is the same one, however it is worded.
  if (was.length === 1 && now.length === 1) return new Map([[0, 0]])
  return new Map(matchTexts(was, now))
}

export function antecedents({ conditions }: Clause): readonly string[] {
  return conditions.flatMap((condition) => (condition.kind === 'otherwise' ? condition.antecedents : []))
}

function unitsOf({ before, after }: ClausePair): ClausePassage['units'] {
  const [was, now] = [before.per.join(''), after.per.join('')]
  return was === '' || now === '' || was === now ? null : { before: was, after: now }
}
