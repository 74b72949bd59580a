import { expect, test } from 'vitest'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { UNWATCHED, here, rating, ratingsFile, textFile } from './record-samples.ts'
import { valued } from './valued.ts'

/** What every record store tells of the values in a file that it has not imported. `make` gives an empty one. */
export function recordDistinctConformance(make: () => Promise<RecordStore>): void {
  test('what stands in a column over the whole file is told, together with what stands beside it', async () => {
    const records = await make()
    const many = Array.from({ length: 300 }, (_, at) => rating(`R${at}`))
    const path = ratingsFile([...many, rating('R301', { 代码: '5', 满意度: '非常不满意', 备注: ' a,"b"' })])
    const file = { path, fileName: '评价.csv' }
    const groups = [['代码', '满意度'], ['备注'], ['评价编号']] as const
    expect(await valued(records.distinct(file, groups, 10, UNWATCHED))).toEqual([
      [
        ['1', '非常满意'],
        ['5', '非常不满意'],
      ],
      [[''], [' a,"b"']],
      null,
    ])
    expect(await valued(records.distinct(file, [], 10, UNWATCHED))).toEqual([])
    const ragged = { path: textFile(`代码,满意度\n${'1,好\n'.repeat(300)}1\n`), fileName: '评价.csv' }
    expect(await valued(records.distinct(ragged, [['代码']], 10, UNWATCHED))).toEqual([null])
    expect((await valued(records.holdings(here))).sets).toEqual([])
  })
}
