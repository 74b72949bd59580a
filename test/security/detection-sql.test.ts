import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openLockedDuckDb, type DuckDbSession } from '../../src/adapters/records/duckdb-session.ts'
import type { OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import { id, type TenantId } from '../../src/core/kernel/identifiers.ts'
import { askedFor, recordHouse } from '../fixtures/kept-records.ts'

/** What no answer and no message may hold: another tenant's record, a file of the machine, a secret of the process. */
const SECRETS = ['WEST-SECRET', 'FILE-SECRET', 'ENV-SECRET']

const house = recordHouse()
const secretFile = join(house.folder, 'secret.csv')
const written = join(house.folder, 'written.csv')
let store: OpenRecords
let hasty: OpenRecords
let locked: DuckDbSession
let mine = ''
let theirs = ''
let attacks: readonly string[] = []

const rating = (recordId: string) => ({
  ratings: Array.from({ length: 60 }, (_, at) => ({
    record_id: `${recordId}-${at}`,
    center_id: 'a',
    channel: 'web',
    satisfaction: 'satisfied',
    rated_at: '2021-03-01 09:00:00',
    attempt: 1,
  })),
})

beforeAll(async () => {
  process.env['MINGHENG_TEST_SECRET'] = 'ENV-SECRET'
  writeFileSync(secretFile, 'a,b\nFILE-SECRET,1\n')
  mine = (await house.keep(rating('EAST')))[0]?.path ?? ''
  theirs = (await house.keep(rating('WEST-SECRET'), id<TenantId>('west')))[0]?.path ?? ''
  store = await house.open({ memoryMegabytes: 40 })
  hasty = await house.open({ memoryMegabytes: 40, querySeconds: 0.2 })
  const spill = join(house.folder, 'spill')
  locked = await openLockedDuckDb({ memoryMegabytes: 40, threads: 1, spill }, [mine])
  attacks = attacksOn()
  return () => {
    delete process.env['MINGHENG_TEST_SECRET']
    locked.close()
    house.leave()
  }
})

/** Reads, writes, loads and settings. Made when the paths are known, which is after the runner has asked how many there are. */
function attacksOn(): readonly string[] {
  return [
    `SELECT a FROM read_csv('${secretFile}')`,
    `SELECT * FROM read_csv_auto('/etc/passwd')`,
    `SELECT content FROM read_text('${secretFile}')`,
    `SELECT content FROM read_blob('${theirs}')`,
    `SELECT record_id FROM read_parquet('${theirs}')`,
    `SELECT record_id FROM '${theirs}'`,
    `SELECT record_id FROM "${theirs}"`,
    `SELECT record_id FROM read_parquet('${mine}/../../../../west/ratings/2021-03/*.parquet')`,
    `SELECT file FROM glob('${house.folder}/**')`,
    `SELECT * FROM read_json_auto('${secretFile}')`,
    `SELECT * FROM parquet_metadata('${theirs}')`,
    `SELECT * FROM parquet_schema('${theirs}')`,
    `SELECT * FROM sniff_csv('${secretFile}')`,
    `SELECT getenv('MINGHENG_TEST_SECRET') AS a`,
    `SELECT record_id FROM ratings WHERE record_id IN (SELECT record_id FROM read_parquet('${theirs}'))`,
    `SELECT record_id FROM ratings UNION ALL SELECT record_id FROM '${theirs}'`,
    `SELECT record_id FROM ratings EXCEPT SELECT record_id FROM '${theirs}'`,
    `SELECT a FROM (SELECT a FROM (SELECT content AS a FROM read_text('${secretFile}')) AS x) AS y`,
    `SELECT (SELECT content FROM read_text('${secretFile}')) AS a`,
    `SELECT CASE WHEN 1 = 1 THEN (SELECT max(record_id) FROM '${theirs}') END AS a`,
    `WITH x AS (SELECT content FROM read_text('${secretFile}')) SELECT content FROM x`,
    `SELECT 1 AS a /* */; COPY (SELECT 1) TO '${written}'`,
    `SELECT 1 AS a -- \n; ATTACH '${written}' AS x`,
    `COPY (SELECT record_id FROM ratings) TO '${written}'`,
    `COPY (SELECT 1) TO '${theirs}' (FORMAT parquet)`,
    `COPY ratings FROM '${secretFile}'`,
    `EXPORT DATABASE '${written}'`,
    `IMPORT DATABASE '${house.folder}'`,
    `ATTACH '${join(house.folder, 'records.sqlite')}' AS x`,
    `CREATE TABLE x AS SELECT * FROM read_csv('${secretFile}')`,
    `CREATE SECRET x (TYPE http, BEARER_TOKEN 'x')`,
    `INSTALL httpfs`,
    `LOAD '${written}'`,
    `INSTALL spatial FROM community`,
    `SET enable_external_access = true`,
    `SET lock_configuration = false`,
    `SET allowed_directories = ['/']`,
    `SET GLOBAL memory_limit = '100GB'`,
    `RESET allowed_paths`,
    `PRAGMA enable_profiling = 'json'`,
    `PRAGMA profiling_output = '${written}'`,
    `CALL force_checkpoint()`,
    `SELECT * FROM query('SELECT content FROM read_text(''${secretFile}'')')`,
    `SELECT * FROM duckdb_secrets()`,
    `SELECT * FROM pragma_database_list()`,
    `SELECT current_setting('allowed_paths') AS a`,
    `PREPARE x AS SELECT content FROM read_text('${secretFile}')`,
    `EXPLAIN ANALYZE SELECT content FROM read_text('${secretFile}')`,
    `DESCRIBE SELECT content FROM read_text('${secretFile}')`,
    `PIVOT '${theirs}' ON record_id`,
    `SELECT record_id FROM ratings\u0000 UNION ALL SELECT record_id FROM '${theirs}'`,
  ]
}

const ATTACKS = Array.from({ length: 51 }, (_, at) => at)

function holdsSecret(text: string): boolean {
  return SECRETS.some((secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString('hex')))
}

function filesHere(): readonly string[] {
  const names = readdirSync(house.folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => !name.includes('spill') && !name.includes('.work')).toSorted()
}

test('the table of attacks is whole', () => expect(attacks).toHaveLength(ATTACKS.length))

describe('as a detection', () => {
  test.each(ATTACKS)('attack %i is refused before anything runs', async (at) => {
    const before = filesHere()
    const answered = await store.records.query(house.tenantId, askedFor(attacks[at] ?? '', ['ratings']))
    expect(answered).toMatchObject({ ok: false, refusal: { code: 'query-refused' } })
    expect(holdsSecret(JSON.stringify(answered))).toBe(false)
    expect(filesHere()).toEqual(before)
  })
})

describe('past the vetting', () => {
  test.each(ATTACKS)('attack %i reads and writes nothing', async (at) => {
    const before = filesHere()
    const theirContent = readFileSync(theirs)
    const answered = await locked.on(null, async (connection) =>
      connection.runAndReadAll(attacks[at] ?? '').then(
        (answer) => JSON.stringify(answer.getRowsJson()),
        (error: unknown) => String(error),
      ),
    )
    expect(holdsSecret(answered)).toBe(false)
    expect(filesHere()).toEqual(before)
    expect(readFileSync(theirs).equals(theirContent)).toBe(true)
  })
})

const CROSSED = (count: number) => Array.from({ length: count }, (_, at) => `ratings AS r${at}`).join(' CROSS JOIN ')

test.each<[bomb: string, sql: string, code: string]>([
  ['rows without end', `SELECT r0.record_ref AS a, r3.record_ref AS b FROM ${CROSSED(6)}`, 'query-too-many'],
  ['time without end', `SELECT count(*) AS a FROM ${CROSSED(8)}`, 'query-too-long'],
  [
    'groups without end',
    `SELECT count(*) AS a FROM (SELECT DISTINCT r0.record_id AS a, r1.record_id AS b, r2.record_id AS c, r3.record_id AS d
     FROM ${CROSSED(4)}) AS x`,
    'query-out-of-memory',
  ],
  [
    'texts without end',
    `SELECT max(length(w)) AS a FROM (${Array.from({ length: 30 }).reduce<string>(
      (sql) => `SELECT replace(concat(w, w), 'E', 'EEEE') AS w FROM (${sql}) AS x`,
      'SELECT record_id AS w FROM ratings',
    )}) AS x`,
    'query-out-of-memory',
  ],
  [
    'recursion without end',
    'WITH RECURSIVE x AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM x) SELECT a FROM x',
    'query-refused',
  ],
  ['plans without end', `SELECT count(*) AS a FROM ${CROSSED(41)}`, 'query-refused'],
])('a bomb of %s is stopped, and the next query is answered', async (_bomb, sql, code) => {
  const { records } = code === 'query-too-long' ? hasty : store
  const answered = await records.query(house.tenantId, askedFor(sql, ['ratings']))
  expect(answered).toEqual({ ok: false, refusal: { code, message: expect.any(String) } })
  expect(await records.query(house.tenantId, askedFor('SELECT count(*) AS n FROM ratings', ['ratings']))).toMatchObject(
    { value: { rows: [[60]] } },
  )
})
