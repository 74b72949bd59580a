import type { DocumentTable } from '../../../core/document/document-table.ts'
import type { SectionId } from '../../../core/kernel/identifiers.ts'
import type { ClausePlan } from '../../../core/scoring/clause-plan.ts'
import { adjustmentText } from '../../../core/scoring/explain-section.ts'
import type { Adjustment, SectionScore } from '../../../core/scoring/score-sheet.ts'
import type { CriterionPlan, SectionPlan } from '../../../core/scoring/section-plan.ts'
import { signedPoints, words } from '../document-cells.ts'
import type { SheetFacts } from '../sheet-facts.ts'
import { beyond, constant, highest, minus, standing, sum, type Figure } from './figure.ts'
import { sumOfLines, WHOSE_SECTION, type Pool, type WorkingLine } from './working-lines.ts'

export const ADJUSTMENTS = 'adjustments'

/** What a cap or a floor gives back or takes, as a row of the workbook. */
export interface WorkingAdjustment {
  readonly key: string
  readonly sectionId: SectionId
  readonly kind: Adjustment['kind']
  readonly ref: Adjustment['ref']
  /** With the formula of the rubric where it gives what the sheet has; else the sheet's own figure. */
  readonly effect: Figure
  readonly isComputed: boolean
}

/**
 * Caps and floors in the order in which `tallySection` applies them, also those that change nothing yet: a count that is
 * changed may bring them into force. Where a formula does not give what the sheet has, the sheet's figure stands.
 */
export function adjustmentsOf(
  facts: SheetFacts,
  section: SectionScore,
  plan: SectionPlan,
  start: number,
  lines: readonly WorkingLine[],
): WorkingAdjustment[] {
  const { centerId } = facts.sheet
  const rows: WorkingAdjustment[] = []
  const actual = new Map<string, number>()
  for (const { kind, ref, effect } of section.adjustments)
    actual.set(`${kind} ${ref}`, (actual.get(`${kind} ${ref}`) ?? 0) + effect)
  const put = (kind: Adjustment['kind'], ref: Adjustment['ref'], figure: Figure | null): Figure => {
    const name = `${kind} ${ref}`
    const value = actual.get(name) ?? 0
    actual.delete(name)
    const isComputed = figure !== null && figure.value === value
    const key = `${centerId}/${section.sectionId}/${rows.length + 1}`
    const effect = isComputed ? figure : constant(value)
    rows.push({ key, sectionId: section.sectionId, kind, ref, effect, isComputed })
    return standing(ADJUSTMENTS, key, 'effect', value)
  }
  const sums = (criterion: CriterionPlan, pool: Pool) =>
    sumOfLines(lines, { centerId, criterionId: criterion.criterionId, pool })
  const clausesOf = facts.plan.clauses.filter(({ sectionIndex }) => facts.plan.sections[sectionIndex] === plan)
  const capped = clauseCaps(clausesOf, actual, put, (clauseId) => sumOfLines(lines, { centerId, clauseId }))
  const sectionSum = (pool: Pool) => sumOfLines(lines, { centerId, sectionId: section.sectionId, pool })
  if (!plan.isSum) tally(plan, start, sums, sectionSum, capped, put)
  for (const [name, value] of actual) {
    const { kind, ref } = section.adjustments.find((one) => `${one.kind} ${one.ref}` === name) ?? {}
    if (kind !== undefined && ref !== undefined && value !== 0) put(kind, ref, null)
  }
  return rows
}

type Put = (kind: Adjustment['kind'], ref: Adjustment['ref'], figure: Figure | null) => Figure

/** What a clause's own ceiling changed, by the clause. */
function clauseCaps(
  clauses: readonly ClausePlan[],
  actual: ReadonlyMap<string, number>,
  put: Put,
  sumOf: (clauseId: ClausePlan['clauseId']) => Figure,
): ReadonlyMap<ClausePlan, Figure> {
  const capped = new Map<ClausePlan, Figure>()
  for (const plan of clauses) {
    const { cap } = plan.clause
    const printed = cap?.kind === 'points' && cap.over.kind === 'clause' ? cap.points : Number.POSITIVE_INFINITY
    const ceiling = Math.min(plan.ceiling, printed)
    const period = actual.has(`period-cap ${plan.clauseId}`) ? [put('period-cap', plan.clauseId, null)] : []
    if (ceiling === Number.POSITIVE_INFINITY && !actual.has(`clause-cap ${plan.clauseId}`)) {
      if (period[0] !== undefined) capped.set(plan, period[0])
      continue
    }
    const moved = sum(sumOf(plan.clauseId), ...period)
    const over = beyond(plan.sign < 0 ? minus(moved) : moved, constant(ceiling === Infinity ? 0 : ceiling))
    const own = put('clause-cap', plan.clauseId, plan.sign < 0 ? over : minus(over))
    capped.set(plan, sum(...period, own))
  }
  return capped
}

type SumsOf = (criterion: CriterionPlan, pool: Pool) => Figure

/**
 * What a section lost is what its lines say less what caps and floors gave back: said so, and not criterion by criterion, its
 * formula stays short however many criteria there are.
 */
function tally(
  section: SectionPlan,
  start: number,
  sums: SumsOf,
  sectionSum: (pool: Pool) => Figure,
  capped: ReadonlyMap<ClausePlan, Figure>,
  put: Put,
): void {
  const { sectionId, ceilings, isFloored, maxPoints } = section
  const ofClauses = (isLoss: boolean) => [...capped].flatMap(([plan, one]) => (plan.sign < 0 === isLoss ? one : []))
  const changed = { losses: ofClauses(true), gains: ofClauses(false), earned: [] as Figure[] }
  const noughts: Figure[] = []
  const sectionNoughts: Figure[] = []
  for (const criterion of section.criteria) {
    const { criterionId, ceilings: own, floor, maxPoints: most, clauses } = criterion
    const capsOf = (isLoss: boolean) =>
      clauses.flatMap((plan) => (plan.sign < 0 === isLoss ? (capped.get(plan) ?? []) : []))
    const limited = (one: Figure, limit: number, kind: Adjustment['kind'], pool: keyof typeof changed): Figure => {
      if (limit === Number.POSITIVE_INFINITY) return one
      const over = beyond(one, constant(limit))
      const row = put(kind, criterionId, pool === 'losses' ? over : minus(over))
      changed[pool].push(row)
      return sum(one, pool === 'losses' ? minus(row) : row)
    }
    const isEarned = clauses.some(({ clause }) => clause.direction === 'earn')
    const earned = isEarned ? limited(sums(criterion, '得分制得分'), most, 'earned-limit', 'earned') : constant(most)
    const lost = minus(sum(sums(criterion, '扣分'), ...capsOf(true)))
    const held = limited(limited(lost, own.losses, 'criterion-cap', 'losses'), floor, 'criterion-floor', 'losses')
    const nought = minus(sums(criterion, '本项不得分'))
    if (nought.value > 0) {
      noughts.push(nought)
      changed.losses.push(zeroed(held, nought, earned, criterionId, put))
    }
    limited(sum(sums(criterion, '加分'), ...capsOf(false)), own.gains, 'criterion-cap', 'gains')
    const sectionNought = minus(sums(criterion, '本部分不得分'))
    if (sectionNought.value > 0) sectionNoughts.push(sectionNought)
  }
  const all = section.criteria.some(({ isEarned }) => isEarned)
    ? sum(constant(start), sectionSum('得分制得分'), ...changed.earned)
    : constant(start)
  if (ceilings.gains !== Number.POSITIVE_INFINITY)
    put('section-cap', sectionId, minus(beyond(sum(sectionSum('加分'), ...changed.gains), constant(ceilings.gains))))
  let lost = sum(minus(sectionSum('扣分')), ...noughts, ...changed.losses.map(minus))
  if (ceilings.losses !== Number.POSITIVE_INFINITY)
    lost = sum(lost, minus(put('section-cap', sectionId, beyond(lost, constant(ceilings.losses)))))
  if (isFloored) lost = sum(lost, minus(put('section-floor', sectionId, beyond(lost, all))))
  if (sectionNoughts.length > 0) {
    const row = zeroed(lost, sum(...sectionNoughts), all, sectionId, put)
    lost = sum(lost, ...sectionNoughts, minus(row))
  }
  if (maxPoints !== null && section.criteria.some(({ isEarned }) => isEarned))
    put('earned-limit', sectionId, minus(beyond(sum(all, minus(lost)), constant(maxPoints))))
}

/** 不得分 takes what is there; where more than that was lost already, it gives nothing back. */
function zeroed(held: Figure, noughts: Figure, all: Figure, ref: Adjustment['ref'], put: Put): Figure {
  return put('zeroed', ref, sum(held, noughts, minus(highest(held, all))))
}

export function adjustmentsTable(
  sheets: readonly { readonly facts: SheetFacts; readonly adjustments: readonly WorkingAdjustment[] }[],
): DocumentTable {
  return {
    id: ADJUSTMENTS,
    name: '封顶与扣完为止',
    hasCaption: true,
    isOfficial: false,
    columns: [
      ...WHOSE_SECTION,
      { key: 'kind', name: '事由', width: 18, align: 'left' },
      { key: 'ref', name: '所管的款、项或部分', width: 14, align: 'left' },
      { key: 'how', name: '怎样得出', width: 22, align: 'left' },
      { key: 'effect', name: '调整', width: 8, align: 'right' },
    ],
    rows: sheets.flatMap(({ facts, adjustments }) =>
      adjustments.map(({ key, sectionId, kind, ref, effect, isComputed }) => ({
        key,
        height: null,
        cells: [
          words(facts.sheet.centerId),
          words(facts.sheet.centerName),
          words(sectionId),
          words(adjustmentText(kind)),
          words(ref),
          words(isComputed ? '按明细计算' : '定值，不随明细变动'),
          signedPoints(effect.value, isComputed ? effect.formula : null),
        ],
      })),
    ),
    foot: [],
  }
}
