import { paragraph, type DocumentBlock } from '../../core/document/document-block.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { CityDistrict, CityResults, ComparedBasis } from '../city/city-results.ts'
import { absentTable, publishedTable, sourcesTable } from './city-districts-tables.ts'
import { centersTable, groupCentersTable, groupDistrictsTable } from './city-groups-tables.ts'
import { noticeInWords } from './letter-words.ts'
import type { ListedTable } from './listed-table.ts'
import { safeName } from './safe-name.ts'

/**
 * 各区对比: what the districts of a city have published of a year, side by side, ranked only within one basis, with where each
 * figure comes from. What is not published has no figure, and nothing is added up over districts: notices differ.
 */
export function cityComparison(city: CityResults, madeOn: PlainDate): OfficialDocument {
  const { cityName, year, districts, bases } = city
  const published = publishedTable(city)
  const absent = absentTable(districts)
  const groups = bases.map((basis, at) => ({ basis, at, tables: tablesOf(basis, at) }))
  const sources = sourcesTable(city)
  const parts: readonly (readonly [title: string, blocks: readonly DocumentBlock[]])[] = [
    ['各区公示结果', [...tableBlock(published), ...(published.rows.length === 0 ? [] : NOTES)]],
    ['数字的出处', sources.rows.length === 0 ? [] : [...tableBlock(sources), { kind: 'note', text: HOW_TO_CHECK }]],
    ['没有列数字的区', tableBlock(absent)],
    ['名次（只在可以相比的一组以内）', groups.flatMap(({ basis, at, tables }) => groupBlocks(basis, at, tables))],
  ]
  const shown = parts.filter(([, blocks]) => blocks.length > 0)
  const tables = [published, sources, absent, ...groups.flatMap((one) => one.tables)].filter(hasRows)
  const of = year === null ? '' : `${year}年度`
  return {
    kind: 'city-comparison',
    fileName: safeName(`${cityName}各区考核结果对比${year === null ? '' : `（${year}年）`}`),
    layout: 'form',
    isLandscape: true,
    head: null,
    title: [`${cityName}${of}各区考核结果对比`],
    subtitle: null,
    facts: [
      { name: '依据', value: '各区公示的结果' },
      { name: '截至', value: madeOn },
    ],
    blocks: [
      ...leadOf(city).map(paragraph),
      ...shown.flatMap(([title, blocks], at): DocumentBlock[] => [
        { kind: 'heading', level: 1, text: `${'一二三四'.charAt(at)}、${title}` },
        ...blocks,
      ]),
    ],
    closing: null,
    proof: {
      code: null,
      ledger: null,
      counts: tables.map(({ id, rows }) => ({ table: id, rows: rows.length })),
      totals: groups.flatMap(({ basis }) => basis.districts.map(({ name, mean }) => ({ name, points: mean }))),
      sentences: [
        `本文件列${districts.length}个区、公示的考核${published.rows.length}项。`,
        ...(tables.length === 0 ? [] : [`${tables.map(({ name, rows }) => `“${name}”${rows.length}行`).join('、')}。`]),
      ],
    },
    workings: published.rows.length === 0 ? [] : [centersTable(bases)],
  }
}

const NOTES: readonly DocumentBlock[] = [
  '平均得分是本区各中心公示得分的平均，保留两位小数。得分率是有分值的各部分，本区各中心得到的分占满分的比例，没有分值、只列加减分的部分不计；空着的，是定稿后的程序算不出一字不差的明细。',
  '同一份细则、同一套口径、同一个考核周期的为一组，分数只在一组以内相比。各组的宽严不同，所以不列全市的合计和平均，得分率也不排名。',
].map((text) => ({ kind: 'note', text }))

const HOW_TO_CHECK =
  '定稿摘要是定稿时那个区的台账末条的摘要。打开公示页，向区里要核对包，页面会逐条重算，并与这个摘要和各中心的核验码对照。'

function leadOf({ districts, year }: CityResults): readonly string[] {
  if (districts.length === 0) return ['还没有区归入本市。']
  const published = districts.filter((one) => one.published.length > 0).length
  const all = `${districts.length}个区`
  const unclear = districts.filter((one) => one.published.length === 0 && one.unreadable > 0).length
  if (published === 0 && unclear > 0)
    return [
      `没有可列的数字：${year === null ? '' : `${year}年度的结果，`}${districts.length - unclear}个区没有公布，${unclear}个区有台账现在读不出，是否公布不清楚，情形见下。`,
    ]
  if (year === null) return [`${all}都还没有公布结果，所以没有可列的数字。`]
  if (published === 0) return [`${all}都没有公布${year}年度的结果，所以没有可列的数字。`]
  return [
    published === districts.length
      ? `${all}都公布了${year}年度的结果。`
      : `${all}中，${published}个公布了${year}年度的结果，${absentNames(districts)}没有列数字，情形见下。`,
  ]
}

function absentNames(districts: readonly CityDistrict[]): string {
  const names = districts.filter(({ published }) => published.length === 0).map(({ name }) => name)
  return names.length <= MOST_NAMED ? names.join('、') : `其余${names.length}个`
}

const MOST_NAMED = 6

function tablesOf(basis: ComparedBasis, at: number): readonly ListedTable[] {
  return [...(basis.districts.length > 1 ? [groupDistrictsTable(basis, at)] : []), groupCentersTable(basis, at)]
}

function groupBlocks(basis: ComparedBasis, at: number, tables: readonly ListedTable[]): readonly DocumentBlock[] {
  const { districts, periodFrom, periodTo } = basis
  const [only] = districts
  const period = periodFrom === null || periodTo === null ? '' : `考核期${periodFrom}至${periodTo}。`
  const alone = districts.length > 1 ? '' : `本组只有${only?.name ?? ''}一项，没有别的区可以相比。`
  return [
    { kind: 'heading', level: 2, text: `第${at + 1}组　${noticeInWords(basis)}` },
    ...(period + alone === '' ? [] : [paragraph(period + alone)]),
    ...tables.flatMap(tableBlock),
    { kind: 'note', text: `口径摘要${basis.basis}` },
  ]
}

function tableBlock(table: ListedTable): readonly DocumentBlock[] {
  return hasRows(table) ? [{ kind: 'table', table }] : []
}

function hasRows({ rows }: ListedTable): boolean {
  return rows.length > 0
}
