import type { DocumentCell, DocumentRow } from '../../core/document/document-table.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { ComparedBasis, RankedCenter } from '../city/city-results.ts'
import { CITY_CENTERS, publishedKey, PUBLISHED } from './city-table-names.ts'
import { count, points, signedPoints, words } from './document-cells.ts'
import { sectionTitle } from './letter-words.ts'
import { column, listedTable, type ListedTable } from './listed-table.ts'

/** Means of the districts of one group with their sections, the best first. */
export function groupDistrictsTable({ districts, sections }: ComparedBasis, at: number): ListedTable {
  const id = `group-${at + 1}-districts`
  return listedTable(
    id,
    `第${at + 1}组各区平均`,
    [
      column('rank', '名次', 10, 'center'),
      column('name', '区', 20),
      column('mean', '平均得分', 15, 'right'),
      ...sections.map((section, place) => column(`section-${place + 1}`, headingOf(section), 16, 'right')),
    ],
    districts.map(({ district, assessmentId, name, rank, mean, sections: means }) => [
      rankCell(rank, id, 'mean'),
      words(tiedName(name, rank, districts)),
      {
        ...points(mean, {
          op: 'figure',
          table: PUBLISHED,
          row: publishedKey(district, assessmentId),
          column: 'mean',
        }),
        isStrong: true,
      },
      ...sections.map(({ maxPoints }, place): DocumentCell => {
        const of = means?.[place]
        if (of === undefined) return words('')
        return maxPoints === null ? signedPoints(of) : points(of)
      }),
    ]),
  )
}

/** Centers of the whole group in one ranking, each with the code of its sealed sheet. */
export function groupCentersTable({ centers }: ComparedBasis, at: number): ListedTable {
  const id = `group-${at + 1}-centers`
  return listedTable(
    id,
    `第${at + 1}组各中心`,
    [
      column('rank', '名次', 10, 'center'),
      column('center', '中心', 34),
      column('district', '区', 20),
      column('score', '得分', 14, 'right'),
      column('code', '核验码', 32, 'center'),
    ],
    centers.map((center) => [
      rankCell(center.rank, id, 'score'),
      words(tiedName(center.name, center.rank, centers)),
      words(center.districtName),
      points(center.score, { op: 'figure', table: CITY_CENTERS, row: centerKey(center), column: 'score' }),
      words(center.code),
    ]),
  )
}

/** What a workbook computes means and ranks from: the published score of every center, by district. */
export function centersTable(bases: readonly ComparedBasis[]): ListedTable {
  const centers = bases
    .flatMap((basis) => basis.centers)
    .map((center) => ({ center, key: centerKey(center) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
  const table = listedTable(
    CITY_CENTERS,
    '各中心公示得分',
    [
      column('district', '区编号', 16),
      column('assessment', '考核编号', 16),
      column('district-name', '区', 16),
      column('center', '中心', 26),
      column('score', '得分', 12, 'right'),
      column('code', '核验码', 36),
    ],
    centers.map(({ center: { district, assessmentId, districtName, name, score, code } }) => [
      words(district),
      words(assessmentId),
      words(districtName),
      words(name),
      points(score),
      words(code),
    ]),
  )
  return { ...table, rows: table.rows.map((row, at): DocumentRow => ({ ...row, key: centers[at]?.key ?? null })) }
}

function centerKey({ district, assessmentId, centerId }: RankedCenter): string {
  return `${publishedKey(district, assessmentId)}/${centerId}`
}

function rankCell(rank: number, table: string, of: string): DocumentCell {
  return {
    ...count(rank),
    isStrong: true,
    formula: { op: 'rank', table, column: of, of: { op: 'here', column: of } },
  }
}

function tiedName(name: string, rank: number, all: readonly { readonly rank: number }[]): string {
  return all.filter((other) => other.rank === rank).length > 1 ? `${name}（并列）` : name
}

function headingOf({ label, title, maxPoints }: ComparedBasis['sections'][number]): string {
  const heading = sectionTitle({ label, title })
  return maxPoints === null ? heading : `${heading}（${formatPoints(maxPoints)}分）`
}
