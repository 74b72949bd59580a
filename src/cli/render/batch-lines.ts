import type { ImportedSource } from '../../app/example-records/import-batch.ts'
import { fileSize } from '../text/file-size.ts'
import { table, type Column } from '../text/table.ts'
import { grouped } from './grouped.ts'
import { hanging, lightRule, type Page } from './page.ts'

const COLUMNS: readonly Column[] = [
  { title: '文件', align: 'left' },
  { title: '形式', align: 'left' },
  { title: '条', align: 'right' },
  { title: '大小', align: 'right' },
]

const ENCODINGS: Readonly<Record<ImportedSource['form']['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8 BOM',
  'utf-16le': 'UTF-16',
  gb18030: 'GBK',
}

/** What came in: each file as its source writes it, how much of it, and how fast it was taken in. */
export function batchLines(sources: readonly ImportedSource[], page: Page): string[] {
  const { head, rows } = table(
    COLUMNS,
    sources.map(({ fileName, form, rows, bytes }) => [
      { text: fileName.replace(/\.[a-z]+$/u, '') },
      { text: formText(form), paint: page.ink.faint },
      { text: grouped(rows) },
      { text: fileSize(bytes), paint: page.ink.faint },
    ]),
  )
  return [
    page.ink.faint(head),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...totalTexts(sources).flatMap((text) => hanging('', text, page, 0)),
  ]
}

/** Fewer rows than this take the time that a file takes, and say nothing of a rate. */
const MEASURABLE = 10_000

function formText({ kind, encoding }: ImportedSource['form']): string {
  if (kind === 'xlsx') return 'XLSX'
  return kind === 'jsonl' ? 'JSON 行' : `CSV ${ENCODINGS[encoding]}`
}

/** How fast it went stands on a line of its own: it is the only thing here that another run tells otherwise. */
function totalTexts(sources: readonly ImportedSource[]): string[] {
  const sum = (of: (source: ImportedSource) => number) => sources.reduce((all, source) => all + of(source), 0)
  const rows = sum(({ report }) => report.rows)
  const corrected = sum(({ report }) => report.corrected)
  const seconds =
    Math.max(
      1,
      sum(({ ms }) => ms),
    ) / 1000
  const parts = [
    `${sources.length}个文件，${grouped(rows)}条记录，${fileSize(sum(({ bytes }) => bytes))}`,
    ...(corrected === 0 ? [] : [`其中${corrected}条更正了先前的记录，旧的仍然看得到`]),
    '姓名、证件号码、电话在导入时已遮盖',
  ]
  const pace = `导入用时 ${seconds.toFixed(1)} 秒，每秒 ${grouped(Math.round(rows / seconds))} 条。`
  return [`${parts.join('；')}。`, ...(rows < MEASURABLE ? [] : [pace])]
}
