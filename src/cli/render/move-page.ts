import type { LedgerProof, OfficeProof, RecordsProof, TableProof } from '../../app/moving/prove-office.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import { fitTable } from '../text/fit-table.ts'
import { wrapText } from '../text/wrap.ts'
import { centered, hanging, heavyRule, lightRule, type Page } from './page.ts'
import { statedLine } from './verify-page.ts'

/** The proof as a table that can be kept: what was compared, row by row and chain by chain, and what it comes to. */
export function movePage(proof: OfficeProof, isMoved: boolean, target: 'folder' | 'server', page: Page): string[] {
  const { head, rows } = fitTable(COLUMNS, proof.tables.map(cellsOf), page.columns)
  return [
    heavyRule(page),
    ...centered(isMoved ? '搬迁与证明' : '证明两边相同', page).map(page.ink.strong),
    heavyRule(page),
    ...hanging('来源  ', proof.from, page, 0),
    ...hanging('目标  ', proof.to, page, 0),
    lightRule(page),
    head,
    ...rows,
    ...proof.tables.flatMap((table) => differenceLines(table, page)),
    lightRule(page),
    ...proof.ledgers.flatMap((ledger) => ledgerLines(ledger, page)),
    ...(proof.ledgers.length === 0 ? statedLine('holds', '摘要链', '还没有考核', page) : []),
    ...recordLines(proof.records, page),
    lightRule(page),
    ...wrapText(conclusion(proof, isMoved), page.columns).map(page.ink.strong),
    ...(isMoved && proof.holds ? next(target, proof.records).flatMap((text) => hanging('· ', text, page, 0)) : []),
  ]
}

const COLUMNS = [
  { title: '库', align: 'left' },
  { title: '表', align: 'left' },
  { title: '来源行数', align: 'right' },
  { title: '目标行数', align: 'right' },
  { title: '摘要（前 16 位）', align: 'left' },
  { title: '', align: 'left' },
] as const

const SHOWN = 16

function isEqual({ from, to, firstDifference }: TableProof): boolean {
  return firstDifference === null && from.digest === to.digest
}

function cellsOf(proof: TableProof) {
  const { store, table, from, to } = proof
  const texts = [store, table, String(from.rows), String(to.rows), from.digest.slice(0, SHOWN)]
  return [...texts, isEqual(proof) ? '相同' : '不同'].map((text) => ({ text }))
}

function differenceLines({ table, to, firstDifference }: TableProof, page: Page): string[] {
  if (firstDifference === null) return []
  const key = firstDifference.map(String).join('、')
  return hanging('! ', `表 ${table} 第一处不同在 ${key}；目标的摘要是 ${to.digest.slice(0, SHOWN)}`, page, 0)
}

function ledgerLines(
  { tenantId, assessmentId, from, to, recomputed, brokenAt, holds }: LedgerProof,
  page: Page,
): string[] {
  const name = `${assessmentId}（${tenantId}）`
  if (holds && recomputed !== null) {
    const text = `${name}：在目标重算 ${recomputed.seq} 条，末条摘要 ${recomputed.digest.slice(0, SHOWN)}，与来源一致`
    return statedLine('holds', '摘要链', text, page)
  }
  const seq = (head: { readonly seq: number } | null) => (head === null ? '没有' : `第 ${head.seq} 条`)
  const broken = brokenAt === null ? `重算到${seq(recomputed)}` : `第 ${brokenAt} 条起不成立`
  return statedLine('fails', '摘要链', `${name}：来源到${seq(from)}，目标记为${seq(to)}，${broken}`, page)
}

function conclusion({ holds }: OfficeProof, isMoved: boolean): string {
  if (holds) return '结论：两边相同，逐表逐链都已核对。'
  return isMoved
    ? '结论：两边不同，搬迁没有完成。来源没有改动，可以照旧使用；目标不能启动，请查明原因后重新执行同一条命令。'
    : '结论：两边不同。如果目标在搬迁以后使用过，这是正常的；否则请停止使用目标，保留两边备查。'
}

function recordLines(records: RecordsProof, page: Page): string[] {
  switch (records.kind) {
    case 'none':
      return statedLine('holds', '业务记录', '还没有导入过，也没有方案和检测', page)
    case 'shards':
      return statedLine(
        'holds',
        '业务记录',
        '在 ClickHouse 的分片上，没有动；目录、方案、检测随数据库搬（表 record_…、import_profiles 等）',
        page,
      )
    case 'stay':
      return statedLine(
        'holds',
        '业务记录',
        `${records.files} 个文件连同目录、方案、检测（records 和 records.sqlite）留在“${records.folder}”，没有动`,
        page,
      )
    case 'brought': {
      const { files, records: rows, damaged, folder } = records
      const text = `${files} 个文件、${rows} 条抄到“${folder}”，逐个重算摘要，${damaged.length} 个不同或没有`
      return [
        ...statedLine(damaged.length === 0 ? 'holds' : 'fails', '业务记录', text, page),
        ...damaged.slice(0, MOST_NAMED).flatMap((path) => hanging('· ', path, page, 8)),
      ]
    }
    default:
      return unreachable(records)
  }
}

const MOST_NAMED = 20

/** What else the person has to do: files are not in a database. */
function next(target: 'folder' | 'server', records: RecordsProof): readonly string[] {
  const files = '证据文件（evidence）、模板（templates）和正在上传的文件不在数据库里，没有搬'
  if (target === 'folder')
    return [
      `${files}：请放在目标数据文件夹的同名位置。`,
      '去掉 MINGHENG_DATABASE_URL、把数据文件夹指向目标后启动服务；原来的数据库停用后先保留，不要两处同时使用。',
    ]
  const isBeside = records.kind === 'stay'
  const databases = [
    'ledger',
    'people',
    'access',
    'answers',
    'jobs',
    'sampling',
    'uploads',
    ...(isBeside ? [] : ['records']),
  ]
  return [
    `${files}：仍在原来的数据文件夹，服务继续用它；多个节点要共用一个证据存储。`,
    `设置 MINGHENG_DATABASE_URL 后启动服务，再把原数据文件夹里的 ${databases.join('、')} 这几个 .sqlite 文件移走保存，以免有人照旧的启动。`,
    ...(isBeside
      ? [
          '业务记录仍用原来的数据文件夹，records 和 records.sqlite 不要移走，只能有一个节点。要放到分片上、几个节点共用的，先在数据文件夹上执行 mingheng move-records --to 各分片，再搬到一个空的数据库。',
        ]
      : []),
  ]
}
