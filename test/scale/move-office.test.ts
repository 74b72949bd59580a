import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { DatabaseSync } from '@photostructure/sqlite'
import { nodeDigester } from '../../src/adapters/digests/node-digester.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { openLedgerFile, type LedgerFile } from '../../src/adapters/ledger/ledger-file.ts'
import { openPostgresLedger } from '../../src/adapters/ledger/open-postgres-ledger.ts'
import { OFFICE_STORES } from '../../src/adapters/office-copy/office-tables.ts'
import { officeCopies } from '../../src/adapters/office-copy/office-copies.ts'
import { liveAssessments } from '../../src/app/office/live-assessments.ts'
import { moveOffice, proveMove } from '../../src/app/moving/move-office.ts'
import type { OfficeProof } from '../../src/app/moving/prove-office.ts'
import type { OfficeCopies, OfficePlace, OfficeTarget } from '../../src/app/ports/office-copy.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { refused } from '../../src/core/kernel/outcome.ts'
import { takeDataFolder } from '../../src/adapters/files/data-folder.ts'
import { enterOffice } from '../../src/adapters/postgres/office-gate.ts'
import { cachedDemo, exampleSetting } from '../demo/open-demo-district.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { runHere } from '../cli/run-here.ts'
import { openedPostgres } from './opened-postgres.ts'

const { newSchema, open } = openedPostgres()
const home = mkdtempSync(join(tmpdir(), 'mingheng-move-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

let demo: string
beforeAll(async () => {
  demo = await cachedDemo(await exampleSetting())
}, 180_000)

let number = 0
const newFolder = (): OfficePlace & { path: string } => {
  number += 1
  return { kind: 'folder', path: join(home, String(number)) }
}
/** A demonstration office of which nothing but its databases and its records is there. */
function office() {
  const folder = newFolder()
  for (const name of readdirSync(demo).filter((one) => one.endsWith('.sqlite')))
    cpSync(join(demo, name), join(folder.path, name))
  cpSync(join(demo, 'records'), join(folder.path, 'records'), { recursive: true })
  return folder
}
const newServer = (): OfficePlace & { schema: string } => ({
  kind: 'server',
  url: inject('postgresUrl'),
  schema: newSchema(),
})
const quietly = { digestsBy: nodeDigests, say: () => undefined }
const move = (from: OfficePlace, to: OfficePlace, copies: OfficeCopies = officeCopies) =>
  moveOffice(from, to, { ...quietly, copies })
const prove = async (from: OfficePlace, to: OfficePlace): Promise<OfficeProof> =>
  valueOf(await proveMove(from, to, { ...quietly, copies: officeCopies }))

test('every database of an office is moved', () => {
  const files = readdirSync(demo).filter((name) => name.endsWith('.sqlite'))
  const moved = new Set(OFFICE_STORES.map(({ name }) => `${name}.sqlite`))
  expect(files.filter((name) => !moved.has(name))).toEqual([])
})

test('a demonstration office goes to PostgreSQL and back, and is the same to the last row and head', async () => {
  const source = office()
  const [there, back] = [{ ...newServer(), dataFolder: source.path }, newFolder()]
  await open(there.schema)
  const went = valueOf(await move(source, there))
  expect(went).toMatchObject({ holds: true, records: { kind: 'stay', folder: source.path } })
  expect(went.ledgers.length).toBeGreaterThan(1)
  expect(went.tables.find(({ table }) => table === 'events')?.to.rows).toBeGreaterThan(1_000)
  expect(went.tables.filter(({ from, to }) => from.digest !== to.digest)).toEqual([])
  const came = valueOf(await move(there, back))
  expect(came).toMatchObject({ holds: true, records: { kind: 'brought', folder: back.path, damaged: [] } })
  expect(came.ledgers).toEqual(went.ledgers)
  expect(await prove(source, back)).toMatchObject({ holds: true, records: { kind: 'brought', damaged: [] } })
  for (const { name, isOptional } of OFFICE_STORES)
    if (isOptional !== true || existsSync(join(source.path, `${name}.sqlite`)))
      expect(rowsOf(join(back.path, `${name}.sqlite`))).toEqual(rowsOf(join(source.path, `${name}.sqlite`)))
}, 120_000)

test('back in its own folder, an office finds the records that stayed there, however often the way back broke off', async () => {
  const source = office()
  const there = { ...newServer(), dataFolder: source.path }
  await open(there.schema)
  valueOf(await move(source, there))
  const records = rowsOf(join(source.path, 'records.sqlite'))
  for (const { name } of OFFICE_STORES)
    if (name !== 'records') rmSync(join(source.path, `${name}.sqlite`), { force: true })
  expect(await move(there, source, breakingOff(3))).toMatchObject({ refusal: { code: 'cut' } })
  expect(valueOf(await move(there, source))).toMatchObject({ holds: true, records: { kind: 'stay' } })
  expect(rowsOf(join(source.path, 'records.sqlite'))).toEqual(records)
}, 60_000)

test('a file of records that is not what the catalog says does not come along unseen', async () => {
  const [source, there] = [office(), newFolder()]
  const names = readdirSync(join(source.path, 'records'), { recursive: true, encoding: 'utf8' })
  const file = names.find((name) => name.endsWith('.parquet')) ?? ''
  writeFileSync(join(source.path, 'records', file), 'other')
  const moved = valueOf(await move(source, there))
  expect(moved).toMatchObject({ holds: false, records: { kind: 'brought', damaged: [`records/${file}`] } })
  expect(await opens(there)).toBe('store-moving')
}, 60_000)

test('the scores are the same in PostgreSQL', async () => {
  const [source, there] = [office(), newServer()]
  const postgres = await open(there.schema)
  valueOf(await move(source, there))
  const file = valueOf(openLedgerFile(join(source.path, 'ledger.sqlite'), nodeDigester))
  const server = valueOf(await openPostgresLedger(postgres, nodeDigester))
  const [ours, theirs] = [await sheetsIn(file), await sheetsIn(server)]
  file.close()
  expect(ours.length).toBeGreaterThan(10)
  expect(theirs).toEqual(ours)
}, 60_000)

test.each([
  [
    'an event',
    `ALTER TABLE events DISABLE TRIGGER USER; UPDATE events SET body = body || ' ' WHERE seq = 7`,
    'events',
    7,
  ],
  [
    'a row too many',
    `INSERT INTO tenant (tenant_id, name, digest, second_factor) VALUES ('zz', 'x', 'sha256', 'optional')`,
    'tenant',
    null,
  ],
  ['a row too few', `DELETE FROM job WHERE place = 1`, 'job', null],
])(
  'the proof finds %s that changed in the target',
  async (_what, sql, table, brokenAt) => {
    const [source, there] = [office(), newServer()]
    const postgres = await open(there.schema)
    valueOf(await move(source, there))
    await postgres.pool.query(sql)
    const proof = await prove(source, there)
    expect(proof.holds).toBe(false)
    expect(proof.tables.filter(({ firstDifference }) => firstDifference !== null).map((one) => one.table)).toEqual([
      table,
    ])
    expect(proof.ledgers.filter(({ holds }) => !holds).map((one) => one.brokenAt)).toEqual(
      brokenAt === null ? [] : proof.ledgers.map(() => brokenAt),
    )
  },
  60_000,
)

test.each<[title: string, to: () => OfficePlace]>([
  ['PostgreSQL', newServer],
  ['a data folder', newFolder],
])(
  'a move into %s that breaks off leaves the source as it was, and a target that nobody opens until it is moved again',
  async (_title, to) => {
    const [source, there] = [office(), to()]
    if (there.kind === 'server') await open(there.schema)
    const held = OFFICE_STORES.filter(({ name }) => existsSync(join(source.path, `${name}.sqlite`)))
    const before = held.map(({ name }) => rowsOf(join(source.path, `${name}.sqlite`)))
    expect(await move(source, there, breakingOff(9))).toMatchObject({ ok: false, refusal: { code: 'cut' } })
    expect(held.map(({ name }) => rowsOf(join(source.path, `${name}.sqlite`)))).toEqual(before)
    expect(await proveMove(source, there, { ...quietly, copies: officeCopies })).toMatchObject({
      ok: false,
      refusal: { code: 'move-source-moving', message: expect.stringContaining(source.path) },
    })
    expect(await opens(there)).toBe('store-moving')
    expect(valueOf(await move(source, there)).holds).toBe(true)
    expect(await opens(there)).toBe('opened')
  },
  60_000,
)

test('a target that holds anything is refused, and stays as it is', async () => {
  const [source, there] = [office(), newServer()]
  await open(there.schema)
  valueOf(await move(source, there))
  expect(await move(source, there)).toMatchObject({ ok: false, refusal: { code: 'move-target-filled' } })
  expect((await prove(source, there)).holds).toBe(true)
  expect(await move(there, source)).toMatchObject({
    ok: false,
    refusal: { code: 'move-target-filled', message: expect.stringContaining('headers') },
  })
}, 60_000)

test('what a server uses is not moved, and no server gets what is being moved', async () => {
  const [source, there] = [office(), newServer()]
  const postgres = await open(there.schema)
  const folder = valueOf(takeDataFolder(source.path))
  expect(await move(source, there)).toMatchObject({ ok: false, refusal: { code: 'move-in-use' } })
  folder.release()
  const node = valueOf(await enterOffice(postgres))
  expect(await move(source, there)).toMatchObject({ ok: false, refusal: { code: 'move-in-use' } })
  await node.close()
  const held = valueOf(await officeCopies.target(there))
  expect(await enterOffice(postgres)).toMatchObject({ ok: false, refusal: { code: 'store-moving' } })
  await held.close()
}, 60_000)

test('at the command line the proof is a table, and JSON for whoever keeps it', async () => {
  const [source, schema] = [office(), newSchema()]
  await open(schema)
  const databaseUrl = inject('postgresUrl')
  const given = ['move', source.path, 'database', '--schema', schema]
  const moved = await runHere(given, { databaseUrl })
  expect(moved).toMatchObject({ code: 0, error: '' })
  expect(moved.output).toMatch(/ledger +events +(\d+) +\1 +[0-9a-f]{16} +相同/)
  expect(moved.output).toContain('结论：两边相同')
  const proved = await runHere([...given, '--prove', '--json'], { databaseUrl })
  expect(JSON.parse(proved.output)).toMatchObject({ holds: true, from: source.path })
  expect((await runHere(given)).error).toContain('MINGHENG_DATABASE_URL')
  expect((await runHere(given, { databaseUrl })).error).toContain('move-target-filled')
}, 60_000)

/** As the copies are, but that the target is lost at its so manieth batch of rows. */
function breakingOff(batches: number): OfficeCopies {
  let left = batches
  return {
    ...officeCopies,
    target: async (where) => {
      const opened = await officeCopies.target(where)
      if (!opened.ok) return opened
      const add: OfficeTarget['add'] = async (table, rows) => {
        left -= 1
        return left < 0 ? (refused('cut', '断了') as never) : opened.value.add(table, rows)
      }
      return { ok: true, value: { ...opened.value, add } }
    },
  }
}

/** What a server that starts there is told. */
async function opens(where: OfficePlace): Promise<string> {
  if (where.kind === 'folder') {
    const taken = takeDataFolder(where.path)
    if (taken.ok) taken.value.release()
    return taken.ok ? 'opened' : taken.refusal.code
  }
  const entered = await enterOffice(await open(where.schema))
  if (entered.ok) await entered.value.close()
  return entered.ok ? 'opened' : entered.refusal.code
}

async function sheetsIn({ ledgers, rubrics }: Pick<LedgerFile, 'ledgers' | 'rubrics'>): Promise<readonly unknown[]> {
  const live = liveAssessments({ ledgers, rubrics, digester: nodeDigester })
  const looked = await Promise.all(
    ['2021', '2021-trial'].map(async (name) => valueOf(await live.look(id('demo'), id(name)))),
  )
  live.stop()
  return looked.flatMap(({ head, scores }) => [head, ...scores.sheets()])
}

/** Every row of a file, with the types of its values. */
function rowsOf(file: string): unknown {
  const connection = new DatabaseSync(file, { readOnly: true })
  try {
    const names = connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all()
    return names.map((row) => {
      const name = String((row as { name: unknown }).name)
      return [
        name,
        connection
          .prepare(`SELECT * FROM ${name}`)
          .all()
          .map((one) => JSON.stringify(one))
          .toSorted(),
      ]
    })
  } finally {
    connection.close()
  }
}
