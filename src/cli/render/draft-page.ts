import type { ShownDraft } from '../../app/folder-records/show-draft.ts'
import type { TriedField } from '../../app/folder-records/try-sample.ts'
import type { Center } from '../../app/ports/notice-archive.ts'
import type { FileLook } from '../../app/ports/record-store.ts'
import { checkProfile } from '../../core/records/check-profile.ts'
import type { DataSet } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import type { OpenPoint } from '../../core/records/guessing-ground.ts'
import { OTHERS, TO_BE_SAID } from '../../core/records/import-profile.ts'
import { fileSize } from '../text/file-size.ts'
import { fitTable } from '../text/fit-table.ts'
import type { Cell, Column } from '../text/table.ts'
import { faultLines } from './fault-lines.ts'
import { meantWords } from './meant-words.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

export interface DraftPageGiven {
  readonly fileName: string
  readonly draft: ShownDraft
  /** What to run next, as it would be typed. */
  readonly again: string
}

/** What a profile makes of a file, what is open, and what the person is to do. */
export function draftPage({ fileName, draft, again }: DraftPageGiven, page: Page): string[] {
  const { profile, path, look, exposed, trial, isChanged, centers } = draft
  const { ink } = page
  const set = dataSet(profile.dataSet)
  // Columns that are left out stand on a line of their own.
  const open = draft.open.filter(({ code }) => code !== 'column-unmatched')
  const mustChange = checkProfile(profile).length > 0 || trial.good < trial.rows || open.some(isBlocking)
  const next = mustChange
    ? `先改好 ${path}，再这样确认并导入：`
    : `要改的地方改 ${path}；核对下来没有错，就这样确认并导入：`
  return [
    heavyRule(page),
    ...centered(isChanged ? '导入方案改过，请再确认一次' : '导入方案待确认，还没有导入', page).map(ink.strong),
    heavyRule(page),
    ...hanging('文件    ', `${fileName}，${lookWords(look)}`, page, 0),
    ...hanging('数据集  ', `${set.chinese}：${set.meaning}`, page, 0),
    ...hanging('来源    ', profile.source, page, 0),
    ...hanging('方案    ', path, page, 0, { text: ink.primary }),
    lightRule(page),
    ...fieldLines(set, trial.fields, centers, page),
    ...meaningLines(trial.fields, centers, page),
    ...(profile.ignored.length === 0
      ? []
      : hanging('不导入的列（请确认用不到）  ', profile.ignored.join('、'), page, 0)),
    ...(exposed.length === 0
      ? []
      : hanging('原样保留的个人信息  ', exposed.map(({ chinese }) => chinese).join('、'), page, 0, { text: ink.open })),
    ...(open.length === 0 ? [] : [lightRule(page), ink.open(`要确认的 ${open.length} 处`)]),
    ...open.flatMap(({ message }, at) => hanging(`${String(at + 1).padStart(2)} `, message, page, 0)),
    lightRule(page),
    ...hanging('', `试读前 ${trial.rows} 行：${trial.good} 行没有错。`, page, 0),
    ...faultLines(trial.faults, 5, page),
    ...hanging('', next, page, 0),
    `  ${ink.primary(again)}`,
  ]
}

function isBlocking({ code }: OpenPoint): boolean {
  return code === 'profile-incomplete' || code === 'field-unmapped'
}

const KINDS = { csv: 'CSV', xlsx: 'Excel 工作簿', jsonl: 'JSON 行', parquet: 'Parquet' } as const
const ENCODINGS = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', gb18030: 'GB 18030' } as const

function lookWords({ kind, encoding, bytes }: FileLook): string {
  return [KINDS[kind], ...(encoding === null ? [] : [ENCODINGS[encoding]]), fileSize(bytes)].join('，')
}

const COLUMNS: readonly Column[] = [
  { title: '字段', align: 'left' },
  { title: '文件里的列', align: 'left' },
  { title: '第一个值', align: 'left' },
  { title: '存为', align: 'left' },
]

function fieldLines(set: DataSet, tried: readonly TriedField[], centers: readonly Center[], page: Page): string[] {
  const { ink } = page
  const rows = set.fields.flatMap((field): Cell[][] => {
    const own = tried.find((one) => one.field.name === field.name)
    if (own) return [fieldCells(own, centers, page)]
    return field.isRequired ? [[{ text: `${field.chinese} *` }, { text: '还没有列', paint: ink.open }]] : []
  })
  const { head, rows: lines } = fitTable(COLUMNS, rows, page.columns)
  return [ink.faint(head), ...lines, ink.faint('* 必填')]
}

function fieldCells(tried: TriedField, centers: readonly Center[], { ink }: Page): Cell[] {
  const { field, written, kept, mapping } = tried
  const isDropped = mapping.privacy === 'drop'
  const isUnread = written !== null && kept === null && !isDropped
  return [
    { text: field.isRequired ? `${field.chinese} *` : field.chinese },
    { text: columnWords(tried) },
    { text: writtenWords(tried), paint: ink.faint },
    isUnread
      ? { text: '读不出', paint: ink.open }
      : { text: isDropped ? '（不存）' : meantWords(field, kept, centers) },
  ]
}

/** What each sign of a source means: nothing is more easily wrong, and nothing harder to see afterwards. */
function meaningLines(fields: readonly TriedField[], centers: readonly Center[], page: Page): string[] {
  return fields.flatMap(({ field, mapping: { values } }) => {
    const said = Object.entries(values ?? {})
      .map(([from, to]) => ({ from, meant: to === TO_BE_SAID ? '？' : meantWords(field, to, centers) }))
      .filter(({ from, meant }) => from !== meant)
      .map(({ from, meant }) => `${from === OTHERS ? '其他' : from} = ${meant}`)
    return said.length === 0 ? [] : hanging(`${field.chinese}  `, said.join('，'), page, 0)
  })
}

function columnWords({ mapping: { from, labelColumn } }: TriedField): string {
  if (from.kind === 'constant') return '（固定值）'
  return labelColumn === null ? from.header : `${from.header}、${labelColumn}`
}

/** What is personal is not shown before it is masked. */
function writtenWords({ field, written }: TriedField): string {
  if (written === null) return '（空）'
  return field.personal === null ? written : '（个人信息）'
}
