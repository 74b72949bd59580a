import { expect, test } from 'vitest'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { recordCalendarConformance } from './record-calendars.ts'
import { recordCorrectionConformance } from './record-corrections.ts'
import { recordDistinctConformance } from './record-distinct.ts'
import { recordQuotaConformance } from './record-quotas.ts'
import {
  HEADER,
  RATINGS,
  UNWATCHED,
  asked,
  csvFile,
  digestOf,
  here,
  imported,
  importing,
  rating,
  ratingsFile,
  stampOf,
  there,
  type Rating,
} from './record-samples.ts'
import { valued } from './valued.ts'

/** What every record store does with files that are sound. `make` gives an empty one. */
export function recordStoreConformance(make: () => Promise<RecordStore>): void {
  recordCalendarConformance(make)
  recordCorrectionConformance(make)
  recordDistinctConformance(make)
  recordQuotaConformance(make)
  const three = [rating('R1'), rating('R2', { 评价时间: '2021-04-02 10:00:00' }), rating('R3', { 中心: '盈浦街道' })]

  test('an empty store holds nothing', async () => {
    const records = await make()
    const { sets, calendarVersion, anchor } = await valued(records.holdings(here))
    expect({ sets, calendarVersion, anchor }).toEqual({ sets: [], calendarVersion: null, anchor: null })
    expect(await valued(records.imports(here))).toEqual([])
    expect(await valued(records.versions(here, 'ratings', 'city/R1'))).toEqual([])
    expect(await valued(records.record(here, 'ratings/city/R1@1'))).toBeNull()
  })

  test('a file is kept by months and told of', async () => {
    const records = await make()
    const stamp = stampOf()
    const path = ratingsFile(three)
    const outcome = await valued(records.importFile(here, asked(path), stamp, UNWATCHED))
    const report = {
      ...stamp,
      fileName: '评价.csv',
      fileDigest: (await valued(records.look({ path, fileName: '评价.csv' }))).digest,
      profileId: RATINGS.id,
      dataSet: 'ratings',
      source: 'city',
      rows: 3,
      added: 3,
      corrected: 0,
      unchanged: 0,
      leftOut: 0,
      months: ['2021-03', '2021-04'],
      calendarVersion: 'standard',
    }
    expect(outcome).toEqual({ kind: 'imported', report })
    expect(await valued(records.imports(here))).toEqual([report])
    expect(await valued(records.holdings(here))).toMatchObject({
      calendarVersion: 'standard',
      anchor: '2020-01-01',
      sets: [
        {
          dataSet: 'ratings',
          records: 3,
          months: [
            { month: '2021-03', records: 2, sources: [{ source: 'city', records: 2, imports: 1 }] },
            { month: '2021-04', records: 1, sources: [{ source: 'city', records: 1, imports: 1 }] },
          ],
          sources: ['city'],
          lastImportAt: stamp.at,
        },
      ],
    })
  })

  test('a record has its fields, what is derived of them, and masked what is personal', async () => {
    const records = await make()
    await imported(
      records,
      ratingsFile([rating(' R1 ', { 代码: '4', 满意度: '不满意', 文字: '请回电13912345678', 工单: 'W-1', 次数: '2' })]),
    )
    const [record, ...others] = await valued(records.versions(here, 'ratings', 'city/R1'))
    expect(others).toEqual([])
    expect(record).toMatchObject({
      source: 'city',
      version: 1,
      month: '2021-03',
      record_key: 'city/R1',
      record_ref: 'ratings/city/R1@1',
      record_id: 'R1',
      case_id: null,
      center_id: 'xiayang',
      channel: 'counter-device',
      satisfaction: 'dissatisfied',
      satisfaction_rank: 2,
      rated_at: '2021-03-01 09:30:00',
      rated_at_start_day: 304,
      rated_at_seconds: Date.parse('2021-03-01T09:30:00+08:00') / 1000,
      attempt: 2,
      words: '请回电139****5678',
      rater_phone: '138****1234',
      rater_name: null,
      verified_at: null,
      verified_at_stop_day: null,
      order_id: 'W-1',
    })
    expect(await valued(records.record(here, 'ratings/city/R1@1'))).toEqual(record)
    expect(await valued(records.record(here, 'ratings/city/R1@2'))).toBeNull()
  })

  test.each(['ratings/city', 'ratings/city/R1', 'none/city/R1@1', 'ratings/city/R1@x', '', "ratings/city/R1'@1"])(
    'no record is called %j',
    async (ref) => {
      const records = await make()
      await imported(records, ratingsFile(three))
      expect(await valued(records.record(here, ref))).toBeNull()
    },
  )

  test('the same file again changes nothing, and is told of', async () => {
    const records = await make()
    const path = ratingsFile(three)
    await imported(records, path)
    const before = await valued(records.holdings(here))
    expect(await imported(records, path)).toMatchObject({ rows: 3, added: 0, corrected: 0, unchanged: 3, months: [] })
    expect(await valued(records.holdings(here))).toEqual(before)
    expect(await valued(records.imports(here))).toHaveLength(2)
  })

  test('the same records give the same digest, however they came', async () => {
    const [whole, turned, parted] = [await make(), await make(), await make()]
    await imported(whole, ratingsFile(three))
    await imported(turned, ratingsFile(three.toReversed()))
    for (const one of three) await imported(parted, ratingsFile([one]))
    expect(await digestOf(turned)).toBe(await digestOf(whole))
    expect(await digestOf(parted)).toBe(await digestOf(whole))
    await imported(turned, ratingsFile([rating('R4')]))
    expect(await digestOf(turned)).not.toBe(await digestOf(whole))
  })

  test('a corrected record takes the place of the earlier version, and both stay visible', async () => {
    const records = await make()
    await imported(records, ratingsFile(three))
    const changed = [rating('R1', { 代码: '3', 满意度: '一般' }), ...three.slice(1), rating('R4')]
    expect(await imported(records, ratingsFile(changed))).toMatchObject({
      rows: 4,
      added: 1,
      corrected: 1,
      unchanged: 2,
      months: ['2021-03'],
    })
    const versions = await valued(records.versions(here, 'ratings', 'city/R1'))
    expect(versions.map(({ record_ref: ref, satisfaction }) => [ref, satisfaction])).toEqual([
      ['ratings/city/R1@1', 'very-satisfied'],
      ['ratings/city/R1@2', 'fairly-satisfied'],
    ])
    expect(await valued(records.record(here, 'ratings/city/R1@1'))).toEqual(versions[0])
    expect((await valued(records.holdings(here))).sets[0]?.records).toBe(4)
    await imported(records, ratingsFile(three))
    expect(await valued(records.versions(here, 'ratings', 'city/R1'))).toHaveLength(3)
  })

  test('a correction may move a record to another month, and leave one empty', async () => {
    const records = await make()
    await imported(records, ratingsFile(three))
    const moved = rating('R2', { 评价时间: '2021-05-02 10:00:00' })
    expect(await imported(records, ratingsFile([moved]))).toMatchObject({
      corrected: 1,
      added: 0,
      months: ['2021-04', '2021-05'],
    })
    expect((await valued(records.holdings(here))).sets[0]?.months).toEqual([
      { month: '2021-03', records: 2, sources: [{ source: 'city', records: 2, imports: 1 }] },
      { month: '2021-05', records: 1, sources: [{ source: 'city', records: 1, imports: 1 }] },
    ])
    const months = (await valued(records.versions(here, 'ratings', 'city/R2'))).map(({ month }) => month)
    expect(months).toEqual(['2021-04', '2021-05'])
  })

  test('one id in two sources is two records', async () => {
    const records = await make()
    await imported(records, ratingsFile(three))
    const other = { ...RATINGS, id: 'other', source: 'district' }
    const changed = [rating('R1', { 代码: '4', 满意度: '不满意' })]
    expect(await imported(records, ratingsFile(changed), { profile: other })).toMatchObject({ added: 1, corrected: 0 })
    expect(await valued(records.versions(here, 'ratings', 'city/R1'))).toMatchObject([{ satisfaction_rank: 5 }])
    expect(await valued(records.versions(here, 'ratings', 'district/R1'))).toMatchObject([{ satisfaction_rank: 2 }])
    expect((await valued(records.holdings(here))).sets[0]).toMatchObject({ records: 4, sources: ['city', 'district'] })
  })

  test('a row that says again what another says is one record', async () => {
    const records = await make()
    const again = rating('R1', { 备注: '又一次' })
    expect(await imported(records, ratingsFile([...three, again]))).toMatchObject({ rows: 4, added: 3, unchanged: 1 })
    expect((await valued(records.holdings(here))).sets[0]?.records).toBe(3)
  })

  test('a field that the next profile leaves out is empty in the next version', async () => {
    const records = await make()
    const { words: _, ...columns } = RATINGS.columns
    const narrow = { ...RATINGS, columns, ignored: [...RATINGS.ignored, '文字'] }
    await imported(records, ratingsFile([rating('R1', { 文字: '好' }), rating('R2')]))
    const path = ratingsFile([rating('R1', { 文字: '好' }), rating('R2')])
    expect(await imported(records, path, { profile: narrow })).toMatchObject({ corrected: 1, unchanged: 1 })
    expect((await valued(records.versions(here, 'ratings', 'city/R1'))).map(({ words }) => words)).toEqual(['好', null])
  })

  test('nothing crosses from one tenant to another, whatever it is called', async () => {
    const records = await make()
    const tenants = [here, there, id<TenantId>('../east'), id<TenantId>('EAST'), id<TenantId>('东区')]
    for (const [at, tenantId] of tenants.entries())
      await imported(records, ratingsFile(three.slice(0, 1 + (at % 3))), {}, tenantId)
    for (const [at, tenantId] of tenants.entries())
      expect((await valued(records.holdings(tenantId))).sets[0]?.records).toBe(1 + (at % 3))
    expect(await valued(records.versions(here, 'ratings', 'city/R2'))).toEqual([])
    expect(await valued(records.imports(there))).toHaveLength(1)
  })

  test('imports at once are all kept, each against what the other left', async () => {
    const records = await make()
    const all = Array.from({ length: 6 }, (_, n) => ratingsFile([rating(`N${n}`), rating('R1'), rating(`M${n}`)]))
    const reports = await Promise.all(all.map((path) => imported(records, path)))
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(13)
    expect((await valued(records.holdings(here))).sets[0]?.records).toBe(13)
  })

  test('a preview says what an import would, and keeps nothing', async () => {
    const records = await make()
    const before = await digestOf(records)
    const bad: Rating = rating('R4', { 代码: '7' })
    const preview = await valued(records.preview(here, asked(ratingsFile([...three, bad])), UNWATCHED))
    expect(preview).toMatchObject({ rows: 4, good: 3, faulty: 1, faults: [{ row: 5, column: '代码', value: '7' }] })
    expect(preview.sample.map(({ record_ref: ref }) => String(ref)).toSorted()).toEqual([
      'ratings/city/R1@1',
      'ratings/city/R2@1',
      'ratings/city/R3@1',
    ])
    expect(preview.sample[0]).toMatchObject({ month: '2021-03', rater_phone: '138****1234' })
    expect(await digestOf(records)).toBe(before)
    expect(await valued(records.imports(here))).toEqual([])
  })

  test('what is far along is told in numbers that grow', async () => {
    const records = await make()
    const seen: string[] = []
    const many = Array.from({ length: 500 }, (_, n) => rating(`R${n}`))
    await valued(
      records.importFile(here, asked(ratingsFile(many)), stampOf(), {
        signal: null,
        onProgress: ({ step, done, total, unit }) => {
          expect(done).toBeLessThanOrEqual(total ?? Number.POSITIVE_INFINITY)
          seen.push(`${step} ${unit}`)
        },
      }),
    )
    expect([...new Set(seen)]).toEqual(
      expect.arrayContaining(['reading bytes', 'checking rows', 'comparing rows', 'writing rows']),
    )
  })

  test.each(['reading', 'checking', 'comparing', 'writing'])(
    'stopped while %s, everything is as before',
    async (when) => {
      const records = await make()
      await imported(records, ratingsFile(three))
      const before = await digestOf(records)
      const stop = new AbortController()
      const outcome = await records.importFile(here, asked(ratingsFile([rating('R1', { 次数: '3' })])), stampOf(), {
        signal: stop.signal,
        onProgress: ({ step }) => step === when && stop.abort(),
      })
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'import-stopped' } })
      expect(await digestOf(records)).toBe(before)
      expect(await valued(records.imports(here))).toHaveLength(1)
      expect(await imported(records, ratingsFile([rating('R1', { 次数: '3' })]))).toMatchObject({ corrected: 1 })
    },
  )

  test.each<[string, Parameters<typeof importing>[2], string, string]>([
    ['without a mapped column', { profile: { ...RATINGS, ignored: ['备注'] } }, 'column-missing', '电话'],
    ['with a column that nobody knows', { profile: { ...RATINGS, ignored: [] } }, 'column-unknown', '备注'],
    ['by a profile that says too little', { profile: { ...RATINGS, source: 'a/b' } }, 'profile-wrong', 'a/b'],
  ])('a file %s is refused', async (_title, changed, code, said) => {
    const records = await make()
    const header = code === 'column-missing' ? HEADER.filter((name) => name !== '电话') : HEADER
    const row = rating('R1')
    const path = csvFile([header, header.map((name) => row[name] ?? '')])
    expect(await importing(records, path, changed)).toMatchObject({
      ok: false,
      refusal: { code, message: expect.stringContaining(said) },
    })
  })
}
