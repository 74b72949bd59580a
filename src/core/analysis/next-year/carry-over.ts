import type { BonusId, CenterId, ClauseId, FindingId, QuestionId } from '../../kernel/identifiers.ts'
import type { Bonus, Finding } from '../../ledger/assessment-state.ts'
import { caseNumber } from '../../ledger/case-number.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { AssessedYear } from '../assessed-year.ts'
import { carryAnswers, type AnswerGap } from './carry-answers.ts'
import { carryBonus, carryFinding, type CarriedAs, type CarriedCase, type CaseGap } from './carry-case.ts'
import { clausePassage, type ClausePassage } from './clause-passage.ts'
import { partsByText, type NoticeParts } from './notice-parts.ts'

/** `was` and `now` are the clause before and after; a count says nothing of points. */
export interface Carried {
  readonly kind: 'finding' | 'bonus'
  readonly id: FindingId | BonusId
  readonly was: ClauseId
  readonly now: ClauseId
  readonly as: CarriedAs
  /** Counted in another unit than the clause prints now: the number is taken as it was noted. */
  readonly isRecounted: boolean
}

export type NotCarried =
  | {
      readonly kind: 'finding' | 'bonus'
      readonly id: FindingId | BonusId
      /** As people call it. */
      readonly number: number
      readonly centerId: CenterId
      readonly clauseId: ClauseId
      readonly occurrences: number
      /** Whether it moves points today: substantiated or approved. */
      readonly isCounted: boolean
      readonly reason: CaseGap
    }
  | { readonly kind: 'answer'; readonly questionId: QuestionId; readonly reason: AnswerGap }

/**
 * A year as another notice would have found it. `carried` and `notCarried` together are every finding and bonus, and
 * `carriedAnswers` with the answers among `notCarried` every answer. What was inspected and assessed by centers themselves stays
 * as it was told, under the old numbers: no score rests on it.
 */
export interface YearUnderNotice {
  readonly year: AssessedYear
  readonly carried: readonly Carried[]
  readonly carriedAnswers: readonly QuestionId[]
  readonly notCarried: readonly NotCarried[]
}

/** Findings, bonuses and answers of `year` under `other`, each where its clause or question is the same. */
export function underNotice(
  year: AssessedYear,
  other: Rubric,
  parts: NoticeParts = partsByText(year.rubric, other),
): YearUnderNotice {
  const { rubric, state } = year
  const carried: Carried[] = []
  const notCarried: NotCarried[] = []
  const passageOf = passagesBetween(rubric, other, parts)
  const nameOf = (clauseId: ClauseId) => parts.clauses.get(clauseId)?.after.id ?? null

  const keep = <Case extends Finding | Bonus>(
    one: Case,
    about: About,
    move: (passage: ClausePassage) => CarriedCase<Case>,
  ) => {
    const passage = passageOf(about.clauseId)
    const result = passage === null ? REMOVED : move(passage)
    const { clauseId: was, kind, id } = about
    if (result.kind === 'left') {
      const { centerId } = one
      notCarried.push({ ...about, number: caseNumber(one), centerId, reason: result.gap })
      return null
    }
    const isRecounted = passage?.units != null
    carried.push({ kind, id, was, now: passage?.after.id ?? was, as: result.as, isRecounted })
    return result.now
  }
  const findings = new Map<FindingId, Finding>()
  for (const finding of state.findings.values()) {
    const now = keep(finding, aboutFinding(finding), (passage) => carryFinding(finding, passage, nameOf))
    if (now !== null) findings.set(now.findingId, now)
  }
  const bonuses = new Map<BonusId, Bonus>()
  for (const bonus of state.bonuses.values()) {
    const now = keep(bonus, aboutBonus(bonus), (passage) => carryBonus(bonus, passage))
    if (now !== null) bonuses.set(now.bonusId, now)
  }
  const { answers, left } = carryAnswers(year.answers, rubric, other, parts)
  for (const { answer, gap } of left) notCarried.push({ kind: 'answer', questionId: answer.questionId, reason: gap })
  return {
    year: { rubric: other, answers, state: { ...state, rubricId: other.id, answers, findings, bonuses } },
    carried,
    carriedAnswers: [...answers.keys()],
    notCarried,
  }
}

const REMOVED = { kind: 'left', gap: 'clause-removed' } as const

interface About {
  readonly kind: 'finding' | 'bonus'
  readonly id: FindingId | BonusId
  readonly clauseId: ClauseId
  readonly occurrences: number
  readonly isCounted: boolean
}

/** The clause that counts is the one decided. */
function aboutFinding({ findingId, clauseId, decision, occurrences, standing }: Finding): About {
  return {
    kind: 'finding',
    id: findingId,
    clauseId: decision?.clauseId ?? clauseId,
    occurrences: decision?.occurrences ?? occurrences,
    isCounted: standing === 'substantiated',
  }
}

function aboutBonus({ bonusId, clauseId, occurrences, standing }: Bonus): About {
  return { kind: 'bonus', id: bonusId, clauseId, occurrences, isCounted: standing === 'approved' }
}

/** Null where the clause is gone. Worked out once a clause: tens of thousands of findings ask. */
function passagesBetween(
  before: Rubric,
  after: Rubric,
  { clauses }: NoticeParts,
): (clauseId: ClauseId) => ClausePassage | null {
  const known = new Map<ClauseId, ClausePassage | null>()
  return (clauseId) => {
    const seen = known.get(clauseId)
    if (seen !== undefined) return seen
    const pair = clauses.get(clauseId)
    const passage = pair === undefined ? null : clausePassage(before, after, pair)
    known.set(clauseId, passage)
    return passage
  }
}
