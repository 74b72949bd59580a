import type { DocumentCell } from '../../core/document/document-table.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { CityDistrict, CityResults, DistrictSummary } from '../city/city-results.ts'
import { CITY_CENTERS, ownCenters, publishedKey, PUBLISHED } from './city-table-names.ts'
import { count, points, words } from './document-cells.ts'
import { column, listedTable, type ListedTable } from './listed-table.ts'

/** A row a published assessment, in the order of districts: not ranked, and without a total. */
export function publishedTable(city: CityResults): ListedTable {
  const all = publishedBy(city)
  const table = listedTable(
    PUBLISHED,
    '各区公示结果',
    [
      column('name', '区', 16),
      column('group', '组', 7, 'center'),
      column('notice', '依据', 26),
      column('published-on', '公示日期', 15, 'center'),
      column('centers', '中心', 8, 'right'),
      column('mean', '平均得分', 12, 'right'),
      column('least', '最低', 10, 'right'),
      column('most', '最高', 10, 'right'),
      column('rate', '得分率', 16, 'right'),
      column('substantiated', '查实问题', 12, 'right'),
      column('appeals', '申诉', 8, 'right'),
      column('changed', '改变决定', 12, 'right'),
    ],
    all.map(({ district, summary, group }): readonly DocumentCell[] => {
      const { centers, mean, least, most, rate, counts } = summary
      const where = ownCenters(district.district, summary.assessmentId)
      return [
        words(district.isSuspended ? `${district.name}（已暂停使用）` : district.name),
        count(group),
        words(summary.noticeNumber ?? summary.title),
        { kind: 'date', date: summary.publishedOn },
        { ...count(centers), formula: { op: 'count-of-rows', table: CITY_CENTERS, where } },
        {
          ...points(mean, centers === 0 ? null : { op: 'mean-of-column', table: CITY_CENTERS, column: 'score', where }),
          isStrong: true,
        },
        points(least),
        points(most),
        words(rate === null ? '' : `${formatPoints(rate)}%`),
        count(counts.substantiated),
        count(counts.appeals),
        count(counts.changed),
      ]
    }),
  )
  return {
    ...table,
    hasCaption: false,
    rows: table.rows.map((row, at) => ({ ...row, key: all[at] === undefined ? null : keyOf(all[at]) })),
  }
}

/** Who has no figure, and why: not published, or a ledger of which it is not known. Neither is a zero. */
export function absentTable(districts: readonly CityDistrict[]): ListedTable {
  const table = listedTable(
    'absent',
    '没有列数字的区',
    [column('name', '区', 20), column('why', '情形', 80)],
    districts
      .filter(({ published, unreadable }) => published.length === 0 || unreadable > 0)
      .map((district) => [words(district.name), words(whyAbsent(district))]),
  )
  return { ...table, hasCaption: false }
}

function whyAbsent({ published, unreadable, isSuspended }: CityDistrict): string {
  const suspended = isSuspended ? '已暂停使用；' : ''
  if (unreadable === 0) return `${suspended}未公布`
  const also = published.length > 0 ? '已公布的列在上面；另' : ''
  return `${suspended}${also}有${unreadable}份台账现在读不出，是否公布不清楚；请区里的管理员核验台账`
}

/** Which sealed ledger each line of figures is of, and where anybody checks it. */
export function sourcesTable(city: CityResults): ListedTable {
  const table = listedTable(
    'sources',
    '数字的出处',
    [
      column('name', '区', 15),
      column('assessment', '考核编号', 16),
      column('sealed-on', '定稿日期', 14, 'center'),
      column('digest', '定稿摘要', 62),
      column('page', '公示页', 34),
    ],
    publishedBy(city).map(({ district: { district, name }, summary: { assessmentId, sealedOn, sealedDigest } }) => [
      words(name),
      words(assessmentId),
      { kind: 'date', date: sealedOn },
      words(sealedDigest),
      words(`/public/${district}/${assessmentId}`),
    ]),
  )
  return { ...table, hasCaption: false }
}

interface PublishedLine {
  readonly district: CityDistrict
  readonly summary: DistrictSummary
  /** From 1: the lines of one group were measured alike. */
  readonly group: number
}

function publishedBy({ districts, bases }: CityResults): readonly PublishedLine[] {
  return districts.flatMap((district) =>
    district.published.map((summary) => {
      const group = 1 + bases.findIndex(({ basis }) => basis === summary.basis)
      return { district, summary, group }
    }),
  )
}

function keyOf({ district: { district }, summary: { assessmentId } }: PublishedLine): string {
  return publishedKey(district, assessmentId)
}
