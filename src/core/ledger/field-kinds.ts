import { parseId } from '../kernel/identifiers.ts'
import { parsePlainDate } from '../kernel/plain-date.ts'
import { parseTimestamp } from '../kernel/timestamp.ts'
import type { FindingSource } from './ledger-event.ts'

/** What a field of an event can hold: how to tell, and what to call it when it does not. */
export interface FieldKind {
  readonly expected: string
  readonly holds: (value: unknown) => boolean
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least
const isId = (value: unknown): boolean => isText(value) && parseId(value) !== null
const isDate = (value: unknown): boolean => isText(value) && parsePlainDate(value) !== null
const isDigest = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value)
const isListOf = (value: unknown, holds: (entry: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(holds)

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const SOURCES: Readonly<Record<FindingSource, true>> = {
  inspection: true,
  complaint: true,
  rating: true,
  hotline: true,
  'self-assessment': true,
  records: true,
}

export const id = kind('编号（1至200个非空白字符）', isId)
export const ids = kind('编号列表', (value) => isListOf(value, isId))
export const text = kind('文字', isText)
export const texts = kind('文字列表', (value) => isListOf(value, isText))
export const date = kind('日期（如 2021-03-01）', isDate)
export const time = kind(
  '时间（如 2021-10-25T09:30:00+08:00）',
  (value) => isText(value) && parseTimestamp(value) !== null,
)
export const count = kind('1以上的整数', (value) => isWhole(value, 1))
export const points = kind('以百分之一分计的整数（0.5分写作 50）', (value) => isWhole(value, 0))
export const indexes = kind('序号列表（从 0 起）', (value) => isListOf(value, (entry) => isWhole(entry, 0)))
export const source = kind(
  `来源（${Object.keys(SOURCES).join('、')} 之一）`,
  (value) => isText(value) && Object.hasOwn(SOURCES, value),
)
export const measure = kind(
  '数值（numerator 和 denominator 两个整数，分母大于 0）',
  (value) => isRecord(value) && Number.isSafeInteger(value['numerator']) && isWhole(value['denominator'], 1),
)
export const evidence = kind('证据列表（每项有 SHA-256 digest、caption 和 claims）', (value) =>
  isListOf(
    value,
    (file) => isRecord(file) && isDigest(file['digest']) && isText(file['caption']) && isClaims(file['claims']),
  ),
)
export const deadline = kind(
  '期限（lastDay、workingDays、countedFrom、calendarVersion）',
  (value) =>
    isRecord(value) &&
    isDate(value['lastDay']) &&
    isWhole(value['workingDays'], 0) &&
    isDate(value['countedFrom']) &&
    isText(value['calendarVersion']),
)
export const sheets = kind('得分表列表（每项有 centerId、score 和 digest）', (value) =>
  isListOf(
    value,
    (sheet) =>
      isRecord(sheet) && isId(sheet['centerId']) && Number.isSafeInteger(sheet['score']) && isDigest(sheet['digest']),
  ),
)
export const forced = kind(
  '强行定稿的说明（blockers 和 reason）',
  (value) => isRecord(value) && isText(value['reason']) && isListOf(value['blockers'], isBlocker),
)
export const entries = kind('自评列表（每项有 criterionId、points 和 statement）', (value) =>
  isListOf(
    value,
    (entry) =>
      isRecord(entry) && isId(entry['criterionId']) && isWhole(entry['points'], 0) && isText(entry['statement']),
  ),
)

function isClaims(value: unknown): boolean {
  const isTold = (said: unknown): boolean => said === null || isText(said)
  return value === null || (isRecord(value) && ['takenAt', 'place', 'device'].every((field) => isTold(value[field])))
}

function isBlocker(value: unknown): boolean {
  return (
    isRecord(value) &&
    isText(value['code']) &&
    (value['ref'] === null || isText(value['ref'])) &&
    (value['centerId'] === null || isId(value['centerId']))
  )
}

export function orNull({ expected, holds }: FieldKind): FieldKind {
  return kind(`${expected}，或 null`, (value) => value === null || holds(value))
}

function kind(expected: string, holds: (value: unknown) => boolean): FieldKind {
  return { expected, holds }
}
