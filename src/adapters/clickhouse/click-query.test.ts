import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { askedFor } from '../../../test/fixtures/kept-records.ts'
import type { Kept } from '../../app/ports/record-store.ts'
import { id, type CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { shardsChanged } from '../records/settled-shards.ts'
import { clickShard } from './click-cluster.ts'
import type { ClickDoor, ClickRows } from './click-door.ts'
import { clickQueries } from './click-query.ts'
import type { ClickBatch } from './click-room.ts'

const HELD: ClickBatch = { dataSet: 'articles', batch: 'b1', records: [1] }
const OTHER: ClickBatch = { dataSet: 'articles', batch: 'b2', records: [1] }

/** A shard that counts one record in each batch, and answers a query with one title. */
const door: ClickDoor = {
  place: 'a:1',
  ask: async (sql) => {
    if (sql.includes('system.databases')) return { ok: true, value: answer([]) }
    const [batch] = /'b\d'/u.exec(sql) ?? []
    return { ok: true, value: answer([sql.includes('GROUP BY batch') ? [batch?.slice(1, 3) ?? '', 1] : ['题目']]) }
  },
  command: async () => ({ ok: true, value: null }),
  upFor: async () => ({ ok: true, value: 1_000 }),
  download: never,
  insert: never,
  upload: never,
  close: async () => undefined,
}

function answer(rows: ClickRows['rows']): ClickRows {
  return { columns: ['title'], types: ['String'], rows }
}

async function never(): Promise<never> {
  throw new Error('not for this')
}

test.each<[title: string, held: readonly Kept<readonly ClickBatch[]>[], said: unknown]>([
  ['its batches hold all the while', [accepted([HELD]), accepted([HELD])], [['题目']]],
  [
    'another batch holds by then: asked again',
    [accepted([HELD]), accepted([OTHER]), accepted([OTHER]), accepted([OTHER])],
    [['题目']],
  ],
  [
    'records went to other shards meanwhile, and are removed here',
    [accepted([HELD]), shardsChanged('目录')],
    'store-unreachable',
  ],
])('a query is answered where %s', async (_title, held, said) => {
  const work = mkdtempSync(join(tmpdir(), 'mingheng-click-query-'))
  onTestFinished(() => rmSync(work, { recursive: true }))
  const left = [...held]
  const room = { shards: [clickShard([door])], database: 'records', work, batches: async () => left.shift() ?? never() }
  const queries = clickQueries(room, { memoryMegabytes: 100, threads: 1, seconds: 60 })
  onTestFinished(queries.close)
  const asked = askedFor('SELECT title FROM articles', ['articles'], { centers: [id<CenterId>('a')] })
  const given = await queries.query(id('east'), asked)
  expect(given.ok ? given.value.rows : given.refusal.code).toEqual(said)
  expect(left).toEqual([])
})

test('a part whose views are gone from a server is asked for once more, as a query is', async () => {
  const work = mkdtempSync(join(tmpdir(), 'mingheng-click-query-'))
  onTestFinished(() => rmSync(work, { recursive: true }))
  let [made, downloads] = [0, 0]
  const replaced: ClickDoor = {
    ...door,
    command: async (sql) => {
      if (sql.startsWith('CREATE VIEW')) made += 1
      return door.command(sql)
    },
    download: async () => {
      downloads += 1
      return downloads === 1
        ? { ok: false, fault: { kind: 'refused', place: 'a:1', code: 81, detail: '' } }
        : { ok: true, value: Readable.from([Buffer.from('"a","2021-03",2\n')]) }
    },
  }
  const room = { shards: [clickShard([replaced])], database: 'records', work, batches: async () => accepted([HELD]) }
  const queries = clickQueries(room, { memoryMegabytes: 100, threads: 1, seconds: 60 })
  onTestFinished(queries.close)
  const inside = 'SELECT center_id, month, COUNT(*) AS n FROM articles GROUP BY center_id, month'
  const sql = `SELECT v.month AS m, SUM(v.n) AS n FROM (${inside}) v GROUP BY v.month`
  const given = await queries.query(id('east'), askedFor(sql, ['articles'], { centers: [id<CenterId>('a')] }))
  expect(given).toMatchObject({ ok: true, value: { rows: [['2021-03', 2]] } })
  expect([made, downloads]).toEqual([2, 2])
})
