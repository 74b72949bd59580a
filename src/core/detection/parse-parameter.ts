import { parseId, type QuestionId } from '../kernel/identifiers.ts'
import type { Parameter } from './detection.ts'

/** What every query is given without asking: the period, the day as of which it looks, and that day's working-day numbers. */
export const BUILT_IN_PARAMETERS = ['period_from', 'period_to', 'as_of', 'as_of_start_day', 'as_of_stop_day'] as const

/** What the query for the records behind one measure is given beside them. */
export const MEASURE_PARAMETERS = ['center_id', 'period'] as const

/** `repair_working_days = 5 个工作日 | 口径：… | 问题 ID：reading = 3，reading = 2`; null for anything else. */
export function parseParameter(text: string): Parameter | null {
  const [assigned = '', said = '', asked, ...rest] = text.split('|').map((part) => part.trim())
  const value = /^([a-z][a-z0-9_]{0,59})\s*=\s*(\d{1,9})(?:\s+(.*))?$/u.exec(assigned)
  const because = /^口径\s*[：:]\s*(.+)$/u.exec(said)?.[1]
  const question = asked === undefined ? null : parseQuestion(asked)
  if (!value || because === undefined || question === undefined || rest.length > 0) return null
  return { name: value[1] ?? '', value: Number(value[2]), unit: value[3] ?? '', because, question }
}

/** `undefined` for what is none. */
function parseQuestion(text: string): Parameter['question'] | undefined {
  const parts = /^问题\s+([^\s：:]+)\s*[：:](.+)$/u.exec(text)
  const questionId = parseId<QuestionId>(parts?.[1] ?? '')
  if (!parts || questionId === null) return undefined
  const readings = (parts[2] ?? '').split(/[，,]/u).map((one) => /^\s*([\w.-]+)\s*=\s*(\d{1,9})\s*$/u.exec(one))
  const byReading = readings.flatMap((one) => (one ? [[one[1] ?? '', Number(one[2])] as const] : []))
  if (byReading.length < readings.length || new Set(byReading.map(([key]) => key)).size < byReading.length)
    return undefined
  return { questionId, byReading: Object.fromEntries(byReading) }
}
