import type { Interpretation } from '../core/rubric/interpretation.ts'
import type { Question } from '../core/rubric/question.ts'
import type { CompiledNotice } from './compile-file.ts'
import { compilePlace } from './compile-place.ts'
import type { NoticeArchive } from './ports/notice-archive.ts'
import type { TextSource } from './ports/text-source.ts'
import { answered, type Answer } from './problem.ts'

/** A question with the latest answer, null while it is open. */
export interface AskedQuestion {
  readonly question: Question
  readonly interpretation: Interpretation | null
}

export interface QuestionList extends CompiledNotice {
  readonly questions: readonly AskedQuestion[]
}

/** What a notice leaves open. Of a folder also what its office has answered; a file alone has no answers. */
export async function listQuestions(
  path: string,
  ports: { readonly texts: TextSource; readonly archive: NoticeArchive },
): Promise<Answer<QuestionList>> {
  const compiled = await compilePlace(path, ports)
  if (!compiled.ok) return compiled
  const { folder, ...notice } = compiled.value
  const questions = notice.rubric.questions.map((question) => ({
    question,
    interpretation: latestFor(question, folder?.interpretations ?? []),
  }))
  return answered({ ...notice, questions })
}

export function latestFor(question: Question, interpretations: readonly Interpretation[]): Interpretation | null {
  return (
    interpretations
      .filter(({ questionId }) => questionId === question.id)
      .toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0))
      .at(-1) ?? null
  )
}
