import type { QuestionId } from '../kernel/identifiers.ts'
import { caseNumber, numbered } from '../ledger/case-number.ts'
import { numberOfQuestion } from '../rubric/interpretation-number.ts'
import type { Rubric } from '../rubric/rubric.ts'
import type { ScoreSheet } from './score-sheet.ts'

/** What sentences about a sheet call the cases and questions that it knows by their ids. */
export interface SheetNames {
  readonly ofCase: (caseId: string) => string
  readonly ofQuestion: (questionId: QuestionId) => string
}

export function sheetNames(rubric: Pick<Rubric, 'questions'>, sheet: Pick<ScoreSheet, 'sections'>): SheetNames {
  const numbers = caseNumbers(sheet)
  return {
    ofCase: (caseId) => {
      const number = numbers.get(caseId)
      return number === undefined ? caseId : numbered(number)
    },
    ofQuestion: (questionId) => numberOfQuestion(rubric, questionId),
  }
}

/** Every line rests first on the event that raised its case, so a sheet tells the numbers of all that it holds. */
export function caseNumbers({ sections }: Pick<ScoreSheet, 'sections'>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { lines } of sections)
    for (const { subject, because } of lines)
      if (subject.kind !== 'period')
        numbers.set(subject.kind === 'finding' ? subject.findingId : subject.bonusId, caseNumber({ because }))
  return numbers
}
