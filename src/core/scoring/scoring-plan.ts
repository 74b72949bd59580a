import type { ClauseId, QuestionId, SectionId } from '../kernel/identifiers.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Amount } from '../rubric/amount.ts'
import type { Clause } from '../rubric/clause.ts'
import { allClauses, findClause } from '../rubric/find-clause.ts'
import type { Interpretation } from '../rubric/interpretation.ts'
import type { Question, ReadingEffect } from '../rubric/question.ts'
import { questionLimit } from '../rubric/question-limit.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { planAbsence, type AbsencePlan } from './absence-plan.ts'
import { ownQuestions, planClause, signOf, type ClausePlan } from './clause-plan.ts'
import { asksFor, matter, openedBy, type AskedQuestion } from './opened.ts'
import { planPools, type PoolPlan } from './pool-plan.ts'
import { answerOf, planQuestion, type QuestionPlan, type QuestionScope, type Readings } from './question-plan.ts'
import { planRelations, type RelationPlan } from './relation-plan.ts'
import { planSection, type SectionPlan } from './section-plan.ts'

/** A rubric with the answers known, ready to score any number of centers: places instead of ids, answers worked in. */
export interface ScoringPlan {
  readonly sections: readonly SectionPlan[]
  readonly clauses: readonly ClausePlan[]
  readonly clauseOf: ReadonlyMap<ClauseId, ClausePlan>
  /** Only those still open, and only those that can move a score. */
  readonly questions: readonly QuestionPlan[]
  /** For each open question, the places of the clauses and of the sections that it is about. */
  readonly touched: readonly { readonly clauses: readonly number[]; readonly sections: readonly number[] }[]
  readonly relations: RelationPlan
  readonly absences: readonly AbsencePlan[]
  /** Every clause whose findings could break an absence bonus, under any reading. */
  readonly isBreaker: readonly boolean[]
  readonly pools: readonly PoolPlan[]
  /** Clauses whose occurrences are numbered together. */
  readonly runningGroups: readonly (readonly ClausePlan[])[]
  /** Clauses with a ceiling of their own. */
  readonly capped: readonly ClausePlan[]
  readonly isCapped: readonly boolean[]
  /** By clause: every way to answer the open questions that change the price of a single claim under it. */
  readonly ownReadings: readonly (readonly Readings[])[]
  /** A nought for each clause, to be copied. */
  readonly noughts: readonly number[]
}

export function compilePlan(rubric: Rubric, answers: ReadonlyMap<QuestionId, Interpretation>): ScoringPlan {
  const questions: QuestionPlan[] = []
  const asked = rubric.questions.map((question): AskedQuestion => {
    const answer = answerOf(question, answers.get(question.id))
    const plan = answer === null ? planQuestion(question, scopeOf(rubric, question)) : null
    return { question, answer, place: plan === null ? -1 : questions.push(plan) - 1 }
  })
  const clauses = planClauses(rubric, asked)
  const clauseOf = new Map(clauses.map((clause) => [clause.clauseId, clause]))
  const indexOf = (clauseId: ClauseId) => clauseOf.get(clauseId)?.index ?? -1
  const sections = rubric.sections.map((section, index) =>
    planSection(
      section,
      clauses.filter(({ sectionIndex }) => sectionIndex === index),
      floorOf(section.id, asked),
    ),
  )
  const open = asked.filter(({ place }) => place >= 0)
  const placeOfSection = new Map(rubric.sections.map(({ id }, index) => [id, index]))
  const absences = clauses.filter(({ isAbsence }) => isAbsence).map((clause) => planAbsence(clause, asked, clauseOf))
  return {
    sections,
    clauses,
    clauseOf,
    questions,
    touched: open.map(({ question }) => ({
      clauses: relatedTo(question).map(indexOf),
      sections: question.sectionIds.map((sectionId) => placeOfSection.get(sectionId) ?? -1),
    })),
    relations: planRelations(rubric, asked, indexOf, clauses),
    absences,
    isBreaker: clauses.map(({ index }) => absences.some(({ breakers }) => breakers.some((one) => one.has(index)))),
    pools: planPools(sections, asked),
    runningGroups: numberedTogether(clauses),
    capped: clauses.filter(hasCeiling),
    isCapped: clauses.map(hasCeiling),
    ownReadings: clauses.map((clause) => readingsOf(questions, ownQuestions(clause))),
    noughts: clauses.map(() => 0),
  }
}

function hasCeiling({ clause, ceiling, ceilingQuestion }: ClausePlan): boolean {
  return clause.cap?.kind === 'points' || ceiling < Number.POSITIVE_INFINITY || ceilingQuestion >= 0
}

function readingsOf(questions: readonly QuestionPlan[], asked: readonly number[]): Readings[] {
  return asked.reduce<number[][]>(
    (all, question) =>
      all.flatMap((readings) =>
        (questions[question]?.options ?? []).map((_, option) => readings.with(question, option)),
      ),
    [questions.map(() => 0)],
  )
}

function numberedTogether(clauses: readonly ClausePlan[]): ClausePlan[][] {
  const groups = new Map<string, ClausePlan[]>()
  for (const clause of clauses) {
    if (clause.runningCount === null || clause.amount === null) continue
    const key = `${clause.criterionId} ${clause.clause.direction} ${clause.runningCount.metric}`
    groups.set(key, [...(groups.get(key) ?? []), clause])
  }
  return [...groups.values()]
}

function planClauses(rubric: Rubric, asked: readonly AskedQuestion[]): ClausePlan[] {
  const opened = openedBy(asked)
  const clauses: ClausePlan[] = []
  rubric.sections.forEach((section, sectionIndex) => {
    for (const criterion of section.criteria)
      for (const clause of criterion.clauses) {
        const isCounted = isCountedByUnit(rubric, clause)
        const place = { index: clauses.length, sectionIndex, section, criterion, isCounted }
        clauses.push(planClause(clause, place, baseOf(rubric, clause), opened))
      }
  })
  return clauses
}

/** 每件扣1分；经回访仍不满意的，扣2分: the worse outcome of one 件 is counted by 件 too. */
function isCountedByUnit(rubric: Rubric, { id, per }: Clause): boolean {
  if (per.length > 0) return true
  return rubric.relations.some(
    (relation) =>
      relation.kind === 'escalates' &&
      relation.clauseId === id &&
      (findClause(rubric, relation.base)?.per.length ?? 0) > 0,
  )
}

function baseOf(rubric: Rubric, { amount }: Clause): Amount | null {
  return amount.kind === 'multiplied' && amount.of !== null ? (findClause(rubric, amount.of)?.amount ?? null) : null
}

function floorOf(sectionId: SectionId, asked: readonly AskedQuestion[]) {
  const asking = asked.find(({ question }) => question.sectionIds.includes(sectionId) && asksFor(question, 'floor'))
  if (!asking) return { isFloored: false, question: -1 }
  const { effect, question } = matter('floor', asking.answer, asking.place)
  return { isFloored: effect?.mode === 'section', question }
}

function scopeOf(rubric: Rubric, question: Question): QuestionScope {
  const about = allClauses(rubric).filter(({ id }) => question.clauseIds.includes(id))
  const signs = new Set(about.map(signOf))
  const directions = new Set(about.map(isFirstBandMore))
  return {
    isGain: signs.size > 1 ? null : signs.has(1),
    limit: questionLimit(rubric, question),
    isInclusiveMore: directions.size > 1 ? null : ([...directions][0] ?? true),
  }
}

/** Whether belonging to the first of two bands moves more points than to the second; null where that depends. */
function isFirstBandMore({ amount, conditions }: Clause): boolean | null {
  if (amount.kind !== 'tiers') return true
  if (conditions.some(({ kind }) => kind === 'threshold')) return null
  const prices = amount.tiers.map(({ points }) => (points === 'full' ? Number.POSITIVE_INFINITY : points))
  const isFalling = prices.every((price, place) => place === 0 || price <= (prices[place - 1] ?? price))
  const isRising = prices.every((price, place) => place === 0 || price >= (prices[place - 1] ?? price))
  return isFalling ? true : isRising ? false : null
}

function relatedTo(question: Question): readonly ClauseId[] {
  return [...question.clauseIds, ...question.readings.flatMap(({ effect }) => breakers(effect))]
}

function breakers(effect: ReadingEffect): readonly ClauseId[] {
  switch (effect.kind) {
    case 'breaks':
      return effect.clauseIds
    case 'counting':
    case 'escalation':
    case 'boundary':
    case 'bonus-cap':
    case 'sharing':
    case 'antecedents':
    case 'floor':
    case 'unpointed':
    case 'amount':
    case 'none':
      return []
    default:
      return unreachable(effect)
  }
}
