import { expect, test } from 'vitest'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { UNWATCHED, digestOf, here, imported, importing, lineOf, rating, ratingsFile } from './record-samples.ts'
import { valued } from './valued.ts'

/** What every record store does where calendars change: all working days in it are counted alike. */
export function recordCalendarConformance(make: () => Promise<RecordStore>): void {
  const three = [rating('R1'), rating('R2', { 评价时间: '2021-04-02 10:00:00' }), rating('R3', { 中心: '盈浦街道' })]

  test('a calendar that was put right counts all records anew', async () => {
    const records = await make()
    const [march, later] = [ratingsFile(three), ratingsFile([rating('R4')])]
    await imported(records, march)
    const right = lineOf('put right', ['2021-02-01'])
    expect(await imported(records, later, { line: right })).toMatchObject({ added: 1, calendarVersion: 'put right' })
    const days = async (number: string) => (await valued(records.versions(here, 'ratings', `city/${number}`)))[0]
    expect(await days('R2')).toMatchObject({ rated_at_start_day: 327, version: 1 })
    expect(await days('R4')).toMatchObject({ rated_at_start_day: 303 })
    const fresh = await make()
    await imported(fresh, march, { line: right })
    await imported(fresh, later, { line: right })
    expect(await digestOf(records)).toBe(await digestOf(fresh))
  })

  test('days can be counted anew without an import', async () => {
    const [records, fresh] = [await make(), await make()]
    const right = lineOf('put right', ['2021-03-15'])
    await imported(records, ratingsFile(three))
    const { sets } = await valued(records.holdings(here))
    expect(await records.recount(here, right, timestamp('2021-06-01T09:00:00+08:00'), UNWATCHED)).toMatchObject({
      ok: true,
    })
    await imported(fresh, ratingsFile(three), { line: right })
    expect(await digestOf(records)).toBe(await digestOf(fresh))
    expect(await valued(records.holdings(here))).toMatchObject({ sets, calendarVersion: 'put right' })
    expect(await valued(records.imports(here))).toHaveLength(1)
    const versions = await valued(records.versions(here, 'ratings', 'city/R2'))
    expect(versions).toMatchObject([{ version: 1, rated_at_start_day: 327 }])
  })

  test('a calendar with another year moves nothing, one with fewer days is refused', async () => {
    const records = await make()
    await imported(records, ratingsFile(three), { line: lineOf('two years') })
    const before = await digestOf(records)
    await imported(records, ratingsFile(three), { line: lineOf('three years', [], '2022-12-31') })
    expect(await digestOf(records)).toBe(before)
    expect((await valued(records.holdings(here))).calendarVersion).toBe('three years')
    const short = lineOf('short', [], '2021-03-31')
    expect(await importing(records, ratingsFile([rating('R1')]), { line: short })).toMatchObject({
      refusal: { code: 'calendar-shorter', message: expect.stringContaining('2021-04') },
    })
    expect(await digestOf(records)).toBe(before)
  })
}
