import type { ClauseDraft } from '../clause/clause-draft.ts'
import { thresholdOf } from '../clause/clause-draft.ts'
import type { ClauseQuestion, QuestionRule } from './question-rule.ts'

/** Wording of something that can happen again: an act, an incident, a complaint. */
const EVENT =
  /(?:来信|来电|工单|转办|交办|诉求|信访件|派单|复诉)[^,;。]{0,8}(?:未|没|不)|发生|出现|受到|被[^,;。]{0,10}(?:点名|举报|投诉|通报|批评|曝光|查处|退回|约谈|抽查|督办|查实|暗访)|引发|引起|引来|招致|造成|酿成|导致|(?:检查|抽查|督查|巡查|暗访)发现|(?:上班|工作|值班)(?:时间|期间)|遗失|丢失|超员|超载|(?:没有|未)按[日周月季]|(?:未|没有)(?:答复|回复|反馈|报告|上报|办结|签收|处置|响应|联系|回访|到场)|一经|检出|损伤|挖断|损坏|毁坏|错发|错办|出错|错漏|延误|延迟|拖延|迟延|擅自|迟到|早退|缺席|旷工|脱岗|离岗|空岗|串岗|口角|拉扯|推搡|殴打|争吵|争执|吵架|冲突|投诉|举报|事故|差错|失误|不及时|未及时|没有及时|没有按期|未按期|未按时|没有按时|未在规定|逾期未|超时|超期|停办|停机|停诊|推诿|拒绝|拒不|瞒报|漏报|迟报|谎报|泄露|聚集|缺勤|无故|弄虚作假|虚报|隐瞒|违规|违反|曝光|越级|顶撞|刁难|辱骂|乱扔|溢出|外溢/
/** Wording of how things are: it is so or it is not. */
const STATE =
  /未建立|没有建立|未制定|没有制定|未设置|没有设置|未配备|未编制|未公开|未公示|没有公开|没有公示|不健全|不完善|不全|不齐|不统一|不规范|不完整|不清|杂乱|机制|制度不|无(?:计划|方案|台账|记录|制度|办法|考核|标牌|公示)|率(?:低于|不足|未达)|处置机制|未保留|未签订|未明确|未配|未落实专人/
const DUTY = /每个?(?:周|月|季度?|半年|学期|日|天|星期)|按(?:周|月|季)|每个|每名/

/** once-or-per-occurrence, unless-with-two-antecedents: how often a price falls, and on which breach. */
export const countingQuestions: QuestionRule = (reading) => {
  const questions: ClauseQuestion[] = []
  for (const [at, draft] of reading.drafts.entries()) {
    if (isCountOpen(draft, reading.drafts[at - 1])) questions.push({ code: 'once-or-per-occurrence', drafts: [at] })
    if (hasTwoAntecedents(draft)) questions.push({ code: 'unless-with-two-antecedents', drafts: [at] })
  }
  return questions
}

function isCountOpen(draft: ClauseDraft, before: ClauseDraft | undefined): boolean {
  if (draft.direction !== 'deduct' || draft.per.length > 0 || draft.marks.lacksUnit) return false
  if (!['fixed', 'range', 'tiers'].includes(draft.amount.kind)) return false
  if (draft.multiplies !== null || draft.beyondCap || (draft.marks.adds && !/同时/.test(draft.marks.wording)))
    return false
  const isSecond = draft.marks.subject !== '' && draft.marks.wording.length <= 4 && before !== undefined
  const wording = isSecond ? before.marks.wording : draft.marks.wording
  const bound = thresholdOf(draft)
  if (bound?.kind === 'running-count' || draft.conditions.some((condition) => condition.kind === 'cumulative-loss'))
    return false
  if (
    DUTY.test(wording) &&
    (draft.marks.antecedents.length > 0 || bound !== null || /(?:每|按).{0,24}(?:未|没有)/.test(wording))
  )
    return true
  if (bound !== null && /^(?:%|分|个?百分点)$/.test(bound.unit)) return false
  if (/仍|依然/.test(wording)) return false
  return EVENT.test(wording) && !STATE.test(wording)
}

/** A threshold among the requirements is the test by itself; bare headings beside it are not asked about. */
function hasTwoAntecedents(draft: ClauseDraft): boolean {
  return draft.marks.antecedents.length > 1 && thresholdOf(draft) === null
}
