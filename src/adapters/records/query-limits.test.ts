import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { manyRatings } from '../../../test/fixtures/many-ratings.ts'
import { askedFor, recordHouse, type RecordHouse } from '../../../test/fixtures/kept-records.ts'

let house: RecordHouse
beforeEach(() => void (house = recordHouse()))
afterEach(() => house.leave())

test('what is stopped before, while waiting or while running has no answer and leaves nothing', async () => {
  await house.keep(manyRatings(300))
  const { records } = await house.open()
  const endless = askedFor(
    `SELECT count(*) AS n FROM ratings AS a CROSS JOIN ratings AS b CROSS JOIN ratings AS c CROSS JOIN ratings AS d`,
    ['ratings'],
  )
  const stop = new AbortController()
  const running = [1, 2, 3, 4].map(async () => records.query(house.tenantId, { ...endless, signal: stop.signal }))
  const stopped = { ok: false, refusal: { code: 'query-stopped' } }
  expect(await records.query(house.tenantId, { ...endless, signal: AbortSignal.abort() })).toMatchObject(stopped)
  stop.abort()
  for (const one of running) expect(await one).toMatchObject(stopped)
  expect(await records.query(house.tenantId, askedFor('SELECT count(*) AS n FROM ratings', ['ratings']))).toMatchObject(
    {
      value: { rows: [[300]] },
    },
  )
})

test('a query without an end is stopped, and so is one that the store is closed on', async () => {
  await house.keep(manyRatings(300))
  const endless = askedFor(
    `SELECT count(*) AS n FROM ratings AS a CROSS JOIN ratings AS b CROSS JOIN ratings AS c CROSS JOIN ratings AS d`,
    ['ratings'],
  )
  const hasty = await house.open({ querySeconds: 0.05 })
  expect(await hasty.records.query(house.tenantId, endless)).toMatchObject({
    ok: false,
    refusal: { code: 'query-too-long', message: expect.stringContaining('0.05 秒') },
  })
  const patient = await house.open()
  const running = patient.records.query(house.tenantId, endless)
  patient.close()
  expect(await running).toMatchObject({ ok: false, refusal: { code: 'query-stopped' } })
})

test('what needs more memory than there is, is refused, and leaves nothing behind', async () => {
  await house.keep(manyRatings(1_000, { words: '长'.repeat(1_000) }))
  const { records, close } = await house.open({ memoryMegabytes: 40 })
  const doubled = Array.from({ length: 12 }).reduce<string>(
    (sql) => `SELECT concat(w, w) AS w FROM (${sql}) AS x`,
    'SELECT words AS w FROM ratings',
  )
  expect(
    await records.query(house.tenantId, askedFor(`SELECT max(length(w)) AS n FROM (${doubled}) AS x`, ['ratings'])),
  ).toMatchObject({ ok: false, refusal: { code: 'query-out-of-memory', message: expect.stringContaining('40 MB') } })
  expect(await records.query(house.tenantId, askedFor('SELECT count(*) AS n FROM ratings', ['ratings']))).toMatchObject(
    { value: { rows: [[1_000]] } },
  )
  close()
})

test('what does not fit into memory lies within the store, and not for long', async () => {
  await house.keep(manyRatings(900))
  const { records } = await house.open({ memoryMegabytes: 40 })
  const work = join(house.folder, 'records', '.work')
  const spilled = () => readdirSync(work, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'))
  const running = records.query(
    house.tenantId,
    askedFor(
      `SELECT count(*) AS n FROM
         (SELECT DISTINCT a.record_ref AS one, b.record_ref AS other FROM ratings AS a CROSS JOIN ratings AS b) AS x`,
      ['ratings'],
    ),
  )
  let seen = 0
  const look = setInterval(() => void (seen = Math.max(seen, spilled().length)), 1)
  expect(await running).toMatchObject({ value: { rows: [[810_000]] } })
  clearInterval(look)
  expect(seen).toBeGreaterThan(0)
  expect(spilled()).toEqual([])
})
