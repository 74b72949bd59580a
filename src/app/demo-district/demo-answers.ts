import type { Proposal } from '../../core/ledger/decide.ts'
import { id, type PersonId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { hundredths } from '../../core/kernel/points.ts'
import type { Question } from '../../core/rubric/question.ts'
import { latestFor } from '../list-questions.ts'
import { momentIn, type DemoSetting } from './demo-setting.ts'

/**
 * What the office has answered of what the notice leaves open: `count` questions, those first that are about the whole, since they
 * would keep every score open, then those that its folder answers.
 */
export function demoAnswers(
  { rubric, folder }: DemoSetting,
  count: number,
  day: PlainDate,
): readonly Extract<Proposal, { readonly type: 'QuestionAnswered' }>[] {
  const told = (question: Question) => latestFor(question, folder.interpretations)
  const isWhole = ({ clauseIds }: Question) => clauseIds.length === 0
  const first = rubric.questions.filter((question) => isWhole(question))
  const known = rubric.questions.filter((question) => !isWhole(question) && told(question) !== null)
  const rest = rubric.questions.filter((question) => !isWhole(question) && told(question) === null)
  return [...first, ...known, ...rest].slice(0, count).flatMap((question, at) => {
    const known = told(question)
    const reading = question.readings.find(({ key }) => key === known?.reading) ?? question.readings[0]
    if (reading === undefined) return []
    const { effect, key, label } = reading
    const isAsked = effect.kind === 'amount' && effect.points === null
    const moment = momentIn(day, `${10 + Math.floor(at / 6)}:${10 + (at % 6) * 8}`)
    return [
      {
        type: 'QuestionAnswered' as const,
        by: id<PersonId>('assessor-1'),
        actedAt: moment,
        recordedAt: moment,
        questionId: question.id,
        reading: key,
        points: known?.points ?? (isAsked ? hundredths(50) : null),
        reason: known?.reason ?? `经会商并征求各中心意见，统一按“${label}”执行。`,
      },
    ]
  })
}
