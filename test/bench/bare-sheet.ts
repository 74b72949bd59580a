import type { Adjustment, LineOutcome, LineSubject, ScoreLine, ScoreSheet } from '../../src/core/scoring/score-sheet.ts'
import { bareCharges, chargeOnce, priceAll, type BareCharges } from './bare-charges.ts'
import { FATE, type BareColumns } from './bare-columns.ts'
import type { BareTables } from './bare-tables.ts'

/**
 * The yardstick: the sheet that scoring writes, to the last field, by a loop over whole numbers that knows nothing but
 * this one settled rubric. What it saves by that is what a rubric as data costs.
 */
export function bareSheet(tables: BareTables, columns: BareColumns): ScoreSheet {
  const charges = bareCharges(columns.clause.length)
  priceAll(tables, columns, charges)
  chargeOnce(tables, columns, charges)
  const lines: ScoreLine[][] = tables.sections.map(() => [])
  const sums = new Float64Array(tables.sections.length)
  writeLines(tables, columns, charges, lines, sums)
  writeAbsence(tables, columns, lines, sums)
  let total = 0
  const sections = tables.sections.map(({ sectionId, maxPoints, start }, at) => {
    const adjustments: Adjustment[] = []
    const lost = -(sums[at] ?? 0)
    const floor = tables.floor[at] ?? 0
    if (lost > floor) adjustments.push({ kind: 'section-floor', ref: sectionId, effect: lost - floor })
    const score = start - Math.min(lost, floor)
    total += score
    return { sectionId, maxPoints, score, interval: [score, score] as const, lines: lines[at] ?? [], adjustments }
  })
  return {
    centerId: columns.centerId,
    centerName: columns.centerName,
    sections,
    score: total,
    interval: [total, total],
    isSettled: true,
    open: [],
  }
}

function writeLines(
  tables: BareTables,
  columns: BareColumns,
  charges: BareCharges,
  lines: readonly ScoreLine[][],
  sums: Float64Array,
): void {
  const { clauseIds, criterionIds, section, sign } = tables
  const { clause, occurrences, because, findingIds, bonusIds } = columns
  for (let at = 0; at < clause.length; at += 1) {
    const own = clause[at] ?? 0
    const place = section[own] ?? 0
    const charge = charges.charge[at] ?? 0
    const effect = charge === 0 ? 0 : (sign[own] ?? 0) * charge
    sums[place] = (sums[place] ?? 0) + effect
    const findingId = findingIds[at]
    const subject: LineSubject =
      findingId === undefined
        ? { kind: 'bonus', bonusId: bonusIds[at - findingIds.length] ?? NO_BONUS, occurrences: occurrences[at] ?? 0 }
        : { kind: 'finding', findingId, occurrences: occurrences[at] ?? 0 }
    lines[place]?.push({
      clauseId: clauseIds[own] ?? NO_CLAUSE,
      criterionId: criterionIds[own] ?? NO_CRITERION,
      subject,
      outcome: outcomeOf(tables, columns, charges, at),
      effect,
      between: [effect, effect],
      because: because[at] ?? [],
    })
  }
}

const NO_BONUS = '' as BareColumns['bonusIds'][number]
const NO_CLAUSE = '' as BareTables['clauseIds'][number]
const NO_CRITERION = '' as BareTables['criterionIds'][number]

function outcomeOf(
  { price, outcome, sign, clauses }: BareTables,
  { clause, decided, fate, findingIds }: BareColumns,
  { charge, winner, holder }: BareCharges,
  at: number,
): LineOutcome {
  const own = clause[at] ?? 0
  if (fate[at] !== FATE.counts)
    return fate[at] === FATE.dismissed ? DISMISSED : fate[at] === FATE.reversed ? REVERSED : REJECTED
  if (charge[at] === 0) {
    const instead = findingIds[winner[at] ?? -1]
    if (instead !== undefined) return { kind: 'charged-elsewhere', findingId: instead }
    const holding = findingIds[holder[at] ?? -1]
    return holding === undefined ? NOT_MET : { kind: 'charged-already', findingId: holding }
  }
  const printed = outcome[own]
  if ((price[own] ?? -1) >= 0 && printed !== undefined) return printed
  const perOccurrence = (sign[own] ?? 0) * (decided[at] ?? 0)
  const isBonus = clauses[own]?.direction === 'bonus'
  return isBonus ? { kind: 'added', perOccurrence } : { kind: 'deducted', perOccurrence }
}

const DISMISSED: LineOutcome = { kind: 'dismissed' }
const REVERSED: LineOutcome = { kind: 'reversed' }
const REJECTED: LineOutcome = { kind: 'rejected' }
const NOT_MET: LineOutcome = { kind: 'not-met' }

/** Broken by any that counts and applies; it then rests on all that were substantiated there. */
function writeAbsence(
  { absence, clauseIds, criterionIds, section, least, most }: BareTables,
  { clause, fate, measured, because }: BareColumns,
  lines: readonly ScoreLine[][],
  sums: Float64Array,
): void {
  const broken: number[] = []
  let isBroken = false
  for (let at = 0; at < clause.length; at += 1) {
    const own = clause[at] ?? 0
    if (absence.breaks[own] !== 1 || fate[at] !== FATE.counts) continue
    broken.push(...(because[at] ?? []))
    const measure = measured[at] ?? 0
    isBroken ||= measure < 0 || (measure >= (least[own] ?? 0) && measure <= (most[own] ?? 0))
  }
  const effect = isBroken ? 0 : absence.points
  const place = section[absence.clause] ?? 0
  sums[place] = (sums[place] ?? 0) + effect
  lines[place]?.push({
    clauseId: clauseIds[absence.clause] ?? NO_CLAUSE,
    criterionId: criterionIds[absence.clause] ?? NO_CRITERION,
    subject: { kind: 'period' },
    outcome: { kind: 'absence', state: isBroken ? 'broken' : 'granted' },
    effect,
    between: [effect, effect],
    because: isBroken ? broken : [],
  })
}
