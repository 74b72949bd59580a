import type { QuestionCode } from '../rubric/question.ts'
import type { ClauseContext } from './clause/clause-draft.ts'
import { readClauses } from './clause/read-clauses.ts'
import { toCorpusEffect, type CorpusEffect } from './corpus-format.ts'
import { parseTexts } from './phrases/parse-phrases.ts'
import { clauseQuestions } from './questions/clause-questions.ts'

/** One text read by itself: its effects and what it leaves open, in the format of the labelled corpus. */
export interface CaseReading {
  readonly effects: readonly CorpusEffect[]
  readonly questions: readonly QuestionCode[]
}

export function readCase(text: string, context: ClauseContext): CaseReading {
  const [parsed] = parseTexts([text])
  if (!parsed) return { effects: [], questions: [] }
  const reading = readClauses(parsed, context)
  const { offsets } = reading.normal
  const effects = reading.drafts.map((draft) =>
    toCorpusEffect({
      ...draft,
      quote: text.slice(offsets[draft.start] ?? 0, offsets[draft.end] ?? text.length).trim(),
    }),
  )
  const codes = clauseQuestions(reading, context).map(({ code }) => code)
  return { effects, questions: [...new Set(codes)] }
}
