import type { NormalText } from '../normalise.ts'
import type { Phrase } from '../phrases/phrase.ts'
import type { ClauseDraft } from './clause-draft.ts'

/** One text read: its normalised form, its phrases, and the clauses they make. */
export interface ClauseReading {
  readonly normal: NormalText
  readonly phrases: readonly Phrase[]
  readonly drafts: readonly ClauseDraft[]
}
