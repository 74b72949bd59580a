import { CODE_SETS, type CodeSet } from '../../src/core/records/code-sets.ts'
import {
  COMMON_COLUMNS,
  type DataSet,
  type Derived,
  type Field,
  type PersonalKind,
} from '../../src/core/records/data-set.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { derivedColumns } from '../../src/core/records/derived-columns.ts'
import { DATE_FORMS, type Privacy } from '../../src/core/records/import-profile.ts'
import { masked, USUAL_PRIVACY } from '../../src/core/records/mask.ts'

/** Every data set, field and code as a page for whoever exports records or reads detections. */
export function dataSetsPage(): string {
  const chapters = [
    OPENING,
    `## 有哪些数据集\n\n${table(['数据集', '名称', '一条记录是', '时间取自'], DATA_SETS.map(setRow))}`,
    `## 类型\n\n${table(['类型', '怎样写', 'SQL'], KIND_ROWS)}\n\n${DATES}\n\n${dateTable()}`,
    `## 每个表都有的列\n\n${table(['列', '类型', '含义'], COMMON_ROWS)}`,
    `## 个人信息\n\n${PRIVACY}\n\n${table(['种类', '缺省', '来源写', '存下'], PERSONAL_ROWS)}`,
    ...DATA_SETS.map(setChapter),
    `## 代码\n\n${CODES}`,
    ...Object.entries<CodeSet>(CODE_SETS).map(([name, codes]) => codesChapter(name, codes)),
  ]
  return `${chapters.join('\n\n')}\n`
}

const OPENING = `# 数据集

本页由程序写出（\`npm run data-sets\`），不要手工修改。它说明可以导入哪些业务记录、每个字段是什么意思、写进检测的 SQL 时叫什么。
来源里的列名、代码和日期写法各不相同，由导入方案对应到这里；这里没有的列不导入。`

const DATES = `日期和时间一律按北京时间。每份导入方案写明来源用了下面哪几种写法，不在其中的不猜；日期须在 2000 年至 2099 年之间，要数工作日的须在已导入的放假安排之内。`

const KIND_ROWS: readonly (readonly string[])[] = [
  ['编号', '1 到 120 个字，不含空格', 'VARCHAR'],
  ['文字', '最多 4000 个字', 'VARCHAR'],
  ['中心', '被考核中心的编号，或导入方案里对应到它的写法；记录所属中心以外的，外区的存为 `elsewhere`', 'VARCHAR'],
  ['代码', '下面“代码”一节的词；来源写的数字由导入方案说明', 'VARCHAR'],
  ['日期', '存在的一天', 'DATE'],
  ['时间', '精确到秒，0 点至 23 点；没有时刻的算 0 点', 'TIMESTAMP'],
  ['个数', '0 到 2000000000 的整数', 'INTEGER'],
]

const COMMON_MEANINGS: Readonly<Record<keyof typeof COMMON_COLUMNS, string>> = {
  source: '来自哪个系统，由导入方案定名',
  version: '第几版：1 为第一次导入的，每更正一次加 1',
  month: '哪个月，如 `2021-03`',
  record_key: '`来源/编号`，同一条记录的各版相同',
  record_ref: '`数据集/来源/编号@版`，只指这一行',
}
const COMMON_ROWS = Object.entries(COMMON_COLUMNS).map(([name, kind]) => [
  `\`${name}\``,
  kind === 'count' ? 'INTEGER' : 'VARCHAR',
  COMMON_MEANINGS[name as keyof typeof COMMON_COLUMNS],
])

const PRIVACY = `导入时就遮盖或不存，不是显示时才遮盖；导入方案可以逐个字段改变缺省，改成原样保留的会列出来请人确认。`
const PERSONAL: Readonly<Record<PersonalKind, readonly [name: string, example: string]>> = {
  name: ['姓名', '欧阳明月'],
  'id-number': ['证件号码', '31011819900101123X'],
  phone: ['电话', '13800000000'],
  address: ['地址', '某路 1 弄 2 号'],
  'free-text': ['文字里的证件号码和电话', '请打13800000000'],
}
const PRIVACIES: Readonly<Record<Privacy, string>> = { keep: '保留', mask: '遮盖', drop: '不存' }
const PERSONAL_ROWS = (Object.keys(PERSONAL) as PersonalKind[]).map((kind) => {
  const [name, example] = PERSONAL[kind]
  const privacy = USUAL_PRIVACY[kind]
  const kept = privacy === 'drop' ? '空' : masked(kind, example).replaceAll('*', '\\*')
  return [name, PRIVACIES[privacy], example, kept]
})

const CODES = `代码是词，不是数字：同一个数字在两个来源里可以相反（满意度 1 有的是非常满意，有的是非常不满意）。国标的数字只供对照，
导入时从不假定；来源在数字旁边印有文字的，两者须一致。`

function dateTable(): string {
  return table(
    ['写法', '例'],
    Object.entries(DATE_FORMS).map(([form, example]) => [`\`${form}\``, example]),
  )
}

function setRow({ name, chinese, meaning, recordedOn, fields }: DataSet): readonly string[] {
  const recorded = fields.find((field) => field.name === recordedOn)?.chinese ?? recordedOn
  return [`[\`${name}\`](#${chinese.toLowerCase()}-${name})`, chinese, meaning, recorded]
}

function setChapter(set: DataSet): string {
  const rows = set.fields.map((field) => fieldRow(field, set))
  return [
    `## ${set.chinese} \`${set.name}\``,
    `${set.meaning}。`,
    table(['列', '名称（也叫）', '类型', '必填', '含义', '依据', '派生的列'], rows),
  ].join('\n\n')
}

function fieldRow(field: Field, set: DataSet): readonly string[] {
  const { name, chinese, alsoCalled, isRequired, meaning, standard, since } = field
  const derived = derivedColumns(set).filter((column) => column.field === name)
  return [
    `\`${name}\``,
    alsoCalled.length === 0 ? chinese : `${chinese}（${alsoCalled.join('、')}）`,
    kindText(field),
    [isRequired ? '是' : '', since > 1 ? `第 ${since} 版起` : ''].filter((text) => text !== '').join('，'),
    meaningText(field, meaning),
    standard ?? '',
    derived.map((column) => `\`${column.name}\` ${DERIVATIONS[column.derivation]}`).join('<br>'),
  ]
}

const DERIVATIONS: Readonly<Record<Derived | 'rank', string>> = {
  start: '到这天为止的工作日数（期限从这里起算）',
  stop: '这天或其后第一个工作日的序号（期限到这里为止）',
  seconds: '自 1970 年起的秒数',
  rank: '次序',
}

function kindText({ kind }: Field): string {
  if (kind.kind !== 'code') return KIND_NAMES[kind.kind]
  return `代码：[${CODE_SETS[kind.codes].chinese}](#${anchorOf(kind.codes, CODE_SETS[kind.codes])})`
}

const KIND_NAMES = { id: '编号', text: '文字', center: '中心', date: '日期', time: '时间', count: '个数' } as const

function meaningText({ unit, personal }: Field, meaning: string): string {
  const counted = unit === null ? meaning : `${meaning}（${unit}）`
  if (personal === null) return counted
  return `${counted}。个人信息（${PERSONAL[personal][0]}），缺省${PRIVACIES[USUAL_PRIVACY[personal]]}`
}

function codesChapter(name: string, codeSet: CodeSet): string {
  const { chinese, source, codes } = codeSet
  const isRanked = codes.some(({ rank }) => rank !== null)
  const isStandard = source !== null && codes.some(({ standard }) => standard !== null)
  const header = ['代码', '文字', ...(isStandard ? [`${source} 的数字`] : []), ...(isRanked ? ['次序'] : [])]
  const rows = codes.map(({ code, labels, standard, rank }) => [
    `\`${code}\``,
    labels.join('、'),
    ...(isStandard ? [standard ?? ''] : []),
    ...(isRanked ? [String(rank)] : []),
  ])
  return `### ${chinese} \`${name}\`\n\n${table(header, rows)}`
}

function anchorOf(name: string, { chinese }: CodeSet): string {
  return `${chinese.toLowerCase()}-${name}`
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
