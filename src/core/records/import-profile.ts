import type { DataSetName } from './data-set.ts'

/**
 * How one source writes one data set: which column holds which field, what its codes mean, how its dates are written, and
 * what becomes of personal data. Guessed from a header, confirmed once by a person, and from then on said by name.
 */
export interface ImportProfile {
  readonly id: string
  /** Named by the person: “市好差评系统导出”. */
  readonly title: string
  readonly dataSet: DataSetName
  /** The system that the records come from: part of every record's key. An id without white space, `:`, `/` or `@`. */
  readonly source: string
  /** By field name; a field that is not here stays empty. */
  readonly columns: Readonly<Record<string, FieldMapping>>
  /** Columns of the source that are known and left out on purpose. Any other column that is not mapped is refused. */
  readonly ignored: readonly string[]
}

export interface FieldMapping {
  readonly from: ColumnSource
  /**
   * What the source writes -> the code or the center's id. For codes and centers only; a value that is not here is a fault, and
   * so is one that is `TO_BE_SAID`.
   */
  readonly values: Readonly<Record<string, string>> | null
  /** The column with the label in words beside a digit: where both are filled they must mean the same code. */
  readonly labelColumn: string | null
  /** How dates and times are written, tried in this order; for dates and times only. */
  readonly forms: readonly DateForm[] | null
  readonly privacy: Privacy
}

/** In a draft: the source writes this value, and a person must still say what it means. */
export const TO_BE_SAID = ''

/** For centers: every value of the column that has no line of its own. */
export const OTHERS = '*'

/**
 * A center that is not assessed, in another district: for centers beside the one that a record belongs to, where the profile
 * says so. No center bears the word as its id.
 */
export const ELSEWHERE = 'elsewhere'

export type ColumnSource =
  | { readonly kind: 'column'; readonly header: string }
  /** The same value in every row: a file that holds one center only. */
  | { readonly kind: 'constant'; readonly value: string }

/** `mask` keeps what is needed to tell people apart on paper (张**、310****1234、138****0000); `drop` keeps nothing. */
export type Privacy = 'keep' | 'mask' | 'drop'

export const DATE_FORMS = {
  'YYYY-MM-DD': '2021-03-01',
  'YYYY-MM-DD hh:mm': '2021-03-01 09:30',
  'YYYY-MM-DD hh:mm:ss': '2021-03-01 09:30:00',
  'YYYY-MM-DDThh:mm:ss+08:00': '2021-03-01T09:30:00+08:00',
  YYYYMMDD: '20210301',
  YYYYMMDDThhmmss: '20210301T093000',
  YYYYMMDDhhmmss: '20210301093000',
  'YYYYMMDDhh:mm:ss': '2021030109:30:00',
  'YYYY/M/D': '2021/3/1',
  'YYYY/M/D hh:mm': '2021/3/1 09:30',
  'YYYY/M/D hh:mm:ss': '2021/3/1 09:30:00',
  YYYY年M月D日: '2021年3月1日',
} as const

export type DateForm = keyof typeof DATE_FORMS
