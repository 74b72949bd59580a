import { expect, test } from 'vitest'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { here, imported, importing, rating, ratingsFile } from './record-samples.ts'
import { valued } from './valued.ts'

/** What every record store does where a district may hold so many records and no more. `make` gives an empty one. */
export function recordQuotaConformance(make: () => Promise<RecordStore>): void {
  test('records come in up to the quota, all of a file or none; what is corrected takes no room', async () => {
    const records = await make()
    const most = (mostRecords: number | null) => ({ mostRecords })
    const full = await importing(records, ratingsFile(['R1', 'R2', 'R3'].map((number) => rating(number))), most(2))
    expect(full).toMatchObject({
      refusal: { code: 'records-quota-full', message: expect.stringMatching(/已用 0 条，配额 2 条.*新增 3 条/) },
    })
    expect(await valued(records.imports(here))).toEqual([])
    await imported(records, ratingsFile(['R1', 'R2', 'R3'].map((number) => rating(number))), most(3))
    await imported(records, ratingsFile([rating('R1', { 代码: '3', 满意度: '一般' })]), most(2))
    expect(await importing(records, ratingsFile([rating('R9')]), most(3))).toMatchObject({ ok: false })
    await imported(records, ratingsFile([rating('R9')]), most(4))
    await imported(records, ratingsFile([rating('R10')]), most(null))
  })
}
