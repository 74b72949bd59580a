import type { ClauseQuestion, QuestionRule } from './question-rule.ts'

/** amount-missing, damaged-number, range-reversed, unit-missing: what is wrong with the printed figures. */
export const digitQuestions: QuestionRule = (reading) => {
  const questions: ClauseQuestion[] = []
  for (const [at, { marks }] of reading.drafts.entries()) {
    if (marks.lacksAmount) questions.push({ code: 'amount-missing', drafts: [at] })
    if (marks.isDamaged) questions.push({ code: 'damaged-number', drafts: [at] })
    if (marks.isReversed) questions.push({ code: 'range-reversed', drafts: [at] })
    if (marks.lacksUnit) questions.push({ code: 'unit-missing', drafts: [at] })
  }
  const { text } = reading.normal
  const outside = reading.drafts.length === 0 && /(?:[0-9]*[OolI]+[0-9OolI]*|[0-9]+。[0-9]+)(?:分(?!钟)|%)/.test(text)
  if (outside) questions.push({ code: 'damaged-number', drafts: [] })
  const isOpenEnded =
    reading.drafts.length === 0 &&
    /(?:酌情|视[^,;。]{0,4}情[况节形]?)[^,;。]{0,3}(?:考核|考评|处理|从轻|从重|减免|评定|确定|处置)/.test(text)
  if (isOpenEnded) questions.push({ code: 'amount-missing', drafts: [] })
  return questions
}
