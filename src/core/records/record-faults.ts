import { shownValue } from './shown-value.ts'

/**
 * What can be wrong with one value of one row: the catalogue. Each sentence says what was found and what to do; row, column
 * and value stand beside it. A test walks it.
 */
export const RECORD_FAULTS = {
  'value-missing': () => '必填，却是空的；请补上',
  'id-wrong': (value: string) => `${shownValue(value)}不能作编号；编号不含空格，1 到 120 个字`,
  'text-too-long': (value: string) => `有 ${value.length} 个字，最多 4000 个；请缩短`,
  'date-wrong': (value: string, forms: string) => `${shownValue(value)}不是日期；应写成${forms}`,
  'date-outside': (value: string, from: string, to: string) =>
    `${shownValue(value)}不在 ${from} 至 ${to} 之内；日期若不对请改正，若对请先导入那一年的日历`,
  'count-wrong': (value: string) => `${shownValue(value)}不是个数；应是 0 到 2000000000 的整数`,
  /** `beside` is the label in words next to it; empty where there is none. */
  'code-unknown': (value: string, known: string, beside: string) =>
    `${shownValue(value)}没有对应的代码${beside === '' ? '' : `（旁边的文字是${shownValue(beside)}）`}；来源里已有的是${known}；请改正，或在导入方案里补上它的意思`,
  'label-contradicts': (value: string, label: string, meant: string) =>
    `代码${shownValue(value)}在导入方案里是“${meant}”，文字却是${shownValue(label)}；两者相反的来源很多，请查明哪个对`,
  'center-unknown': (value: string) => `${shownValue(value)}不是被考核的中心；请改正，或在导入方案里写明它是哪个中心`,
  'key-repeated': (value: string, row: string) =>
    `${shownValue(value)}与第 ${row} 行的编号相同，内容却不同；请只留一行`,
  'columns-too-few': (found: string, expected: string) => `这一行只有 ${found} 列，应有 ${expected} 列；请补齐`,
  'columns-too-many': (found: string, expected: string) =>
    `这一行有 ${found} 列，应有 ${expected} 列；多半是某个值里有逗号而没有加引号`,
  'row-too-long': (found: string) => `这一行有 ${found} 个字，最多 600000 个；多半是引号没有配对，请检查`,
  'quote-broken': () => '引号没有配对；请检查这一行的引号',
  'cell-error': (value: string) => `${shownValue(value)}是公式出错的结果，不是值；请改正公式，或填上值`,
  'formula-empty': () => '公式没有存下结果；请用 Excel 或 WPS 打开，保存后再导入',
  'number-too-long': (value: string) =>
    `${shownValue(value)}超过 15 位，作为数字存下时末尾几位已经丢失；请把这一列设为文本，从来源重新导出`,
  'text-broken': (value: string) => `${shownValue(value)}里有不能作文字的字符；请删去`,
  'value-nested': () => '值是对象或数组；每个值应是一段文字、一个数、true 或 false，请展开',
  'key-doubled': (key: string) => `这一行有两个${shownValue(key)}；请只留一个`,
  'key-unknown': (key: string) => `前 200 行里没有${shownValue(key)}；请让各行的名称一致，没有值的写 null`,
  'line-not-record': () => '这一行不是一个 JSON 对象；每行应是一个完整的对象',
} as const

export type RecordFaultCode = keyof typeof RECORD_FAULTS

/** `row` counts as the file does: for sheets and CSV the header is row 1. `column` is the header; null for the whole row. */
export interface RecordFault {
  readonly row: number
  readonly column: string | null
  readonly value: string | null
  readonly code: RecordFaultCode
  readonly message: string
}

export function recordFault<Code extends RecordFaultCode>(
  at: Pick<RecordFault, 'row' | 'column' | 'value'>,
  code: Code,
  ...facts: Parameters<(typeof RECORD_FAULTS)[Code]>
): RecordFault {
  const say: (...facts: readonly string[]) => string = RECORD_FAULTS[code]
  return { ...at, code, message: say(...facts) }
}
