import type { ClauseDraft } from '../clause/clause-draft.ts'
import type { QuestionRule } from './question-rule.ts'

/**
 * Kinds of event that notices price more than once. Two prices of one kind, or a quarrel beside a complaint, may fall
 * on the same event; the notice must say what then.
 */
const KINDS = [
  { kind: 'absence', pattern: /到岗|脱岗|离岗|空岗|缺岗|在岗|在位|离席|缺位|擅离|无人值守|无人应答|空位/ },
  { kind: 'quarrel', pattern: /争吵|争执|吵架|口角|态度(?:不好|差|恶劣|生硬|冷)|因态度|服务态度|粗暴|言语|顶撞|冲突/ },
  { kind: 'complaint', pattern: /投诉|差评|好差评|123\d\d|举报|热线|催办/ },
] as const

export type EventKind = (typeof KINDS)[number]['kind']

/** double-count: within one text. Across criteria see `document-overlaps.ts`. */
export const overlapQuestions: QuestionRule = (reading) => {
  if (/不重复|不再重复|不累计|就高|从高|取最高|按最高|择重|不另/.test(reading.normal.text)) return []
  for (let a = 0; a < reading.drafts.length; a += 1)
    for (let b = a + 1; b < reading.drafts.length; b += 1) {
      const [first, second] = [reading.drafts[a], reading.drafts[b]]
      if (first && second && fitOneEvent(first, second)) return [{ code: 'double-count', drafts: [a, b] }]
    }
  return []
}

/** None for what is no single event: a mechanism, a record, a rate, or a price without a unit. */
export function eventKindsOf(draft: Pick<ClauseDraft, 'direction' | 'per' | 'marks'>): ReadonlySet<EventKind> {
  const { wording } = draft.marks
  const isEvent =
    draft.direction === 'deduct' &&
    (draft.per.length > 0 || /争吵|争执|口角/.test(wording)) &&
    !/机制|记录|电话|率(?:低|不|未)|台账/.test(wording)
  return new Set(isEvent ? KINDS.filter(({ pattern }) => pattern.test(wording)).map(({ kind }) => kind) : [])
}

function fitOneEvent(first: ClauseDraft, second: ClauseDraft): boolean {
  if (second.multiplies !== null) return false
  const a = eventKindsOf(first)
  const b = eventKindsOf(second)
  if (a.size === 0 && b.size === 0) return false
  if (a.has('absence') && b.has('absence')) return !/自查|抽查|督查|暗访/.test(second.marks.wording)
  if (a.has('quarrel') !== b.has('quarrel') || a.has('complaint') !== b.has('complaint'))
    if ((a.has('quarrel') && b.has('complaint')) || (a.has('complaint') && b.has('quarrel'))) return true
  return b.has('complaint') && !a.has('complaint') && sharesNoun(first.marks.wording, second.marks.wording)
}

/** 发生教学事故的…; 因教学事故被投诉的…: the second names the event of the first. */
function sharesNoun(first: string, second: string): boolean {
  const cause = /因([一-龥]{3,12}?)(?:被|引发|引起|导致|造成)/.exec(second)?.[1]
  const late = /超期|超时|逾期|拖延|延误|超过[^,;。]{0,6}时限/
  if (/因[^,;。]{0,8}(?:超期|超时|逾期|拖延|延误|不及时)/.test(second) && late.test(first)) return true
  return cause !== undefined && first.includes(cause.slice(-4))
}
