import type { QuestionRule } from './clause-questions.ts'

const PERSON = /当事人|责任人|负责人|经办人|个人|本人|领导|主任|组长|代表|人员|承办人/
const BODY = /窗口|科室|单位|部门|中心|班组|街道|镇|村|社区|学校|片区|公司/

/** subject-split: one breach takes points from more than one subject. */
export const subjectQuestions: QuestionRule = (reading) => {
  const split = [...reading.drafts.entries()].filter(([at, draft]) => {
    if (draft.direction !== 'deduct') return false
    if (/[及和与、]/.test(draft.marks.subject)) return true
    const before = reading.drafts[at - 1]
    if (!before || before.direction !== 'deduct' || before.marks.subject === '') return false
    const own = draft.marks.subject || draft.marks.wording
    return PERSON.test(before.marks.subject) !== PERSON.test(own) && (BODY.test(own) || PERSON.test(own)) && own.length <= 12
  })
  return split.length > 0 ? [{ code: 'subject-split', drafts: split.map(([at]) => at) }] : []
}
