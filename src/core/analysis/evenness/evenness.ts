/**
 * 尺度: whether discretion was used evenly, and how hard each center was looked at. Facts come first (every amount that a person
 * decided, over its clause's range), then what stands side by side (like cases with unlike amounts), then exact tests suited to
 * small counts, each with a plain sentence. Nothing here says why something differs, and nothing accuses anybody.
 */
import type { ClauseId } from '../../kernel/identifiers.ts'
import { formatPoints } from '../../kernel/points.ts'
import type { OpenPrice } from '../../rubric/clause-needs.ts'
import { openPriceOf } from '../../rubric/clause-needs.ts'
import { findClause } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { compareAmounts } from './compare-amounts.ts'
import { compareDrift } from './compare-drift.ts'
import { compareEffort, isComparable } from './compare-effort.ts'
import { compareOutcomes } from './compare-outcomes.ts'
import { judge, LEAST_EACH, LEAST_TOGETHER, type Judged, type Reckoned } from './comparison.ts'
import { comparisonSentence } from './comparison-sentence.ts'
import { discretionCases, type DiscretionCase, type DiscretionCases } from './discretion-cases.ts'
import { discretionGroups, gathered, GROUPINGS, type AmountGroup, type GroupedBy } from './discretion-groups.ts'
import type { Names } from './evenness-names.ts'
import { inspectionEffort, type CenterEffort } from './inspection-effort.ts'
import { likeCases, type LikeCases } from './like-cases.ts'
import { outcomesByAssessor, type AssessorOutcomes } from './outcomes-by-assessor.ts'

export interface Evenness {
  /** The answer, before anything else is shown. */
  readonly lead: readonly string[]
  readonly cases: DiscretionCases
  /** In the order of the notice, those with a case; bonuses among them. */
  readonly clauses: readonly ClauseStrip[]
  readonly comparisons: readonly SaidComparison[]
  readonly like: LikeCases
  readonly outcomes: readonly AssessorOutcomes[]
  readonly efforts: readonly CenterEffort[]
  /** What has to be said of effort before its numbers are read. */
  readonly effortNote: string
}

/** The amounts of one clause over what it allows; `max` is null where the notice gives no number. */
export interface ClauseStrip {
  readonly clauseId: ClauseId
  readonly name: string
  readonly quote: string
  readonly isBonus: boolean
  readonly price: OpenPrice
  readonly cases: readonly DiscretionCase[]
  readonly varied: readonly DiscretionCase[]
  readonly groups: Readonly<Record<GroupedBy, readonly AmountGroup[]>>
}

export type SaidComparison = Judged & { readonly sentence: string }

/** One comparison a step: a year of many cases takes some seconds in all. The same year and seed give the same answer. */
export function* evennessSteps(year: AssessedYear, names: Names, seed: number): Generator<void, Evenness, void> {
  const cases = discretionCases(year)
  const outcomes = outcomesByAssessor(year.state)
  const efforts = inspectionEffort(year.state)
  // All that lives on is read by now: from here on others may act in between.
  yield
  const reckoned: Reckoned[] = []
  for (const steps of [
    compareAmounts(
      cases.decided,
      outcomes.map(({ by }) => by),
      seed,
    ),
    compareDrift(cases.decided, seed),
    compareOutcomes(outcomes, seed),
    compareEffort(efforts, seed),
  ])
    for (const one of steps) {
      reckoned.push(one)
      yield
    }
  const like = likeCases(cases.decided)
  yield
  const comparisons = judge(reckoned).map((one) => ({ ...one, sentence: comparisonSentence(one, names) }))
  yield
  const clauses = stripsOf(
    year.rubric,
    cases,
    outcomes.map(({ by }) => by),
    names,
  )
  const lead = leadOf(cases, comparisons, like)
  return { lead, cases, clauses, comparisons, like, outcomes, efforts, effortNote: effortNote(efforts) }
}

export function evennessOf(year: AssessedYear, names: Names, seed: number): Evenness {
  const steps = evennessSteps(year, names, seed)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** How the tests are made, as it stands under every list of them. */
export const METHOD: readonly string[] = [
  '每件数额只与同一款下的其他数额比；一款以内逐对比高低，数出较高、较低、相同的对数。',
  '“碰巧的机会”是：把同一款下的数额在各件之间任意调换，所有排法里差距至少这样大的占多少。排法数得完就数完，数不完的用固定种子抽取，并注明抽取的数目。',
  '认定的结果用费希尔精确检验，检查的发现率用条件二项检验（设每次检查、每个发现彼此独立）。',
  `每方不到${LEAST_EACH}件、合计不到${LEAST_TOGETHER}件，或者数额无论怎样分布都不可能少见的，不作检验。`,
  '同类比较有多项的，按霍尔姆法一并校正；校正后每20次不到或刚到1次的，才说“碰巧不容易这样”。',
  '复核变更的数额、已撤销的和加分的数额单列，不参加考核员之间的比较。数字不说明原因，也不评价任何人。',
]

function stripsOf(
  rubric: Rubric,
  { decided, varied, bonuses }: DiscretionCases,
  people: readonly string[],
  names: Names,
): ClauseStrip[] {
  const own = gathered([...decided, ...bonuses], ({ clauseId }) => clauseId)
  const changed = gathered(varied, ({ clauseId }) => clauseId)
  return rubric.sections
    .flatMap(({ criteria }) => criteria.flatMap(({ clauses }) => clauses))
    .flatMap((clause): ClauseStrip[] => {
      const [cases, variedHere] = [own.get(clause.id) ?? [], changed.get(clause.id) ?? []]
      const price = openPriceOf(rubric, findClause(rubric, clause.id) ?? clause)
      if (price === null || cases.length + variedHere.length === 0) return []
      const groups = {} as Record<GroupedBy, readonly AmountGroup[]>
      for (const by of GROUPINGS) groups[by] = discretionGroups(cases, by, names)
      // Everywhere in one order, so that rows can be compared from clause to clause.
      groups.assessor = groups.assessor.toSorted((one, other) => people.indexOf(one.key) - people.indexOf(other.key))
      const { id: clauseId, quote, direction } = clause
      const about = { clauseId, name: names.clause(clauseId), quote, isBonus: direction === 'bonus', price }
      return [{ ...about, cases, varied: variedHere, groups }]
    })
}

function leadOf({ decided }: DiscretionCases, comparisons: readonly Judged[], { pairs }: LikeCases): string[] {
  const outcome = comparisons.find(({ comparison }) => comparison.about === 'outcome')
  return [
    ...(decided.length === 0 ? [NOTHING] : [amountsLead(decided, comparisons), likeLead(pairs)]),
    ...(outcome === undefined || outcome.tested === null ? [] : [outcomeLead(outcome)]),
  ]
}

const NOTHING = '还没有一件由人裁量的数额，尺度是否一致还无从看起。'

function amountsLead(decided: readonly DiscretionCase[], comparisons: readonly Judged[]): string {
  const clauses = new Set(decided.map(({ clauseId }) => clauseId)).size
  const facts = `由人裁量的数额有${decided.length}件，分在${clauses}款`
  const tested = comparisons.filter(
    ({ comparison, tested: test }) => test !== null && 'pairs' in comparison && comparison.about !== 'looking',
  )
  const unusual = tested.filter(({ verdict }) => verdict === 'unusual').length
  if (tested.length === 0) return `${facts}；件数太少，没有一项比较够得上检验，下面只列事实。`
  if (unusual === 0)
    return `${facts}；检验了${tested.length}项比较，没有一项的差距大到碰巧难以解释。这不等于证明尺度一致。`
  return `${facts}；检验了${tested.length}项比较，有${unusual}项的差距碰巧不容易出现，值得把所涉的件放在一起复看。`
}

function likeLead(pairs: LikeCases['pairs']): string {
  const [widest] = pairs
  if (widest === undefined) return '没有情形相近而数额不同的两件。'
  return `情形相近而数额不同的有${pairs.length}对，最多相差${formatPoints(widest.more.points - widest.less.points)}分，可以逐对看理由。`
}

function outcomeLead({ verdict }: Judged): string {
  return verdict === 'unusual'
    ? '查实和不予认定的比例，各考核员之间的差别碰巧不容易出现；各人经手的案情、中心和来源不尽相同，可先看这些。'
    : '查实和不予认定的比例，各考核员之间没有大到碰巧难以解释的差别。'
}

function effortNote(efforts: readonly CenterEffort[]): string {
  if (efforts.every(({ visits }) => visits === 0)) return '还没有现场检查的记录。'
  if (!isComparable(efforts))
    return '台账里没有“查过，未见”的记录：检查的次数只能从有发现的日子推出，发现率无从比较，下面只列次数和件数。'
  return '查得多，发现往往就多，发现数要和检查次数一起看。一天到一个中心算一次检查；有发现而没有登记检查的日子也算一次。'
}
