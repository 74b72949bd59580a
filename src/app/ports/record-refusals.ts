import { refused, type Refusal } from '../../core/kernel/outcome.ts'
import { quotaSentence } from './quotas.ts'
import { STORE_FAULTS } from './store-fault.ts'

/** What can be wrong with a whole file, a profile or a query: what, where, what to do. Single values: `record-faults.ts`. */
export const RECORD_REFUSALS = {
  ...STORE_FAULTS,
  'file-missing': (path: string) => `没有“${path}”这个文件；请检查路径`,
  'file-empty': (path: string) => `“${path}”是空的；请重新导出`,
  'file-no-rows': (path: string) => `“${path}”只有表头，没有一行数据；请重新导出，或检查筛选条件`,
  'file-no-header': (path: string) => `“${path}”的第一行不像表头；第一行应是各列的名称`,
  'file-unreadable': (path: string, detail: string) => `读不了“${path}”（${detail}）；请检查它的权限和所在的磁盘`,
  'file-changed': (path: string) => `“${path}”在读取时有改动；请等导出完成、关闭打开它的程序后再导入`,
  'file-unknown-kind': (path: string, found: string, advice: string) => `“${path}”是${found}，不能导入；${advice}`,
  'file-encrypted': (path: string) => `“${path}”设了密码，无法读取；请在 Excel 或 WPS 里去掉密码，另存后再导入`,
  'file-mixed-encodings': (path: string, line: string) =>
    `“${path}”第 ${line} 行起换了编码（UTF-8 与 GB 18030 混用），多半由两个文件拼成；请分开导出，分别导入`,
  'file-not-text': (path: string, at: string) =>
    `“${path}”${at}不是 UTF-8、UTF-16 或 GB 18030 的文字；文件可能不完整，请重新导出`,
  'file-damaged': (path: string, detail: string) => `“${path}”已损坏或不完整（${detail}）；请重新导出`,
  'file-too-large': (path: string, found: string, limit: string) =>
    `“${path}”${found}，超过上限 ${limit}；请按月分开导出`,
  'sheet-merged-cells': (path: string, cells: string) =>
    `“${path}”里有合并的单元格（${cells}）；请取消合并，让每一行自己写全`,
  'sheet-ambiguous': (path: string, sheets: string) =>
    `“${path}”有几张都有内容的工作表（${sheets}）；请只留要导入的一张`,
  'header-repeated': (path: string, column: string) => `“${path}”有两列都叫“${column}”；请改成不同的名称`,
  'header-blank': (path: string, at: string, row: string) =>
    `“${path}”第 ${at} 列没有名称，第 ${row} 行却有内容；请写上列名，或删去这一列`,
  'column-inexact': (path: string, column: string, value: string) =>
    `“${path}”的“${column}”一列是浮点数，超过 15 位的值（${value}）末尾几位已经丢失；请在来源把它转成文字后重新导出`,
  'columns-nested': (path: string, columns: string) =>
    `“${path}”里这些列的值不是单个的文字、数或日期：${columns}；请展开或转成文字后重新导出`,
  'column-missing': (column: string, field: string) =>
    `文件里没有“${column}”这一列（${field}）；来源的格式可能改了，请核对导入方案`,
  'column-unknown': (columns: string) => `导入方案不认识这些列：${columns}；请在方案里对应到字段，或列为忽略`,
  'profile-wrong': (detail: string) => `导入方案不完整：${detail}`,
  'import-out-of-memory': (limit: string) =>
    `导入需要的内存超过上限 ${limit}，没有导入任何一行；请增加内存上限，或把文件分开导入`,
  'records-quota-full': (used: number, quota: number, more: number) =>
    `${quotaSentence('records', used, quota)}；这个文件会新增 ${more} 条，没有导入任何一行`,
  'import-stopped': () => '导入已停止，没有导入任何一行',
  'original-gone': (path: string) =>
    `“${path}”是错误文件，但它改正的那次导入已经完成，或原文件存放过久已清除；已完成的不必再导入，否则请把原文件改好后整份导入`,
  'correction-wrong': (path: string, detail: string) =>
    `“${path}”是错误文件，但${detail}；请用系统给出的错误文件改正，不要改动前三列`,
  'calendar-shorter': (missing: string) =>
    `已有记录的工作日数到了 ${missing}，这次的日历不含这一天；请先导入那一年的放假安排`,
  'query-refused': (detail: string) => `这条查询不能运行：${detail}`,
  'query-failed': (detail: string) => `查询出错：${detail}`,
  'query-too-many': (limit: string) => `查询得出的行超过 ${limit} 行，没有采用；请检查查询的条件`,
  'query-out-of-memory': (limit: string) => `查询需要的内存超过上限 ${limit}；请增加内存上限或缩小范围`,
  'query-fetches-too-many': (limit: number, why: string) =>
    `各分片不能分别回答这条查询（${why}），要取到本节点的记录超过上限 ${limit} 条，没有取来，也没有结果；请改写这条检测，让每个中心只凭自己的记录就能答出`,
  'query-stopped': () => '查询已停止，没有得出结果',
  'query-too-long': (limit: string) => `查询超过 ${limit} 还没有结果，已停止；请检查查询的条件`,
  'shard-unreachable': (place: string, detail: string) =>
    `存放记录的分片“${place}”联系不上（${detail}），没有给出结果，也没有写入；请检查这台服务器和网络，恢复后再试`,
  'shard-refused': (place: string, detail: string) =>
    `存放记录的分片“${place}”没有完成（${detail}）；请把这句话转给管理这台服务器的人`,
  'shard-incomplete': (place: string, detail: string) =>
    `存放记录的分片“${place}”上的记录与目录不符（${detail}），没有给出结果；请检查这台服务器的数据，必要时重新导入`,
  'shard-columns-wrong': (place: string, table: string, detail: string) =>
    `存放记录的分片“${place}”上的表“${table}”与这个版本要的不同，没有给出结果，也没有写入：${detail}。然后再试`,
  'records-newer': (place: string, set: string, columns: string) =>
    `“${place}”上的${set}有更新的版本写下的列（${columns}），这个版本不认得，由它改写就会丢失，没有写入；请在更新的版本上做`,
  'shard-read-only': (place: string, detail: string) =>
    `存放记录的分片“${place}”此刻只能读：它与 ZooKeeper（或 ClickHouse Keeper）断开了（${detail}），没有写入；请先恢复 ZooKeeper，过一分钟再试`,
  'replicas-too-few': (place: string, needed: number, ready: number, detail: string) =>
    `分片“${place}”要有 ${needed} 个副本收到记录才算数，现在只有 ${ready} 个，没有导入任何一行：${detail}。查询不受影响；修不好的，照运维指南从 recordShards 里去掉它`,
  'replicas-wrong': (place: string, detail: string) =>
    `分片的副本“${place}”没有配好（${detail}），没有写入；请照运维指南改好再试`,
} as const

export type RecordRefusalCode = keyof typeof RECORD_REFUSALS

export function refusedRecords<Code extends RecordRefusalCode>(
  code: Code,
  ...facts: Parameters<(typeof RECORD_REFUSALS)[Code]>
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  const say = RECORD_REFUSALS[code] as (...facts: readonly (string | number)[]) => string
  return refused(code, say(...facts))
}
