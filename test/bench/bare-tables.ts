import type { ClauseId, CriterionId, SectionId } from '../../src/core/kernel/identifiers.ts'
import type { Clause } from '../../src/core/rubric/clause.ts'
import type { ClausePlan } from '../../src/core/scoring/clause-plan.ts'
import type { LineOutcome } from '../../src/core/scoring/score-sheet.ts'
import type { ScoringPlan } from '../../src/core/scoring/scoring-plan.ts'

/** A settled rubric as whole numbers, by the place of a clause or section: what someone who knew it would write down. */
export interface BareTables {
  readonly clauseIds: readonly ClauseId[]
  readonly criterionIds: readonly CriterionId[]
  readonly clauses: readonly Clause[]
  readonly placeOf: ReadonlyMap<ClauseId, number>
  readonly section: Int32Array
  readonly sign: Int32Array
  /** Hundredths for one occurrence; -1 where a person decides. */
  readonly price: Int32Array
  /** The outcome of every line at the printed price. */
  readonly outcome: readonly LineOutcome[]
  /** 0: each occurrence costs; 1: the price is charged once; 2: once in each month. */
  readonly once: Uint8Array
  /** Applies from this measure (in hundredths) up, or down; what is not measured is let through. */
  readonly least: Int32Array
  readonly most: Int32Array
  /** Of one event: the first gives way to the second where both cost. */
  readonly yields: readonly (readonly [loser: number, winner: number])[]
  readonly sections: readonly {
    readonly sectionId: SectionId
    readonly maxPoints: number | null
    readonly start: number
  }[]
  /** The losses of a section stop there. */
  readonly floor: Float64Array
  readonly absence: { readonly clause: number; readonly points: number; readonly breaks: Uint8Array }
}

/** Throws on a rubric that has more to it than the loop knows. */
export function bareTables(plan: ScoringPlan): BareTables {
  const { clauses, sections, relations, pools } = plan
  const [absence, ...others] = plan.absences
  const isSimple =
    plan.questions.length + plan.capped.length + plan.runningGroups.length + others.length === 0 &&
    relations.highestOnly.length === 0 &&
    relations.sharings.every(({ isHighest }) => !isHighest) &&
    relations.chargedAs.every(({ isToCharged }) => !isToCharged) &&
    pools.every(({ holds }) => holds[0] === Number.POSITIVE_INFINITY) &&
    clauses.every(({ isVeto, isZero, clause }) => !isVeto && !isZero && clause.cap === null && clause.scope === 'item')
  if (!isSimple || absence === undefined) throw new Error('the bare loop does not know all that this rubric says')
  return {
    clauseIds: clauses.map(({ clauseId }) => clauseId),
    criterionIds: clauses.map(({ criterionId }) => criterionId),
    clauses: clauses.map(({ clause }) => clause),
    placeOf: new Map(clauses.map(({ clauseId, index }) => [clauseId, index])),
    section: Int32Array.from(clauses, ({ sectionIndex }) => sectionIndex),
    sign: Int32Array.from(clauses, ({ sign }) => sign),
    price: Int32Array.from(clauses, ({ fixed }) => fixed),
    outcome: clauses.map(({ outcome }) => outcome),
    once: Uint8Array.from(clauses, ({ counting }) => (counting === 'each' ? 0 : counting === 'once' ? 1 : 2)),
    least: Int32Array.from(clauses, (clause) => boundOf(clause, '>')),
    most: Int32Array.from(clauses, (clause) => boundOf(clause, '<')),
    yields: [
      ...relations.chargedAs.map(({ from, to }) => [to, from] as const),
      ...relations.escalations.flatMap(({ worse, base, isReplacing }) => (isReplacing ? [[base, worse] as const] : [])),
    ],
    sections: sections.map(({ sectionId, maxPoints, start }) => ({ sectionId, maxPoints, start })),
    floor: Float64Array.from(sections, ({ isFloored, start }) => (isFloored ? start : Number.POSITIVE_INFINITY)),
    absence: {
      clause: absence.clause.index,
      points: absence.points,
      breaks: Uint8Array.from(clauses, ({ index }) => (absence.breakers[0]?.has(index) ? 1 : 0)),
    },
  }
}

/** Measures are whole hundredths, so `below 70` is `at most 69.99`. */
function boundOf({ thresholds, isInclusive }: ClausePlan, side: '<' | '>'): number {
  const bounds = thresholds
    .filter(({ op }) => op.startsWith(side))
    .map(({ op, value }) => {
      const hundredths = (value.numerator * 100) / value.denominator
      const belongs = isInclusive ?? op.endsWith('=')
      return belongs ? hundredths : hundredths + (side === '<' ? -1 : 1)
    })
  return side === '<' ? Math.min(NO_MEASURE_ABOVE, ...bounds) : Math.max(NO_MEASURE_BELOW, ...bounds)
}

const NO_MEASURE_ABOVE = 2 ** 31 - 1
const NO_MEASURE_BELOW = -(2 ** 31)
