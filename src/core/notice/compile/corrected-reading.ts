import { id, type ClauseId, type CriterionId } from '../../kernel/identifiers.ts'
import type { Correction } from '../../rubric/correction.ts'
import type { Remark } from '../../rubric/remark.ts'
import type { ClauseDraft } from '../clause/clause-draft.ts'
import type { ClauseReading } from '../clause/clause-reading.ts'
import type { MappedText } from '../layout/mapped-text.ts'
import { correctedDraft } from './corrected-draft.ts'
import { wordingAt } from './source-text.ts'

export interface CorrectedReading {
  readonly reading: ClauseReading
  /** Of each draft: a clause keeps its number where one before it was taken out. */
  readonly ids: readonly ClauseId[]
  readonly unpriced: readonly Remark[]
}

export function clauseIdAt(criterionId: CriterionId, at: number): ClauseId {
  return id<ClauseId>(`${criterionId}.${at + 1}`)
}

/** One text's reading as persons corrected it; what is no clause leaves it before anything is asked or related. */
export function correctedReading(
  reading: ClauseReading,
  criterionId: CriterionId,
  text: MappedText,
  corrections: ReadonlyMap<ClauseId, Correction>,
): CorrectedReading {
  const ids = reading.drafts.map((_, at) => clauseIdAt(criterionId, at))
  if (!ids.some((clauseId) => corrections.has(clauseId))) return { reading, ids, unpriced: [] }
  const unpriced: Remark[] = []
  const kept: { readonly draft: ClauseDraft; readonly at: number }[] = []
  for (const [at, draft] of reading.drafts.entries()) {
    const correction = corrections.get(ids[at] ?? clauseIdAt(criterionId, at))
    if (correction === undefined) kept.push({ draft, at })
    else if (correction.given.kind === 'price')
      kept.push({ draft: correctedDraft(draft, correction.given.terms, correction), at })
    else
      unpriced.push({
        kind: 'corrected',
        criterionId,
        ...wordingAt(text, reading.normal, draft.start, draft.end),
        correction,
      })
  }
  const place = (before: number | null) => {
    const now = kept.findIndex(({ at }) => at === before)
    return now === -1 ? null : now
  }
  return {
    reading: { ...reading, drafts: kept.map(({ draft }) => ({ ...draft, multiplies: place(draft.multiplies) })) },
    ids: kept.flatMap(({ at }) => ids[at] ?? []),
    unpriced,
  }
}
