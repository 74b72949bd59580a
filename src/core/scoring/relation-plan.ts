import type { ClauseId } from '../kernel/identifiers.ts'
import type { Question } from '../rubric/question.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ClausePlan } from './clause-plan.ts'
import { asksFor, matter, type AskedQuestion } from './opened.ts'

/** What holds between clauses that meet in one event; clauses by their place in the plan. */
export interface RelationPlan {
  readonly chargedAs: readonly { readonly from: number; readonly to: number; readonly isToCharged: boolean }[]
  readonly escalations: readonly EscalationPlan[]
  readonly sharings: readonly SharingPlan[]
  readonly highestOnly: readonly ReadonlySet<number>[]
  /** Clauses of one escalation are one place of charge: base and worse outcome are not rivals. */
  readonly placeOf: readonly number[]
  /** Whether the clause meets others in one event, and whether it has rivals even without one. */
  readonly isRelated: readonly boolean[]
  readonly isRival: readonly boolean[]
}

export interface EscalationPlan {
  readonly worse: number
  readonly base: number
  readonly isReplacing: boolean
  readonly question: number
}

export interface SharingPlan {
  readonly members: ReadonlySet<number>
  readonly isHighest: boolean
  readonly question: number
}

export function planRelations(
  rubric: Rubric,
  asked: readonly AskedQuestion[],
  indexOf: (clauseId: ClauseId) => number,
  clauses: readonly ClausePlan[],
): RelationPlan {
  const chargedAs: RelationPlan['chargedAs'][number][] = []
  const escalations: EscalationPlan[] = []
  const sharings: SharingPlan[] = sharingQuestions(rubric, asked, indexOf)
  const highestOnly: ReadonlySet<number>[] = []
  for (const relation of rubric.relations)
    switch (relation.kind) {
      case 'charged-as':
        chargedAs.push({
          from: indexOf(relation.from),
          to: indexOf(relation.to),
          isToCharged: relation.chargedAs === relation.to,
        })
        break
      case 'escalates':
        escalations.push({
          worse: indexOf(relation.clauseId),
          base: indexOf(relation.base),
          ...escalationMode(relation.mode, relation.clauseId, asked),
        })
        break
      case 'highest-only':
        highestOnly.push(new Set(relation.clauseIds.map(indexOf)))
        break
      case 'no-double-charge':
        sharings.push({ members: new Set(relation.clauseIds.map(indexOf)), isHighest: true, question: -1 })
        break
      // What the compiler only suspects rests on its question.
      case 'same-event':
    }
  const places = placesOf(escalations, clauses.length)
  const related = new Set([
    ...chargedAs.flatMap(({ from, to }) => [from, to]),
    ...escalations.flatMap(({ worse, base }) => [worse, base]),
    ...sharings.flatMap(({ members }) => [...members]),
    ...highestOnly.flatMap((members) => [...members]),
  ])
  const withOutcomes = (members: ReadonlySet<number>) =>
    new Set([...members, ...places.flatMap((place, index) => (isPlaceOf(members, places, place) ? [index] : []))])
  return {
    chargedAs,
    escalations,
    // A worse outcome goes where its base goes.
    sharings: sharings.map((sharing) => ({ ...sharing, members: withOutcomes(sharing.members) })),
    highestOnly,
    placeOf: places,
    // A veto has no price that another could outdo: it stands beside whatever is charged.
    isRelated: clauses.map(({ index, isVeto }) => !isVeto && related.has(index)),
    isRival: clauses.map(({ index, isVeto }) => !isVeto && highestOnly.some((members) => members.has(index))),
  }
}

/** A question about one of two clauses that a 按…标准 joins is about both: it asks what holds when they come the other way. */
function sharingQuestions(
  rubric: Rubric,
  asked: readonly AskedQuestion[],
  indexOf: (clauseId: ClauseId) => number,
): SharingPlan[] {
  const joined = (question: Question) =>
    rubric.relations.flatMap((relation) =>
      relation.kind === 'charged-as' &&
      (question.clauseIds.includes(relation.to) || question.clauseIds.includes(relation.clauseId))
        ? [relation.from, relation.to]
        : [],
    )
  return asked
    .filter(({ question }) => asksFor(question, 'sharing'))
    .map(({ question, answer, place }) => ({
      members: new Set([...question.clauseIds, ...joined(question)].map(indexOf)),
      isHighest: matter('sharing', answer, place).effect?.mode === 'highest',
      question: place,
    }))
}

function escalationMode(
  mode: 'replaces' | 'adds' | 'open',
  clauseId: ClauseId,
  asked: readonly AskedQuestion[],
): Pick<EscalationPlan, 'isReplacing' | 'question'> {
  const asking = asked.find(({ question }) => question.clauseIds.includes(clauseId) && asksFor(question, 'escalation'))
  if (mode !== 'open' || !asking) return { isReplacing: mode !== 'adds', question: -1 }
  const { effect, question } = matter('escalation', asking.answer, asking.place)
  return { isReplacing: effect?.mode !== 'adds', question }
}

function isPlaceOf(members: ReadonlySet<number>, places: readonly number[], place: number): boolean {
  return [...members].some((member) => places[member] === place)
}

function placesOf(escalations: readonly EscalationPlan[], count: number): number[] {
  let places = Array.from({ length: count }, (_, index) => index)
  for (const { worse, base } of escalations) {
    const [from, to] = [places[worse], places[base]]
    if (from !== undefined && to !== undefined) places = places.map((place) => (place === from ? to : place))
  }
  return places
}
