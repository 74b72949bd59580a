import { createContext, use, type ReactNode } from 'react'
import type { ClauseId, QuestionId } from '../../../core/kernel/identifiers.ts'

/** What of the reading is open beside the document, and how a phrase opens it. */
export interface ReadingState {
  /** The wording alone, with nothing marked. */
  readonly isPlain: boolean
  readonly openClause: ClauseId | null
  readonly toggle: (clauseId: ClauseId) => void
  readonly openQuestion: (questionId: QuestionId) => void
  readonly addressOfClause: (clauseId: ClauseId) => string
  /** The open questions that stand at this phrase. */
  readonly questionsAt: (clauseId: ClauseId) => readonly AskedHere[]
}

export interface AskedHere {
  readonly id: QuestionId
  readonly number: number
  readonly label: string
}

const ReadingContext = createContext<ReadingState>({
  isPlain: true,
  openClause: null,
  toggle: () => undefined,
  openQuestion: () => undefined,
  addressOfClause: () => '',
  questionsAt: () => [],
})

export function ReadingProvider({ state, children }: { readonly state: ReadingState; readonly children: ReactNode }) {
  return <ReadingContext value={state}>{children}</ReadingContext>
}

export function useReading(): ReadingState {
  return use(ReadingContext)
}
