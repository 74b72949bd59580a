import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { ClauseId, QuestionId } from '../../kernel/identifiers.ts'
import type { Interpretation } from '../../rubric/interpretation.ts'
import type { Question, Reading, ReadingEffect } from '../../rubric/question.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { NoticeParts } from './notice-parts.ts'

export type AnswerGap = 'question-gone' | 'reading-gone'

export interface CarriedAnswers {
  readonly answers: ReadonlyMap<QuestionId, Interpretation>
  readonly left: readonly { readonly answer: Interpretation; readonly gap: AnswerGap }[]
}

/** Answers to the questions that another notice leaves open in the same way: of the same parts, with the reading chosen among its own. */
export function carryAnswers(
  answers: ReadonlyMap<QuestionId, Interpretation>,
  before: Rubric,
  after: Rubric,
  parts: NoticeParts,
): CarriedAnswers {
  const became = matchQuestions(before, after, parts)
  const carried = new Map<QuestionId, Interpretation>()
  const left: CarriedAnswers['left'][number][] = []
  for (const answer of answers.values()) {
    const pair = became.get(answer.questionId)
    if (pair === undefined) {
      left.push({ answer, gap: 'question-gone' })
      continue
    }
    const chosen = pair.before.readings.find(({ key }) => key === answer.reading)
    const reading = chosen && pair.after.readings.find((one) => isSameReading(chosen, one, parts))
    // An answer that is none of the readings settles nothing here and nothing there.
    if (chosen !== undefined && reading === undefined) left.push({ answer, gap: 'reading-gone' })
    else
      carried.set(
        pair.after.id,
        pair.after.id === answer.questionId && (reading?.key ?? answer.reading) === answer.reading
          ? answer
          : { ...answer, questionId: pair.after.id, reading: reading?.key ?? answer.reading },
      )
  }
  return { answers: carried, left }
}

export interface QuestionPair {
  readonly before: Question
  readonly after: Question
}

/** Of the same code and about the same parts, each question at most once. */
export function matchQuestions(
  before: Rubric,
  after: Rubric,
  parts: NoticeParts,
): ReadonlyMap<QuestionId, QuestionPair> {
  const free = new Map<string, Question[]>()
  for (const question of after.questions) {
    const place = canonicalJson(placeOf(question))
    free.set(place, [...(free.get(place) ?? []), question])
  }
  const pairs = new Map<QuestionId, QuestionPair>()
  for (const question of before.questions) {
    const now = free.get(canonicalJson(placeOf(movedQuestion(question, parts))))?.shift()
    if (now !== undefined) pairs.set(question.id, { before: question, after: now })
  }
  return pairs
}

type Place = Pick<Question, 'code' | 'criterionId' | 'clauseIds' | 'sectionIds' | 'readings'>

/** A question of the whole document is one by its code, whichever sections it lists. */
function placeOf({ code, criterionId, clauseIds, sectionIds, readings }: Place): unknown {
  const isWhole = readings.some(({ effect }) => effect.kind === 'floor' || effect.kind === 'unpointed')
  return isWhole ? [code] : [code, criterionId, clauseIds.toSorted(), sectionIds.toSorted()]
}

function movedQuestion({ code, criterionId, clauseIds, sectionIds, readings }: Place, parts: NoticeParts): Place {
  return {
    code,
    readings,
    criterionId: criterionId && (parts.criteria.get(criterionId) ?? null),
    clauseIds: clauseIds.map((one) => clauseNow(one, parts)),
    sectionIds: sectionIds.map((one) => parts.sections.get(one) ?? one),
  }
}

function isSameReading(was: Reading, now: Reading, parts: NoticeParts): boolean {
  if (canonicalJson(movedEffect(was.effect, parts)) !== canonicalJson(sorted(now.effect))) return false
  return was.key === now.key || was.effect.kind === 'breaks'
}

function movedEffect(effect: ReadingEffect, parts: NoticeParts): ReadingEffect {
  return effect.kind === 'breaks'
    ? sorted({ kind: 'breaks', clauseIds: effect.clauseIds.map((one) => clauseNow(one, parts)) })
    : effect
}

function sorted(effect: ReadingEffect): ReadingEffect {
  return effect.kind === 'breaks' ? { kind: 'breaks', clauseIds: effect.clauseIds.toSorted() } : effect
}

/** A clause that is gone keeps a name that the other rubric does not have. */
function clauseNow(clauseId: ClauseId, { clauses }: NoticeParts): ClauseId {
  return clauses.get(clauseId)?.after.id ?? (`${clauseId}-` as ClauseId)
}
