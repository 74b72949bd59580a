import type { ShownHoldings } from '../../app/folder-records/show-records.ts'
import type { ImportReport, SetHoldings } from '../../app/ports/record-store.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { DATA_SETS, dataSet } from '../../core/records/data-sets.ts'
import { fitTable } from '../text/fit-table.ts'
import type { Column } from '../text/table.ts'
import { grouped } from './grouped.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

/** What is held of every data set, and what is not. */
export function holdingsPage(path: string, { held, imports }: ShownHoldings, page: Page): string[] {
  const { ink } = page
  const present = held.sets.filter(({ records }) => records > 0)
  const absent = DATA_SETS.filter(({ name }) => present.every((one) => one.dataSet !== name))
  const { head, rows } = fitTable(SET_COLUMNS, present.map(setCells), page.columns)
  const top = [heavyRule(page), ...centered(`业务记录 ${path}`, page).map(ink.strong), heavyRule(page)]
  if (present.length === 0) return [...top, ...nothingYet('任何业务记录', path, page)]
  return [
    ...top,
    ink.faint(head),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...(absent.length === 0
      ? []
      : hanging('还没有  ', absent.map(({ chinese }) => chinese).join('、'), page, 0, { text: ink.faint })),
    ...hanging('导入    ', `${imports.length} 次，最近一次 ${whenWords(imports[0])}`, page, 0),
    ...hanging('工作日  ', held.calendarVersion ?? '', page, 0),
    ...hanging('摘要    ', held.digest, page, 0, { text: ink.faint }),
  ]
}

const SET_COLUMNS: readonly Column[] = [
  { title: '数据集', align: 'left' },
  { title: '记录', align: 'right' },
  { title: '月份', align: 'left' },
  { title: '来源', align: 'left' },
  { title: '最近导入', align: 'left' },
]

function setCells({ dataSet: name, records, months, sources, lastImportAt }: SetHoldings) {
  return [
    dataSet(name).chinese,
    grouped(records),
    monthWords(months.map(({ month }) => month)),
    sources.join('、'),
    (lastImportAt ?? '').slice(0, 10),
  ].map((text) => ({ text }))
}

/** Each month of one data set, and how its records came. */
export function setPage(path: string, set: DataSet, { held, imports }: ShownHoldings, page: Page): string[] {
  const { ink } = page
  const own = held.sets.find(({ dataSet: name }) => name === set.name)
  const top = [heavyRule(page), ...centered(`${set.chinese} ${path}`, page).map(ink.strong), heavyRule(page)]
  if (!own || own.records === 0)
    return [...top, ...hanging('', `${set.meaning}。`, page, 0), ...nothingYet(set.chinese, path, page)]
  const months = fitTable(
    [
      { title: '月份', align: 'left' },
      { title: '记录', align: 'right' },
    ],
    own.months.map(({ month, records }) => [{ text: month }, { text: grouped(records) }]),
    page.columns,
  )
  const brought = imports.filter((one) => one.dataSet === set.name)
  const files = fitTable(IMPORT_COLUMNS, brought.map(importCells), page.columns)
  return [
    ...top,
    ...hanging('', `${set.meaning}。共 ${grouped(own.records)} 条，来源 ${own.sources.join('、')}。`, page, 0),
    lightRule(page),
    ink.faint(months.head),
    ...months.rows,
    lightRule(page),
    ink.faint(files.head),
    ...files.rows,
  ]
}

/** What to do, and not a table of nothing. */
function nothingYet(what: string, path: string, page: Page): string[] {
  return [...hanging('', `还没有导入${what}。导入一个文件：`, page, 0), `  npx mingheng import 文件 --into ${path}`]
}

const IMPORT_COLUMNS: readonly Column[] = [
  { title: '导入于', align: 'left' },
  { title: '文件', align: 'left' },
  { title: '方案', align: 'left' },
  { title: '行', align: 'right' },
  { title: '新增', align: 'right' },
  { title: '更正', align: 'right' },
  { title: '原样', align: 'right' },
]

function importCells(report: ImportReport) {
  const { fileName, profileId, rows, added, corrected, unchanged } = report
  const counts = [rows, added, corrected, unchanged].map(grouped)
  return [whenWords(report), fileName, profileId, ...counts].map((text) => ({ text }))
}

function whenWords(report: ImportReport | undefined): string {
  return report === undefined ? '' : report.at.slice(0, 16).replace('T', ' ')
}

function monthWords(months: readonly string[]): string {
  const sorted = months.toSorted()
  const [first = ''] = sorted
  const last = sorted.at(-1) ?? first
  return first === last ? first : `${first} 至 ${last}`
}
