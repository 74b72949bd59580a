import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { documentFiles } from '../../src/adapters/documents/outgoing/document-files.ts'
import type { CityResults } from '../../src/app/city/city-results.ts'
import { compareAlike, type PublishedBy } from '../../src/app/city/compare-published.ts'
import { cityComparison } from '../../src/app/documents/city-comparison.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { plainDate } from '../../src/core/kernel/plain-date.ts'
import type { Digest } from '../../src/core/ledger/chain.ts'
import type { ShortCode } from '../../src/core/scoring/verification-code.ts'
import { cellLines } from '../../src/core/document/cell-text.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { recalculated } from './office-tools.ts'
import { differing, formulasOf, opened } from './workbook-formulas.ts'

const folder = await mkdtemp(join(tmpdir(), 'mingheng-city-'))
afterAll(() => rm(folder, { recursive: true }))

const day = plainDate('2022-01-04')

/** One district's published results, in hundredths by center. Districts of one notice are of one basis. */
function publishedBy(district: string, notice: string, scores: readonly number[]): PublishedBy {
  const hex = (sign: string) => sign.repeat(64) as Digest
  return {
    district: id(district),
    districtName: `${district}区`,
    year: 2021,
    summary: {
      assessmentId: id('a2021'),
      title: `${notice}细则`,
      noticeNumber: null,
      periodFrom: plainDate('2021-01-01'),
      periodTo: plainDate('2021-12-31'),
      sealedOn: day,
      publishedOn: day,
      basis: hex(notice === '甲' ? 'a' : 'b'),
      centers: scores.length,
      mean: Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length),
      most: Math.max(...scores),
      least: Math.min(...scores),
      rate: null,
      counts: { substantiated: 3, appeals: 1, changed: 0 },
      sealedDigest: hex('c'),
    },
    sections: [],
    sectionMeans: [],
    centers: scores.map((score, at) => ({
      centerId: id(`c${at}`),
      name: `${district}${at + 1}街道`,
      score,
      code: `${district}${at}-CODE` as ShortCode,
    })),
  }
}

// Means of which the third digit is a five, above and below nothing: where rounding can differ.
const all = [
  publishedBy('东', '甲', [1_001, 1_000]),
  publishedBy('西', '甲', [-101, -100]),
  publishedBy('丁', '乙', [333, 333, 334]),
]
const city: CityResults = {
  cityName: '样例市',
  years: [2021],
  year: 2021,
  districts: ['东', '北', '西', '丁', '新'].map((name) => ({
    district: id(name),
    name: `${name}区`,
    isSuspended: false,
    published: all.filter(({ district }) => district === name).map(({ summary }) => summary),
    unreadable: name === '新' ? 2 : 0,
  })),
  bases: compareAlike(all),
}
const document = cityComparison(city, plainDate('2022-02-01'))

test('who has published has a row, who has not is named with the reason, and no row adds districts up', () => {
  expect(rowsOf(document, 'published').map(([name, group, , , , mean]) => [name, group, mean])).toEqual([
    ['东区', '1', '10.01'],
    ['西区', '1', '−1'],
    ['丁区', '2', '3.33'],
  ])
  expect(rowsOf(document, 'absent')).toEqual([
    ['北区', '未公布'],
    ['新区', '有2份台账现在读不出，是否公布不清楚；请区里的管理员核验台账'],
  ])
  expect(tablesOf(document).flatMap(({ foot }) => foot)).toEqual([])
})

test('ranks are of one basis only, and each figure names the seal and the code that it comes from', () => {
  expect(rowsOf(document, 'group-1-districts').map((row) => row.slice(0, 2))).toEqual([
    ['1', '东区'],
    ['2', '西区'],
  ])
  expect(tablesOf(document).map(({ id: table }) => table)).not.toContain('group-2-districts')
  expect(rowsOf(document, 'group-2-centers').map(([rank, , , , code]) => [rank, code])).toEqual([
    ['1', '丁2-CODE'],
    ['2', '丁0-CODE'],
    ['2', '丁1-CODE'],
  ])
  expect(rowsOf(document, 'sources')[0]).toEqual(['东区', 'a2021', day, 'c'.repeat(64), '/public/东/a2021'])
})

test('a city of which nothing is published is told so, without a figure', () => {
  const { districts } = city
  const none = {
    ...city,
    year: null,
    years: [],
    bases: [],
    districts: districts.map((one) => ({ ...one, published: [] })),
  }
  const empty = cityComparison(none, day)
  expect(tablesOf(empty).map(({ id: table, rows }) => [table, rows.length])).toEqual([['absent', 5]])
  expect(empty.workings).toEqual([])
})

test.each<[unreadable: number, year: number | null, said: RegExp]>([
  [0, null, /^5个区都还没有公布结果/],
  [0, 2020, /^5个区都没有公布2020年度的结果/],
  [2, null, /4个区没有公布，1个区有台账现在读不出，是否公布不清楚/],
  [2, 2020, /2020年度的结果，4个区没有公布，1个区有台账现在读不出/],
])(
  'with %i ledgers that cannot be read, of %s, nothing is called unpublished that may not be',
  (unreadable, year, said) => {
    const districts = city.districts.map((one, at) => ({
      ...one,
      published: [],
      unreadable: at === 0 ? unreadable : 0,
    }))
    const [lead] = cityComparison({ ...city, year, years: [], bases: [], districts }, day).blocks
    expect(lead).toMatchObject({ kind: 'paragraph' })
    expect(JSON.stringify(lead)).toMatch(new RegExp(said.source.replace('^', '"')))
  },
)

test(
  'LibreOffice computes every mean and rank of the workbook as the document has it',
  { timeout: 300_000 },
  async () => {
    const path = join(folder, 'city.xlsx')
    expect(await documentFiles(null).write(document, 'xlsx', path, async () => null)).toMatchObject({ ok: true })
    const formulas = formulasOf(await opened(path))
    expect(formulas.size).toBe(3 * 2 + 2 * 2 + 7 * 2)
    expect(differing(formulas, formulasOf(await opened(await recalculated(path))))).toEqual([])
  },
)

function tablesOf({ blocks }: OfficialDocument) {
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
}

function rowsOf(of: OfficialDocument, table: string): readonly (readonly string[])[] {
  const rows = tablesOf(of).find(({ id: found }) => found === table)?.rows ?? []
  if (typeof rows === 'function') throw new Error(`${table} is not listed`)
  return rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : cellLines(cell).join(''))))
}
