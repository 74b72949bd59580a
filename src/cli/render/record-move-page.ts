import type { RecordMoveReport } from '../../app/moving/move-records.ts'
import type { CarriedMonth, RecordMove, RecordMoveOutlook } from '../../app/ports/record-move.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { fileSize } from '../text/file-size.ts'
import { fitTable } from '../text/fit-table.ts'
import { wrapText } from '../text/wrap.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'

/** Measured with 600,000 ratings on two cores that the shards, and others, were using as well: fetched, sent, counted, and fetched again. */
const RECORDS_A_SECOND = 16_000

/** What a shard keeps of a service case beside what a file does (`docs/guide/operations.md`); of other records it is less. */
const SHARD_FACTOR = 6

/** What there is to do, before it is done. */
export function outlookLines(
  { from, to }: Pick<RecordMove, 'from' | 'to'>,
  { months, records, fileBytes, shardBytes, placed, isOver }: RecordMoveOutlook,
  page: Page,
): string[] {
  if (isOver) return wrapText('已经全在目标处了，只剩清理原来的地方。', page.columns)
  const rest = records - placed
  const disk = to.startsWith('数据文件夹') ? fileBytes : (shardBytes ?? fileBytes * SHARD_FACTOR)
  return [
    ...hanging('来源  ', from, page, 0),
    ...hanging('目标  ', to, page, 0),
    ...hanging(
      '要搬  ',
      `${months} 个文件（每月一个，旧版本另计），${records} 条${placed > 0 ? `；其中 ${placed} 条上次已经放好` : ''}`,
      page,
      0,
    ),
    ...hanging('磁盘  ', `目标处至多约需 ${fileSize(disk)}；原来的在切换以后才清理，其间两份都在`, page, 0),
    ...hanging('时间  ', `约 ${duration(rest / RECORDS_A_SECOND)}（按两个核的机器推算）`, page, 0),
    lightRule(page),
  ]
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} 秒`
  return seconds < 5_400 ? `${Math.ceil(seconds / 60)} 分钟` : `${(seconds / 3_600).toFixed(1)} 小时`
}

/** What was moved, by data set, and that it is the same. */
export function recordMovePage({ from, to, months, placedBefore, wasOver }: RecordMoveReport, page: Page): string[] {
  const names = [...new Set(months.map((month) => month.dataSet))]
  const rows = names.map((name) => {
    const own = months.filter((month) => month.dataSet === name)
    const records = own.reduce((sum, month) => sum + month.records, 0)
    return [dataSet(name).chinese, String(own.length), String(records), '相同'].map((text) => ({ text }))
  })
  const { head, rows: table } = fitTable(COLUMNS, rows, page.columns)
  const changed = months.filter(({ isAsImported }) => !isAsImported)
  return [
    heavyRule(page),
    ...centered('业务记录的搬迁与证明', page).map(page.ink.strong),
    heavyRule(page),
    ...hanging('来源  ', from, page, 0),
    ...hanging('目标  ', to, page, 0),
    lightRule(page),
    ...(months.length === 0 ? ['没有要搬的。'] : [head, ...table]),
    ...(placedBefore > 0 ? hanging('· ', `另有 ${placedBefore} 条上次已经放好并核对，这次重新清点过`, page, 0) : []),
    ...changed.flatMap((month) => hanging('! ', changedText(month), page, 0)),
    lightRule(page),
    ...wrapText(
      wasOver ? '结论：早已切换，原来的地方清理完了。' : '结论：每个文件的摘要前后相同，已经切换，原来的地方清理完了。',
      page.columns,
    ).map(page.ink.strong),
    ...hanging('· ', nextStep(to), page, 0),
  ]
}

const COLUMNS = [
  { title: '数据集', align: 'left' },
  { title: '文件', align: 'right' },
  { title: '条数', align: 'right' },
  { title: '读回', align: 'left' },
] as const

function changedText({ tenantId, dataSet: name, month }: CarriedMonth): string {
  const which = month === '' ? '已被更正的旧版本' : month
  return `${tenantId} 的${dataSet(name).chinese}（${which}）与导入时的摘要不符，照分片上现有的搬了`
}

function nextStep(to: string): string {
  return to.startsWith('数据文件夹')
    ? '请从配置里去掉 recordShards，再启动服务。'
    : '请把配置里的 recordShards 换成新的，各节点都要重启：没有重启的节点不再回答业务记录的查询，也不导入。'
}
