import type { Rubric } from '../../../core/rubric/rubric.ts'
import { useText } from '../../text/language.tsx'
import type { NumberedQuestion } from './margin-questions.ts'
import { noticeText } from './notice-text.ts'

/** What was read and what is open, in words. */
export function NoticeLead({
  rubric,
  questions,
}: {
  readonly rubric: Rubric
  readonly questions: readonly NumberedQuestion[]
}) {
  const text = useText(noticeText)
  const criteria = rubric.sections.flatMap((section) => section.criteria)
  const clauses = criteria.reduce((sum, criterion) => sum + criterion.clauses.length, 0)
  const open = questions.filter(({ answer }) => answer === null).length
  const all = questions.length
  return (
    <p className="lead">
      {text.counted(criteria.length, clauses)}
      {all === 0 ? (
        text.questionsNone
      ) : open === 0 ? (
        text.questionsAll(all)
      ) : (
        <>
          {text.questionsSome(all, all - open)}
          <b className="open">{text.questionsOpen(open)}</b>
          {text.questionsOpenWhy}
        </>
      )}
    </p>
  )
}
