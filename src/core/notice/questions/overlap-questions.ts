import type { ClauseDraft } from '../clause/clause-draft.ts'
import type { QuestionRule } from './clause-questions.ts'

/**
 * Kinds of event that notices price more than once. Two prices of one kind, or a quarrel beside a complaint, may fall
 * on the same event; the notice must say what then.
 */
const KINDS = [
  { kind: 'absence', pattern: /到岗|脱岗|离岗|空岗|缺岗|在岗|擅离|无人值守|无人应答|空位/ },
  { kind: 'quarrel', pattern: /争吵|吵架|口角|态度(?:不好|差|恶劣|生硬|冷)|因态度|服务态度|顶撞|冲突/ },
  { kind: 'complaint', pattern: /投诉|差评|好差评|12345|举报|热线/ },
] as const

export type EventKind = (typeof KINDS)[number]['kind']

/** double-count: within one text. Across criteria see `document-overlaps.ts`. */
export const overlapQuestions: QuestionRule = (reading) => {
  if (/不重复|不再重复|不累计|就高|从高|取最高|按最高|择重|不另/.test(reading.normal.text)) return []
  const kinds = reading.drafts.map((draft) => eventKindOf(draft))
  for (let a = 0; a < kinds.length; a += 1)
    for (let b = a + 1; b < kinds.length; b += 1) {
      const [first, second] = [reading.drafts[a], reading.drafts[b]]
      if (first && second && fitOneEvent(kinds[a] ?? null, kinds[b] ?? null, first, second))
        return [{ code: 'double-count', drafts: [a, b] }]
    }
  return []
}

/** Null for what is no single event: a mechanism, a record, a rate, or a price without a unit. */
export function eventKindOf(draft: Pick<ClauseDraft, 'direction' | 'per' | 'marks'>): EventKind | null {
  const { wording } = draft.marks
  if (draft.direction !== 'deduct' || draft.per.length === 0 || /机制|记录|电话|率(?:低|不|未)|台账/.test(wording)) return null
  return KINDS.find(({ pattern }) => pattern.test(wording))?.kind ?? null
}

function fitOneEvent(a: EventKind | null, b: EventKind | null, first: ClauseDraft, second: ClauseDraft): boolean {
  if (a === null || b === null) return false
  if (a === 'absence' && b === 'absence') return first.per.join() !== second.per.join() && !/自查|抽查|督查|暗访/.test(second.marks.wording)
  return a !== b && [a, b].includes('quarrel') && [a, b].includes('complaint')
}
