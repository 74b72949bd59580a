import { DatabaseSync } from '@photostructure/sqlite'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { takeDataFolder } from '../../src/adapters/files/data-folder.ts'
import { kept } from '../fixtures/acting-office.ts'
import { runHere } from '../cli/run-here.ts'
import { SECRET, twoDistricts } from './two-districts.ts'

const root = mkdtempSync(join(tmpdir(), 'mingheng-leaving-'))
const made = join(root, 'made')
let count = 0
let data = ''
let out = ''
beforeAll(async () => twoDistricts(made), 120_000)
beforeEach(() => {
  count += 1
  data = join(root, `data-${count}`)
  out = join(root, `out-${count}`)
  cpSync(made, data, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const district = (...given: readonly string[]) => runHere(['district', ...given, '--data', data])

/** Every row of every table of every database, and every file, by where it is: of all districts, or of all but one. */
function everything(without: string | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const name of readdirSync(data).filter((one) => one.endsWith('.sqlite'))) {
    const connection = new DatabaseSync(join(data, name), { readOnly: true })
    for (const { name: table } of connection.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as {
      name: string
    }[])
      found.set(
        `${name} ${table}`,
        connection
          .prepare(`SELECT * FROM ${table}`)
          .all()
          .filter((row) => without === null || row['tenant_id'] !== without)
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n'),
      )
    found.set(
      `${name} schema`,
      JSON.stringify(connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()),
    )
    connection.close()
  }
  for (const place of ['evidence', 'records', 'record-files'])
    for (const entry of readdirSync(join(data, place), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (entry.isFile() && (without === null || !path.startsWith(join(data, place, without))))
        found.set(path, readFileSync(path, 'hex'))
    }
  return found
}

test('every table of a data folder names the district of each row, but what is the installation’s', () => {
  const nameless: string[] = []
  for (const name of readdirSync(data).filter((one) => one.endsWith('.sqlite'))) {
    const connection = new DatabaseSync(join(data, name), { readOnly: true })
    for (const row of connection.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`).all())
      if (!/\btenant_id\b/.test(String(row['sql']))) nameless.push(`${name} ${String(row['name'])}`)
    connection.close()
  }
  expect(nameless.filter((one) => !/ node/.test(one))).toEqual([
    'people.sqlite removed_tenant',
    'records.sqlite record_shards',
  ])
})

describe('written out', () => {
  test('a district has its ledgers as bundles that verify, its rows, evidence and records, and nothing that opens a door', async () => {
    const told = await district('export', 'd1', '--to', out)
    expect(told).toMatchObject({ error: '', code: 0, output: expect.stringContaining('2 本台账') })
    const bundles = readdirSync(join(out, 'ledgers'))
    expect(bundles).toEqual(['a2021.bundle.jsonl', 'a2022.bundle.jsonl'])
    for (const bundle of bundles) expect((await runHere(['verify', join(out, 'ledgers', bundle)])).code).toBe(0)
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    expect(texts.join('\n')).not.toContain(SECRET)
    expect(texts.join('\n')).not.toMatch(/"tenant_id":"d2"|d2区|records of d2/)
    expect(texts.filter((text) => text.includes('records of d1'))).toHaveLength(1)
    expect(readFileSync(join(out, 'rows', 'ledger', 'events.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(10)
    expect(existsSync(`${out}.partial`)).toBe(false)
  })

  test('what an export that broke off has left is not in the next one', async () => {
    mkdirSync(`${out}.partial`)
    appendFileSync(join(`${out}.partial`, 'left'), 'of before')
    expect(await district('export', 'd1', '--to', out)).toMatchObject({ error: '', code: 0 })
    expect(readdirSync(out)).not.toContain('left')
    expect(existsSync(`${out}.partial`)).toBe(false)
  })

  test('nothing of which records lie on shards that the configuration does not name: copies here are of some of them', async () => {
    const catalog = new DatabaseSync(join(data, 'records.sqlite'))
    catalog.exec(`INSERT INTO record_files
      VALUES ('d2', 'ratings', 'current', '2021-05', 'x', 1, 1, '[]', 'i1', 'b1', '[1]')`)
    catalog.close()
    const exported = await district('export', 'd1', '--to', out)
    await district('suspend', 'd1')
    const removed = await district('remove', 'd1', '--without-export', '--confirm', 'd1区', '--by', '王某')
    for (const { error } of [exported, removed]) expect(error).toContain('recordShards')
    expect(existsSync(out)).toBe(false)
  })

  test('nothing is written over', async () => {
    await district('export', 'd1', '--to', out)
    expect((await district('export', 'd2', '--to', out)).code).not.toBe(0)
  })
})

async function suspendedAndExported(): Promise<string> {
  await district('suspend', 'd1')
  await district('export', 'd1', '--to', out)
  const asked = await district('remove', 'd1', '--export', out)
  return /--confirm (\S+)/.exec(asked.output)?.[1] ?? ''
}

describe('removed', () => {
  test('a district is gone from everywhere; another’s rows and files, and all that guards them, are byte for byte as before', async () => {
    const word = await suspendedAndExported()
    const before = everything('d1')
    const told = await district('remove', 'd1', '--export', out, '--confirm', word, '--by', '运维王某')
    expect(told).toMatchObject({ code: 0, error: '' })
    const after = everything(null)
    for (const [place, held] of before)
      if (place !== 'people.sqlite removed_tenant') expect([place, after.get(place)]).toEqual([place, held])
    expect([...after.keys()].filter((place) => !before.has(place))).toEqual([])
    const ledger = new DatabaseSync(join(data, 'ledger.sqlite'))
    expect(() => ledger.prepare(`DELETE FROM events WHERE tenant_id = 'd2'`).run()).toThrow()
    ledger.close()
    const list = (await district('list')).output
    expect(list).toMatch(/d1 {2}d1区 {2}已移除（运维王某，2022-02-01T09:00:00\+08:00，导出的摘要 [0-9a-f]{64}）/)
    expect((await district('add', 'd1', '--name', '又一个')).error).toContain('tenant-removed')
    expect((await runHere(['check', '--data', data])).code).toBe(0)
  }, 60_000)

  test('without an export it must be said, and the word is the name', async () => {
    await district('suspend', 'd1')
    expect((await district('remove', 'd1')).error).toContain('export-unnamed')
    expect((await district('remove', 'd1', '--without-export')).output).toContain('--confirm d1区')
    expect((await district('remove', 'd1', '--without-export', '--confirm', 'd1区', '--by', '王某')).code).toBe(0)
    expect((await district('list')).output).toContain('没有导出')
  })

  test.each<[title: string, prepare: () => Promise<readonly string[]>, code: string]>([
    ['one that is in use', async () => ['--without-export'], 'tenant-active'],
    [
      'by a wrong word',
      async () => (await suspendedAndExported(), ['--export', out, '--confirm', 'x', '--by', '王']),
      'confirm-wrong',
    ],
    ['by nobody', async () => ['--export', out, '--confirm', await suspendedAndExported()], 'by-missing'],
    [
      'with a spoiled export',
      async () => {
        await suspendedAndExported()
        appendFileSync(join(out, 'rows', 'ledger', 'events.jsonl'), ' ')
        return ['--export', out]
      },
      'export-damaged',
    ],
    [
      'with the export of another',
      async () => {
        await district('suspend', 'd1')
        await district('export', 'd2', '--to', out)
        return ['--export', out]
      },
      'export-of-other',
    ],
    [
      'after something was done since',
      async () => {
        await suspendedAndExported()
        await district('rename', 'd1', '另一个名称')
        return ['--export', out]
      },
      'export-stale',
    ],
  ])('not %s, and nothing has changed', async (_title, prepare, code) => {
    const given = await prepare()
    const before = everything(null)
    expect((await district('remove', 'd1', ...given)).error).toContain(`[${code}]`)
    expect(everything(null)).toEqual(before)
  })

  test('not while some of its records may lie on shards that a move had begun to fill', async () => {
    await district('suspend', 'd1')
    const catalog = new DatabaseSync(join(data, 'records.sqlite'))
    const begun = (of: string) =>
      catalog.exec(
        `INSERT INTO record_batches VALUES ('${of}', 'b-${of}', 'ratings', 'current', '2021-05', 'x', '', NULL, 2)`,
      )
    const remove = () => district('remove', 'd1', '--without-export', '--confirm', 'd1区', '--by', '王某')
    begun('d1')
    expect((await remove()).error).toContain('records-moving')
    catalog.exec(`DELETE FROM record_batches`)
    begun('d2')
    catalog.close()
    expect((await remove()).code).toBe(0)
  })

  test('while a server holds the folder it waits for that to stop', async () => {
    const word = await suspendedAndExported()
    const held = kept(takeDataFolder(data))
    const refused = await district('remove', 'd1', '--export', out, '--confirm', word, '--by', '王某')
    held.release()
    expect(refused.error).toContain('store-busy')
    const done = await district('remove', 'd1', '--export', out, '--confirm', word, '--by', '王某')
    expect(done.code).toBe(0)
  })
})
