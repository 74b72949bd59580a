import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, expect, inject, test } from 'vitest'
import { openClickRecords } from '../../src/adapters/clickhouse/open-click-records.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { moveRecords } from '../../src/app/moving/move-records.ts'
import type { RecordMove } from '../../src/app/ports/record-move.ts'
import type { Kept, QueryAnswer } from '../../src/app/ports/record-store.ts'
import { takeDataFolder } from '../../src/adapters/files/data-folder.ts'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { id, type CenterId } from '../../src/core/kernel/identifiers.ts'
import { refused, type Outcome } from '../../src/core/kernel/outcome.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { DATA_SETS } from '../../src/core/records/data-sets.ts'
import { recordMoves } from '../../src/main/record-moves.ts'
import { runHere } from '../cli/run-here.ts'
import {
  asked as imports,
  digestOf,
  here,
  imported,
  rating,
  ratingsFile,
  stampOf,
  UNWATCHED,
} from '../conformance/record-samples.ts'
import { asked as askedOf } from '../detections/detection-case.ts'
import type { TestRecords } from '../detections/tables.ts'
import { askedFor, recordHouse } from '../fixtures/kept-records.ts'
import { manyRatingsFile } from '../fixtures/many-rating-rows.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { valued } from '../conformance/valued.ts'
import { mergedCases } from './merged-cases.ts'
import { told } from './opened-cluster.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-move-records-'))
const databases: string[] = []
afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  for (const url of inject('clickHouseUrls'))
    for (const database of databases) await told(url, `DROP DATABASE IF EXISTS ${database}`)
})

const urls = () => inject('clickHouseUrls')
const one = () => urls().slice(0, 1)
const HELD = { from: 0, count: 1_200, changedEvery: 0 }
const NEXT = { from: 600, count: 1_200, changedEvery: 3 }

let offices = 0
/** A data folder of its own, and a database of its own on the shards. */
function office() {
  offices += 1
  const [folder, database] = [join(home, String(offices)), `moved_${process.pid}_${offices}`]
  databases.push(database)
  mkdirSync(folder)
  return { folder, database, ...officeIn(folder, database) }
}

function officeIn(folder: string, database: string) {
  const configured = (shards: readonly string[]) =>
    writeFileSync(
      join(folder, 'mingheng.json'),
      JSON.stringify({
        recordDatabase: database,
        recordMemoryMegabytes: 300,
        ...(shards.length === 0 ? {} : { recordShards: shards }),
      }),
    )
  const place = (shards: readonly string[]) => (shards.length === 0 ? 'folder' : shards.join(','))
  return {
    move: async (from: readonly string[], to: readonly string[], ...more: readonly string[]) => {
      configured(from)
      return runHere(['move-records', '--data', folder, '--to', place(to), ...more])
    },
    moving: async <Value>(
      from: readonly string[],
      to: readonly string[],
      work: (move: RecordMove) => Promise<Outcome<Value>>,
    ) => {
      configured(from)
      return recordMoves(folder, { from: null, to: place(to) }, work)
    },
    open: async (shards: readonly string[]): Promise<OpenRecords> => {
      const own = { folder: join(folder, 'records'), memoryMegabytes: 300, threads: 2 }
      if (shards.length === 0)
        return valueOf(await openRecordStore({ ...own, catalogFile: join(folder, 'records.sqlite') }))
      const catalog = valueOf(openSqliteSql(join(folder, 'records.sqlite'), CATALOG_MIGRATIONS))
      const opened = await openClickRecords({
        ...own,
        catalog,
        turns: null,
        shards: shards.map((url) => ({ urls: [url], user: 'default', password: '', database })),
        database,
      })
      if (!opened.ok) await catalog.close()
      const store = valueOf(opened)
      return {
        ...store,
        close: () => {
          store.close()
          void catalog.close()
        },
      }
    },
  }
}

/** Some detections and the rows of their cases: all of them on shards are for `same-answers`. */
const { records: merged, asked } = mergedCases()
const ONE_IN = 12
const isSome = (prefix: string) => Number(/^d(\d+)r/.exec(prefix)?.[1]) % ONE_IN === 0
const some: TestRecords = Object.fromEntries(
  Object.entries(merged).map(([name, rows]) => [name, rows.filter((row) => isSome(String(row['record_id'])))]),
)
const asks = asked.filter(({ centers }) => isSome(centers[0] ?? ''))
const ALL_SETS = DATA_SETS.map(({ name }) => name)

/** What every detection finds, of the office that a fixture keeps. */
async function found({ records }: OpenRecords): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (const { detection, centers, how } of asks) {
    const { sql } = askedOf(detection, how)
    const asking = askedFor(sql, ALL_SETS, { centers: centers.map((center) => id<CenterId>(center)), maxRows: 100_000 })
    answers.push([detection, valueOf(await records.query(id('east'), asking))])
  }
  return answers
}

test('from a folder to one shard, two, one and back, detections find the same, and every month has its digest', async () => {
  const { folder, open, move } = office()
  const house = recordHouse(folder)
  await house.keep(some)
  const before = await open([])
  const [due, digest] = [await found(before), await digestOf(before.records)]
  before.close()
  for (const [from, to] of [
    [[], one()],
    [one(), urls()],
    [urls(), one()],
    [one(), []],
  ] as const) {
    const moved = await move(from, to)
    expect(moved).toMatchObject({ code: 0, error: '' })
    expect(moved.output).toContain('每个文件的摘要前后相同')
    if (to.length > 0) rmSync(join(folder, 'records', 'east'), { recursive: true, force: true })
    const after = await open(to)
    expect(await digestOf(after.records)).toBe(digest)
    if (to.length !== 1) expect(await found(after)).toEqual(due)
    after.close()
  }
})

/** What a move is told when it is broken off after so many steps: one for each month that came, the switch, the removal. */
async function brokenOff(move: RecordMove, at: 'carry' | 'switch' | 'forget'): Promise<Outcome<unknown>> {
  const stop = new AbortController()
  const off = async () => refused('cut', '断了')
  return moveRecords(
    {
      ...move,
      carry: (carrying) =>
        move.carry({ ...carrying, most: 1, tell: at === 'carry' ? () => stop.abort() : carrying.tell }),
      ...(at === 'switch' ? { switchOver: off } : {}),
      ...(at === 'forget' ? { forget: off } : {}),
    },
    { clock, asHeld: false, signal: stop.signal, say: () => undefined, foretell: () => undefined },
  )
}

const clock = setClock(timestamp('2021-06-01T09:00:00+08:00'))

test('broken off at whichever step, what is held stays as it was, takes an import, and the move goes on where it was', async () => {
  const { folder, database, open, move, moving } = office()
  const first = await open(one())
  await imported(first.records, manyRatingsFile(HELD))
  const held = await digestOf(first.records)
  expect(await moving(one(), urls(), (own) => brokenOff(own, 'carry'))).toMatchObject({
    refusal: { code: 'records-move-stopped' },
  })
  expect(await digestOf(first.records)).toBe(held)
  await imported(first.records, manyRatingsFile(NEXT))
  const [due, rows] = [await digestOf(first.records), 1_800]
  expect(await moving(one(), urls(), (own) => brokenOff(own, 'switch'))).toMatchObject({ refusal: { code: 'cut' } })
  expect(await count(first)).toBe(rows)
  expect((await move(one(), [], '--plan')).code).toBe(0)
  const planned = await move(one(), urls(), '--plan')
  expect(planned.output).toMatch(/其中 \d+ 条上次已经放好/)
  expect(await moving(one(), urls(), (own) => brokenOff(own, 'forget'))).toMatchObject({ refusal: { code: 'cut' } })

  // Whoever asks as before is told, and changes nothing.
  expect(await counted(first)).toMatchObject({ refusal: { message: expect.stringContaining('recordShards') } })
  const late = ratingsFile([rating('Z1')])
  expect(await first.records.importFile(here, imports(late), stampOf(), UNWATCHED)).toMatchObject({ ok: false })
  first.close()

  const again = await move(one(), urls())
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('早已切换') })
  const second = await open(urls())
  expect([await digestOf(second.records), await count(second)]).toEqual([due, rows])
  expect(await valued(second.records.versions(here, 'ratings', 'city/N600'))).toHaveLength(2)
  await imported(second.records, ratingsFile([rating('Z1')]))
  second.close()
  const back = await move(urls(), one())
  expect(back.code).toBe(0)
  const third = await open(one())
  expect(await count(third)).toBe(rows + 1)
  third.close()
  const [left, right] = await Promise.all(urls().map((url) => told(url, 'SELECT count() FROM ratings', database)))
  expect([left, right]).toEqual([String(rows + 1), '0'])
  // Engines end on their own after a store is closed.
  await expect.poll(() => readdirSync(join(folder, 'records', '.work'))).toEqual([])
})

test('rows that no longer make what was imported are named, and moved only when that is said', async () => {
  const { folder, open, move } = office()
  const first = await open(one())
  await imported(first.records, ratingsFile([rating('R1'), rating('R2', { 评价时间: '2021-04-02 10:00:00' })]))
  first.close()
  rmSync(join(folder, 'records', 'east'), { recursive: true })
  const catalog = new DatabaseSync(join(folder, 'records.sqlite'))
  catalog.exec(`UPDATE record_files SET digest = '${'0'.repeat(64)}' WHERE month = '2021-04'`)
  catalog.close()
  const refusal = await move(one(), urls())
  expect(refusal).toMatchObject({ code: 3, error: expect.stringMatching(/好差评[^]*2021-04[^]*records-unlike/) })
  const moved = await move(one(), [], '--as-held')
  expect(moved.code).toBe(0)
  expect(moved.output).toMatch(/2021-04）与导入时的摘要不符/)
  const after = await open([])
  expect(await count(after)).toBe(2)
  after.close()
})

test.each<[title: string, from: readonly string[], to: readonly string[], reason: string]>([
  ['to as many shards', one(), urls().slice(1), 'records-same-shards'],
  ['from where they are not', urls(), [...urls(), 'http://127.0.0.1:9'], 'records-misplaced'],
  ['to a shard that is down', one(), [...one(), 'http://127.0.0.1:9'], 'shard-unreachable'],
  ['to no address', one(), ['shard'], 'configuration-wrong'],
])('records are not moved %s', async (_title, from, to, reason) => {
  const { open, move } = office()
  const first = await open(one())
  await imported(first.records, ratingsFile([rating('R1')]))
  first.close()
  expect(await move(from, to)).toMatchObject({ code: 3, error: expect.stringContaining(reason) })
})

test('records are not moved while a server has the folder', async () => {
  const { folder, move } = office()
  const taken = valueOf(takeDataFolder(folder))
  expect(await move(one(), urls())).toMatchObject({ code: 3, error: expect.stringContaining('move-in-use') })
  taken.release()
})

async function counted({ records }: OpenRecords): Promise<Kept<QueryAnswer>> {
  const centers = ['xiayang', 'yingpu'].map((center) => id<CenterId>(center))
  return records.query(here, askedFor('SELECT count(*) AS n FROM ratings', ['ratings'], { centers }))
}

async function count(store: OpenRecords): Promise<unknown> {
  return valueOf(await counted(store)).rows[0]?.[0]
}
