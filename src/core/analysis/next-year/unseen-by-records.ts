import type { ClauseId } from '../../kernel/identifiers.ts'
import { compareRational } from '../../kernel/rational.ts'
import type { Clause } from '../../rubric/clause.ts'
import { allClauses } from '../../rubric/find-clause.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import type { NoticeParts } from './notice-parts.ts'

/** A clause of the other notice under which more may have happened this year than the records can show. */
export interface UnseenClause {
  readonly clauseId: ClauseId
  /** added: nobody looked for it. wider: it holds in cases that were no breach, or no merit, so far. */
  readonly why: 'added' | 'wider'
}

export const UNSEEN_WORDS: Readonly<Record<UnseenClause['why'], string>> = {
  added: '新写的一款，今年没有人查过，算不出会动多少分',
  wider: '管到的情形比今年多，多出来的今年没有记录，实际只会更多',
}

/** In the order of the other notice. */
export function unseenByRecords(other: Rubric, { clauses }: NoticeParts): UnseenClause[] {
  const was = new Map([...clauses.values()].map(({ before, after }) => [after.id, before]))
  return allClauses(other).flatMap((clause): UnseenClause[] => {
    if (clause.conditions.some(({ kind }) => kind === 'absent')) return []
    const before = was.get(clause.id)
    if (before === undefined) return [{ clauseId: clause.id, why: 'added' }]
    return isWider(before, clause) ? [{ clauseId: clause.id, why: 'wider' }] : []
  })
}

function isWider(before: Clause, after: Clause): boolean {
  const isBonus = after.direction === 'bonus'
  return before.conditions.some((was) => {
    const now = after.conditions.find(({ kind }) => kind === was.kind)
    if (was.kind === 'threshold' && now?.kind === 'threshold') {
      const order = compareRational(now.value, was.value)
      if (order !== 0) return was.op === '<' || was.op === '<=' ? order > 0 : order < 0
      return was.op !== now.op && now.op === `${was.op}=`
    }
    if (was.kind === 'deadline' && now?.kind === 'deadline') {
      const order = compareRational(now.limit, was.limit)
      return isBonus ? order > 0 : order < 0
    }
    // Whoever had to substantiate or approve it will go on doing so.
    return now === undefined && was.kind !== 'verified' && was.kind !== 'approved' && was.kind !== 'otherwise'
  })
}
