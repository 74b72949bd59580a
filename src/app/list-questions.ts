import type { Interpretation } from '../core/rubric/interpretation.ts'
import type { Question } from '../core/rubric/question.ts'
import { compileFile, type CompiledNotice } from './compile-file.ts'
import { openNotice } from './open-assessment-folder.ts'
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
  const file = await compileFile(path, ports.texts)
  if (file.ok) return answered({ ...file.value, questions: file.value.rubric.questions.map(unanswered) })
  if (file.fault.code !== 'file-is-folder') return file
  const opened = await openNotice(path, ports.archive)
  if (!opened.ok) return opened
  const { folder, ...compiled } = opened.value
  return answered({
    ...compiled,
    questions: compiled.rubric.questions.map((question) => ({
      question,
      interpretation: latestFor(question, folder.interpretations),
    })),
  })
}

function unanswered(question: Question): AskedQuestion {
  return { question, interpretation: null }
}

export function latestFor(question: Question, interpretations: readonly Interpretation[]): Interpretation | null {
  return (
    interpretations
      .filter(({ questionId }) => questionId === question.id)
      .toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0))
      .at(-1) ?? null
  )
}
