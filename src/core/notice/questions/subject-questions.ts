import type { ClauseDraft } from '../clause/clause-draft.ts'
import type { QuestionRule } from './question-rule.ts'

const SUBJECT =
  /(?:员|长|人|师|生|主任|领导|代表|窗口|科室|单位|部门|中心|班组|街道|镇|村|社区|学校|片区|公司|林场|医院|站|所|队|班|网格|企业|物业)$/

/** subject-split: one breach takes points from more than one subject. */
export const subjectQuestions: QuestionRule = (reading) => {
  const split = [...reading.drafts.entries()].filter(([at, draft]) => {
    if (draft.direction !== 'deduct') return false
    if (/[及和与、]|各$/.test(draft.marks.subject) || /(?:双方|各方|两家|三家)各?$/.test(draft.marks.wording))
      return true
    const before = reading.drafts[at - 1]
    if (before?.direction !== 'deduct') return false
    const own = subjectOf(draft)
    const other = subjectOf(before)
    return own !== '' && other !== '' && own !== other && (draft.marks.subject !== '' || isBare(draft))
  })
  return split.length > 0 ? [{ code: 'subject-split', drafts: split.map(([at]) => at) }] : []
}

/** Whose points fall: named after the verb (扣当事人2分), or alone before it (所在窗口扣1分). */
function subjectOf(draft: ClauseDraft): string {
  const named = draft.marks.subject.replace(/(?:考核|绩效|积)?分$/, '')
  if (named !== '') return named
  const last = (draft.marks.wording.split(/[,;:。]/).at(-1) ?? '').replace(/每.{1,3}$|同时$/, '')
  return last.length <= 8 && SUBJECT.test(last) ? last : ''
}

function isBare(draft: ClauseDraft): boolean {
  return !/[,;:。]/.test(draft.marks.wording)
}
