import type { DiscretionCase } from '../../core/analysis/evenness/discretion-cases.ts'
import { quarterName, type AmountGroup } from '../../core/analysis/evenness/discretion-groups.ts'
import type { Evenness, SaidComparison } from '../../core/analysis/evenness/evenness.ts'
import type { Names } from '../../core/analysis/evenness/evenness-names.ts'

export type ShownEvenness = ReturnType<typeof shownEvenness>
export type ShownCase = ReturnType<typeof caseOf>

/** As pages, the command line and documents show it: people, centers and sources as they are called, and nobody by an id. */
export function shownEvenness(evenness: Evenness, names: Names) {
  const { lead, effortNote, cases, clauses, comparisons, like, outcomes, efforts } = evenness
  return {
    lead,
    effortNote,
    counts: {
      decided: cases.decided.length,
      varied: cases.varied.length,
      bonuses: cases.bonuses.length,
      awaiting: cases.awaiting,
      reversed: cases.reversed,
    },
    clauses: clauses.map(({ clauseId, name, quote, isBonus, price, cases: own, varied, groups }) => ({
      clauseId,
      name,
      quote,
      isBonus,
      least: price.min,
      most: price.max,
      cases: own.map((one) => caseOf(one, names)),
      varied: varied.map((one) => caseOf(one, names)),
      groups: {
        assessor: groups.assessor.map(groupOf),
        center: groups.center.map(groupOf),
        quarter: groups.quarter.map(groupOf),
        source: groups.source.map(groupOf),
      },
    })),
    comparisons: comparisons.map(comparisonOf),
    pairs: like.pairs.map(({ less, more, likeness }) => ({
      likeness,
      clause: names.clause(less.clauseId),
      less: { ...caseOf(less, names), description: less.description, reason: less.reason },
      more: { ...caseOf(more, names), description: more.description, reason: more.reason },
    })),
    isCut: like.isCut,
    outcomes: outcomes.map(({ by, substantiated, dismissed }) => ({
      assessor: names.person(by),
      substantiated,
      dismissed,
    })),
    efforts: efforts.map((effort) => ({ ...effort, centerName: names.center(effort.centerId) })),
  }
}

function caseOf(one: DiscretionCase, names: Names) {
  const { ref, number, centerId, by, points, occurrences, occurredOn, source } = one
  const about = { ref, number, centerId, centerName: names.center(centerId), points, occurrences, occurredOn }
  return {
    ...about,
    assessor: by === null ? '' : names.person(by),
    quarter: quarterName(occurredOn),
    source: names.source(source),
  }
}

function groupOf({ name, count, lowest, median, highest }: AmountGroup) {
  return { name, count, lowest, median, highest }
}

function comparisonOf({ comparison, tested, verdict, sentence }: SaidComparison) {
  const clauseId = 'clauseId' in comparison ? comparison.clauseId : null
  const chance = tested && {
    favorable: String(tested.chance.favorable),
    total: String(tested.chance.total),
    how: tested.chance.how,
    together: tested.together,
  }
  return { about: comparison.about, clauseId, verdict, sentence, chance }
}
