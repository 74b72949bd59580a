import type { DocumentColumn } from '../../core/document/document-table.ts'
import type { PrintedColumns } from '../../core/notice/layout/printed-columns.ts'

/** What an office may want beside the notice's own columns, in the order in which they stand. */
export const LOCAL_COLUMNS = ['method', 'self', 'reason', 'basis', 'mark'] as const

export type LocalColumn = (typeof LOCAL_COLUMNS)[number]

/** The notice's own columns round the local ones. */
export function sheetColumns(printed: PrintedColumns, wanted: readonly LocalColumn[]): readonly DocumentColumn[] {
  const { section, criterion, score } = printed
  return [
    { key: 'section', name: section ?? '考核内容', width: 31, align: 'center' },
    { key: 'criterion', name: criterion ?? '考核项目', width: 80, align: 'left' },
    ...LOCAL_COLUMNS.filter((key) => wanted.includes(key)).map((key) => LOCAL[key]),
    { key: 'score', name: score ?? '得分', width: 16, align: 'center' },
  ]
}

const LOCAL: Readonly<Record<LocalColumn, DocumentColumn>> = {
  method: { key: 'method', name: '考核办法', width: 23, align: 'left' },
  self: { key: 'self', name: '自评分', width: 17, align: 'center' },
  mark: { key: 'mark', name: '考核分（加减）', width: 19, align: 'center' },
  reason: { key: 'reason', name: '扣分原因', width: 64, align: 'left' },
  basis: { key: 'basis', name: '依据', width: 40, align: 'left' },
}

/** `method,self` as an address names them; all where it names none. */
export function columnsAsked(text: string | undefined): readonly LocalColumn[] {
  if (text === undefined) return LOCAL_COLUMNS
  const asked = text.split(',')
  return LOCAL_COLUMNS.filter((column) => asked.includes(column))
}
