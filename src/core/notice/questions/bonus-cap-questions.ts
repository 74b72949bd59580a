import type { QuestionRule } from './question-rule.ts'

/** no-cap-for-bonus: a bonus for each of something, or along a slope, with neither a ceiling nor 不设上限. */
export const bonusCapQuestions: QuestionRule = (reading) => {
  const open = [...reading.drafts.entries()].filter(
    ([, draft]) =>
      draft.direction === 'bonus' && draft.cap === null && (draft.per.length > 0 || draft.amount.kind === 'linear'),
  )
  const isCapped =
    reading.phrases.some((phrase) => phrase.type === 'cap' || phrase.type === 'nocap') &&
    !open.some(([, { marks }]) => marks.isUncapped)
  return open.length > 0 && !isCapped ? [{ code: 'no-cap-for-bonus', drafts: open.map(([at]) => at) }] : []
}
