import { detectionFault, type DetectionFault } from './detection-refusals.ts'

/** What a header can say, in the words that it says it with. */
const HEADER_KEYS = ['条款', '名称', '说明', '数据', '形式', '判断', '要求', '参数'] as const
export type HeaderKey = (typeof HEADER_KEYS)[number]

/** `line` is where the entry begins, from 1. Lines that go on are joined without a blank, as Chinese is written. */
export interface HeaderEntry {
  readonly key: HeaderKey
  readonly value: string
  readonly line: number
}

export interface Header {
  readonly entries: readonly HeaderEntry[]
  readonly faults: readonly DetectionFault[]
  /** Where the first line after the header begins. */
  readonly end: number
}

/** The `--` lines that a detection begins with: `-- 项目：内容`, and what goes on with two blanks more. */
export function readHeader(text: string): Header {
  const entries: HeaderEntry[] = []
  const faults: DetectionFault[] = []
  let end = 0
  let line = 0
  for (const given of text.split('\n')) {
    const said = /^\uFEFF?--(.*?)\r?$/u.exec(given)?.[1]
    if (said === undefined || said.trim() === RECORDS_LINE) break
    line += 1
    end += given.length + 1
    if (said.trim() === '') continue
    const last = entries.at(-1)
    if (/^ {2,}/u.test(said) && last) {
      entries[entries.length - 1] = { ...last, value: last.value + said.trim() }
      continue
    }
    const parts = /^\s*(.{1,8}?)\s*[：:](.*)$/u.exec(said)
    const key = HEADER_KEYS.find((known) => known === parts?.[1])
    if (!parts) faults.push(detectionFault(line, 'line-adrift', said.trim()))
    else if (!key) faults.push(detectionFault(line, 'key-unknown', parts[1] ?? '', HEADER_KEYS.join('、')))
    else entries.push({ key, value: (parts[2] ?? '').trim(), line })
  }
  return { entries, faults: [...faults, ...entryFaults(entries)], end: Math.min(end, text.length) }
}

/** The line, without its dashes, after which the records behind one measure are asked for. */
export const RECORDS_LINE = '明细'

function entryFaults(entries: readonly HeaderEntry[]): DetectionFault[] {
  const empty = entries
    .filter(({ value }) => value === '')
    .map(({ key, line }) => detectionFault(line, 'value-missing', key))
  const repeated = entries
    .filter(({ key }, place) => key !== '参数' && entries.findIndex((one) => one.key === key) < place)
    .map(({ key, line }) => detectionFault(line, 'key-repeated', key))
  return [...empty, ...repeated]
}
