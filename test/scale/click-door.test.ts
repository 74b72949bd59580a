import { afterAll, describe, expect, inject, test } from 'vitest'
import { openClickDoor, type ClickDoor } from '../../src/adapters/clickhouse/click-door.ts'
import type { ClickAnswer } from '../../src/adapters/clickhouse/click-fault.ts'

const database = `door_${process.pid}`
const [url = ''] = inject('clickHouseUrls')
const door = openClickDoor({ url, user: 'default', password: '', database })

afterAll(async () => {
  await door.command(`DROP DATABASE IF EXISTS ${database}`, { database: '' })
  await door.close()
})

function value<Value>(answer: ClickAnswer<Value>): Value {
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault))
  return answer.value
}

test('what is inserted is there once it was acknowledged, whatever its texts hold', async () => {
  value(await door.command(`CREATE DATABASE ${database}`, { database: '' }))
  value(await door.command('CREATE TABLE texts (id Int64, words Nullable(String)) ENGINE = MergeTree ORDER BY id'))
  const rows: (readonly [number, string | null])[] = [
    [1, null],
    [2, ''],
    [3, 'a\tb\nc\\N\r\0\'"'],
    [4, '夏阳街道'],
    [5, '\\N'],
  ]
  value(await door.insert('texts', ['id', 'words'], rows))
  const answer = value(await door.ask('SELECT id, words FROM texts ORDER BY id -- the end'))
  expect(answer).toEqual({
    columns: ['id', 'words'],
    types: ['Int64', 'Nullable(String)'],
    rows: rows.map(([id, words]) => [String(id), words]),
  })
  const pieces: Uint8Array[] = []
  for await (const piece of value(await door.download('SELECT id, words FROM texts WHERE id IN (1, 2, 5) ORDER BY id')))
    pieces.push(piece)
  expect(Buffer.concat(pieces).toString()).toBe('1,\\N\n2,""\n5,"\\N"\n')
})

const ENDLESS = 'SELECT count() AS n FROM (SELECT number FROM system.numbers)'

describe('what goes wrong comes back as a value', () => {
  test.each<[title: string, run: () => Promise<ClickAnswer<unknown>>, kind: string, code: number | null, word: string]>(
    [
      ['a wrong word', async () => door.ask('SELECT nothing'), 'refused', 47, 'nothing'],
      ['no such table', async () => door.command('DROP TABLE missing'), 'refused', 60, 'missing'],
      ['too long', async () => door.ask(ENDLESS, { settings: { max_execution_time: 1 } }), 'refused', 159, 'Timeout'],
      [
        'broken off after many rows went out',
        async () =>
          door.ask('SELECT number, throwIf(number = 3000000) AS x FROM system.numbers LIMIT 4000000', {
            settings: { max_block_size: 65536 },
          }),
        'refused',
        395,
        'throwIf',
      ],
      [
        'an answer that does not come in time',
        async () => door.ask(ENDLESS, { signal: AbortSignal.timeout(300) }),
        'unreachable',
        null,
        '',
      ],
      ['someone who leaves', async () => door.ask(ENDLESS, { signal: soon() }), 'stopped', null, ''],
      ['someone who has left', async () => door.ask(ENDLESS, { signal: AbortSignal.abort() }), 'stopped', null, ''],
      ['a wrong password', async () => strange('nobody').ask('SELECT 1 AS a'), 'unreachable', 192, 'nobody'],
    ],
  )('%s', async (_title, run, kind, code, word) => {
    const answer = await run()
    if (answer.ok) throw new Error('it went well')
    expect([answer.fault.kind, answer.fault.code, answer.fault.place]).toEqual([kind, code, new URL(url).host])
    expect(answer.fault.detail).toContain(word)
  })

  test('nothing that was stopped goes on', async () => {
    const running = `SELECT count() AS n FROM system.processes WHERE query LIKE '%system.numbers)%' AND query NOT LIKE '%processes%'`
    await expect.poll(async () => value(await door.ask(running)).rows).toEqual([['0']])
  })

  test('an address where nobody is', async () => {
    const alone = openClickDoor({ url: 'http://127.0.0.1:1', user: 'default', password: '', database: '' })
    expect(await alone.upFor()).toMatchObject({ ok: false, fault: { kind: 'unreachable', place: '127.0.0.1:1' } })
    await alone.close()
  })
})

function soon(): AbortSignal {
  const leaving = new AbortController()
  setTimeout(() => leaving.abort(), 300)
  return leaving.signal
}

function strange(user: string): ClickDoor {
  return openClickDoor({ url, user, password: 'x', database: '' })
}
