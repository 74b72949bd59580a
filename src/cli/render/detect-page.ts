import type { FolderDetection, FolderRun } from '../../app/folder-records/detect-in-folder.ts'
import { fitTable } from '../text/fit-table.ts'
import type { Cell, Column } from '../text/table.ts'
import { wrapText } from '../text/wrap.ts'
import { grouped } from './grouped.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

/** A line a detection, then what people should know of some of them, then what the ledger learned. */
export function detectPage(path: string, run: FolderRun, page: Page): string[] {
  const { ink } = page
  const { asOf, calendarVersion, dataDigest } = run
  const detections = run.detections.toSorted(byClause)
  const { head, rows } = fitTable(
    COLUMNS,
    detections.map((one) => cellsOf(one, page)),
    page.columns,
  )
  const noted = detections.filter(({ message }) => message !== null)
  return [
    heavyRule(page),
    ...centered(`检测 ${path}`, page).map(ink.strong),
    heavyRule(page),
    ink.faint(head),
    lightRule(page),
    ...rows,
    lightRule(page),
    ...noted.flatMap(({ detection, message }) => [
      ...hanging('▨ ', `${detection.title}：${message ?? ''}`, page, 0, { label: ink.open }),
    ]),
    ...(noted.length === 0 ? [] : [lightRule(page)]),
    ...hanging('看到    ', `${asOf} 为止发生的事`, page, 0),
    ...hanging('工作日  ', `按 ${calendarVersion ?? ''} 计`, page, 0),
    ...hanging('记录    ', dataDigest, page, 0, { text: ink.faint }),
    ...wrapText(endWords(run), page.columns).map(ink.strong),
  ]
}

const COLUMNS: readonly Column[] = [
  { title: '条款', align: 'left' },
  { title: '检测', align: 'left' },
  { title: '查出', align: 'right' },
  { title: '新增', align: 'right' },
  { title: '更改', align: 'right' },
  { title: '撤回', align: 'right' },
  { title: '标记', align: 'right' },
  { title: '秒', align: 'right' },
]

/** In the order of the notice: 3.4.1 before 10.3.1. */
function byClause({ detection: one }: FolderDetection, { detection: other }: FolderDetection): number {
  return one.clauseId.localeCompare(other.clauseId, 'en', { numeric: true })
}

function cellsOf(one: FolderDetection, { ink }: Page): Cell[] {
  const { detection, hasRun, suspicions, raised, amended, withdrawn, flagged, seconds } = one
  const counts = [raised, amended, withdrawn, flagged]
  return [
    { text: detection.clauseId },
    { text: detection.title },
    hasRun ? { text: grouped(suspicions) } : { text: '未运行', paint: ink.open },
    ...counts.map((count) => ({ text: count === 0 ? '' : grouped(count), paint: ink.open })),
    { text: seconds.toFixed(1), paint: ink.faint },
  ]
}

function endWords({ detections, told, events }: FolderRun): string {
  const sum = (of: 'suspicions' | 'raised' | 'amended' | 'withdrawn' | 'flagged' | 'merged') =>
    detections.reduce((total, one) => total + one[of], 0)
  const merged = sum('merged')
  const once = merged === 0 ? '' : `（其中 ${grouped(merged)} 个与别的款是同一件事，只记在那一款）`
  const found = `查出疑点 ${grouped(sum('suspicions'))} 个${once}`
  if (told === 0) return `${found}，台账里都已登记，没有写入什么。疑点不影响得分，查实由人。`
  const parts = [
    `新登记 ${grouped(sum('raised'))} 个`,
    `更改 ${grouped(sum('amended'))} 个`,
    `撤回 ${grouped(sum('withdrawn'))} 个`,
    `标记已有结论的 ${grouped(sum('flagged'))} 个`,
  ]
  return `${found}：${parts.join('，')}；写入台账 ${grouped(told)} 条，共 ${grouped(events)} 条。疑点不影响得分，查实由人。`
}
