import type { QuestionId } from '../../core/kernel/identifiers.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import { clauseName } from '../../core/rubric/clause-name.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Question } from '../../core/rubric/question.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { sectionName } from './letter-words.ts'

/** 第3号: by the place of the question in the notice, as the pages number it; its answer keeps the number. */
export function questionNumber({ questions }: Pick<Rubric, 'questions'>, questionId: QuestionId): string {
  const place = questions.findIndex(({ id }) => id === questionId)
  return place === -1 ? questionId : `第${place + 1}号`
}

/** The reading that was chosen, with the number where it asked for one. */
export function answerInWords(
  { questions }: Pick<Rubric, 'questions'>,
  { questionId, reading, points }: Pick<Interpretation, 'questionId' | 'reading' | 'points'>,
): string {
  const asked = questions.find(({ id }) => id === questionId)
  const label = asked?.readings.find(({ key }) => key === reading)?.label ?? reading
  return points === null ? label : `${label}：${formatPoints(points)}分`
}

/** Which clauses, or where the question is about whole sections, which of them: by their numbers where they are many. */
export function questionIsAbout(rubric: Rubric, { clauseIds, sectionIds }: Question): string {
  if (clauseIds.length > 0) return clauseIds.map((id) => clauseName(rubric, id)).join('、')
  if (sectionIds.length === 0) return '通知全文'
  if (sectionIds.length <= MOST_NAMED) return sectionIds.map((id) => sectionName(rubric, id)).join('、')
  if (sectionIds.length === rubric.sections.length) return `全部${sectionIds.length}个部分`
  const labels = rubric.sections.filter(({ id }) => sectionIds.includes(id)).map(({ label, title }) => label || title)
  return `第${labels.join('、')}部分`
}

/** More names than these fill a column of their own. */
const MOST_NAMED = 3

/** The sentences of the notice that leave it open, each once; or that it is none of them by itself. */
export function questionSentences(rubric: Rubric, { clauseIds }: Question): string[] {
  const sentences = [...new Set(clauseIds.flatMap((id) => findClause(rubric, id)?.quote ?? []))]
  return sentences.length === 0 ? ['（涉及整个部分，没有单独的一句）'] : sentences
}
