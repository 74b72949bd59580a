import { parseId } from '../kernel/identifiers.ts'
import { isLatitude, isLongitude } from '../kernel/place.ts'
import { parsePlainDate } from '../kernel/plain-date.ts'
import { parseTimestamp } from '../kernel/timestamp.ts'
import { parseDigest } from './chain.ts'
import type { FindingSource } from './ledger-event.ts'

/** What a field of an event can hold: how to tell, and what to call it when it does not. */
export interface FieldKind {
  /** Whether an event may be without it: it was added to the fact after that was published. */
  readonly isOptional?: true
  readonly expected: string
  readonly holds: (value: unknown) => boolean
}

/** Half a surrogate pair has no UTF-8 form, and -0 no canonical one: what holds here can be written as canonical JSON. */
const isText = (value: unknown): value is string => typeof value === 'string' && !/\p{Cs}/u.test(value)
const isInteger = (value: unknown): boolean => Number.isSafeInteger(value) && !Object.is(value, -0)
const isWhole = (value: unknown, least: number): boolean => isInteger(value) && Number(value) >= least
const isId = (value: unknown): boolean => isText(value) && parseId(value) !== null
const isDate = (value: unknown): boolean => isText(value) && parsePlainDate(value) !== null
const isDigest = (value: unknown): boolean => isText(value) && parseDigest(value) !== null
const isListOf = (value: unknown, holds: Holds): boolean => Array.isArray(value) && value.every(holds)

type Holds = (value: unknown) => boolean

/** A record of these fields and no others. */
function isExactly(value: unknown, fields: Readonly<Record<string, Holds>>): boolean {
  if (!isRecord(value)) return false
  const names = Object.keys(fields)
  return (
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name) && fields[name]?.(value[name]))
  )
}

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
export const countOrNone = kind('0以上的整数', (value) => isWhole(value, 0))
export const points = kind('以百分之一分计的整数（0.5分写作 50）', (value) => isWhole(value, 0))
export const indexes = kind('序号列表（从 0 起）', (value) => isListOf(value, (entry) => isWhole(entry, 0)))
export const source = kind(
  `来源（${Object.keys(SOURCES).join('、')} 之一）`,
  (value) => isText(value) && Object.hasOwn(SOURCES, value),
)
export const measure = kind('数值（numerator 和 denominator 两个整数，分母大于 0）', (value) =>
  isExactly(value, { numerator: isInteger, denominator: (denominator) => isWhole(denominator, 1) }),
)
export const place = kind('位置（latitude 和 longitude，以百万分之一度计的整数）', (value) =>
  isExactly(value, { latitude: isLatitude, longitude: isLongitude }),
)
export const evidence = kind('证据列表（每项有 SHA-256 digest、caption 和 claims）', (value) =>
  isListOf(value, (file) => isExactly(file, { digest: isDigest, caption: isText, claims: isClaims })),
)
export const basis = kind('疑点的依据（sqlDigest、parameters、dataDigest 和 calendarVersion）', (value) =>
  isExactly(value, {
    sqlDigest: isDigest,
    parameters: (given) => isRecord(given) && Object.values(given).every((one) => isInteger(one) || isText(one)),
    dataDigest: isDigest,
    calendarVersion: isText,
  }),
)
export const deadline = kind('期限（lastDay、workingDays、countedFrom、calendarVersion）', (value) =>
  isExactly(value, {
    lastDay: isDate,
    workingDays: (days) => isWhole(days, 0),
    countedFrom: isDate,
    calendarVersion: isText,
  }),
)
export const sheets = kind('得分表列表（每项有 centerId、score 和 digest）', (value) =>
  isListOf(value, (sheet) => isExactly(sheet, { centerId: isId, score: isInteger, digest: isDigest })),
)
export const forced = kind('强行定稿的说明（blockers 和 reason）', (value) =>
  isExactly(value, { blockers: (blockers) => isListOf(blockers, isBlocker), reason: isText }),
)
export const entries = kind('自评列表（每项有 criterionId、points 和 statement）', (value) =>
  isListOf(value, (entry) =>
    isExactly(entry, { criterionId: isId, points: (given) => isWhole(given, 0), statement: isText }),
  ),
)

export const commitment = kind('64 位十六进制摘要', isDigest)
export const samplingDesign = kind('抽查方案（方式、起止、日历、工作日、次数、中心、检查员和条款）', (value) =>
  isExactly(value, {
    mode: (mode) => mode === 'announced' || mode === 'unannounced',
    from: isDate,
    to: isDate,
    calendarVersion: isText,
    days: (days) => isListOf(days, isDate),
    visits: (given) => isWhole(given, 1),
    visitsPerDay: (given) => isWhole(given, 1),
    minimum: (given) => isWhole(given, 0),
    centers: (centers) =>
      isListOf(centers, (center) =>
        isExactly(center, { centerId: isId, stratum: isText, weight: (weight) => isWhole(weight, 0), reason: isText }),
      ),
    inspectors: (inspectors) =>
      isListOf(inspectors, (inspector) =>
        isExactly(inspector, {
          personId: isId,
          recusedFrom: (centers) => isListOf(centers, isId),
          visitsPerDay: (given) => isWhole(given, 1),
        }),
      ),
    clauseIds: (clauses) => isListOf(clauses, isId),
    clausesPerVisit: (given) => isWhole(given, 1),
  }),
)

function isClaims(value: unknown): boolean {
  const isTold = (said: unknown): boolean => said === null || isText(said)
  return value === null || isExactly(value, { takenAt: isTold, place: isTold, device: isTold })
}

function isBlocker(value: unknown): boolean {
  return isExactly(value, {
    code: isText,
    ref: (ref) => ref === null || isText(ref),
    centerId: (centerId) => centerId === null || isId(centerId),
  })
}

export function optional({ expected, holds }: FieldKind): FieldKind {
  return { ...kind(expected, holds), isOptional: true }
}

export function orNull({ expected, holds }: FieldKind): FieldKind {
  return kind(`${expected}，或 null`, (value) => value === null || holds(value))
}

function kind(expected: string, holds: (value: unknown) => boolean): FieldKind {
  return { expected, holds }
}
