import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { backUp } from '../../src/adapters/data/back-up.ts'
import { copyRecords } from '../../src/adapters/data/copy-records.ts'
import { accepted, refused } from '../../src/core/kernel/outcome.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { runHere } from '../cli/run-here.ts'
import { kept } from '../fixtures/acting-office.ts'
import { dataFolder } from '../fixtures/data-folder.ts'
import { askedFor, recordHouse, type KeptFile, type RecordHouse } from '../fixtures/kept-records.ts'
import { manyRatings } from '../fixtures/many-ratings.ts'

const home = mkdtempSync(join(tmpdir(), 'mingheng-backup-records-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const FIRST = { now: '2022-02-01T09:00:00+08:00' }
const SECOND = { now: '2022-02-02T09:00:00+08:00' }

interface Kept {
  readonly data: string
  readonly backups: string
  readonly house: RecordHouse
  readonly files: readonly KeptFile[]
  readonly at: (name: string) => string
}

let number = 0
/** A data folder with records of three months, at rest. */
async function withRecords(): Promise<Kept> {
  number += 1
  const place = join(home, String(number))
  const data = join(place, 'data')
  await (await dataFolder(data)).close()
  const house = recordHouse(data)
  const files = await house.keep(manyRatings(9))
  return { data, backups: join(place, 'backups'), house, files, at: (name) => join(place, name) }
}

async function countIn(data: string): Promise<unknown> {
  const house = recordHouse(data)
  const { records, close } = await house.open()
  const sql = 'SELECT count(*) AS n FROM ratings'
  const { rows } = kept(await records.query(house.tenantId, askedFor(sql, ['ratings'])))
  close()
  return rows[0]?.[0]
}

test('records are backed up with the rest, a second backup copies the new months only, and each restores to its own', async () => {
  const { data, backups, house, at } = await withRecords()
  const first = await runHere(['backup', backups, '--data', data], FIRST)
  expect(first).toMatchObject({ code: 0, error: '' })
  expect(first.output).toContain('3 个文件，本次新抄 3 个')
  await house.keep(manyRatings(10))
  const second = await runHere(['backup', backups, '--data', data], SECOND)
  expect(second).toMatchObject({ code: 0, error: '' })
  expect(second.output).toContain('3 个文件，本次新抄 1 个')
  expect(readdirSync(backups).toSorted()).toEqual(['2022-02-01T09-00-00', '2022-02-02T09-00-00', 'records'])
  const restores: readonly (readonly [backup: string, count: number])[] = [
    [join(backups, '2022-02-01T09-00-00'), 9],
    [backups, 10],
  ]
  for (const [backup, count] of restores) {
    const target = at(`restored-${count}`)
    expect(await runHere(['restore', backup, target])).toMatchObject({ code: 0, error: '' })
    const checked = await runHere(['check', '--data', target])
    expect(checked).toMatchObject({ code: 0, error: '' })
    expect(checked.output).toContain(`${count} 条；逐个重算摘要，0 个与导入时不同，0 个没有了`)
    expect(await countIn(target)).toBe(count)
  }
})

test.each<[title: string, damage: (path: string) => void, says: string, names: string]>([
  ['that is gone', (path) => rmSync(path), '0 个与导入时不同，1 个没有了', '没有了：'],
  ['that changed', turnByte, '1 个与导入时不同，0 个没有了', '内容变了：'],
])('check tells of a file of records %s, and so does a backup', async (_title, damage, says, names) => {
  const { data, backups, files } = await withRecords()
  damage(pathOf(files, '2021-02'))
  const checked = await runHere(['check', '--data', data], { columns: 400 })
  expect(checked.code).toBe(1)
  expect(checked.output).toContain(says)
  expect(checked.output).toContain(`east 的好差评（2021-02，3 条）${names}`)
  expect(checked.output).toContain('records/east/ratings/2021-02/')
  const made = await runHere(['backup', backups, '--data', data])
  expect(made.code).toBe(1)
  expect(made.output).toContain('没有了')
})

test('a file of records that is spoiled does not spoil the backups that have it', async () => {
  const { data, backups, files, at } = await withRecords()
  expect((await runHere(['backup', backups, '--data', data], FIRST)).code).toBe(0)
  turnByte(pathOf(files, '2021-01'))
  rmSync(pathOf(files, '2021-03'))
  const again = await runHere(['backup', backups, '--data', data], SECOND)
  expect(again.code).toBe(0)
  expect(await runHere(['restore', backups, at('restored')])).toMatchObject({ code: 0, error: '' })
  expect(await countIn(at('restored'))).toBe(9)
})

test.each<[title: string, place: (backups: string) => string]>([
  ['the catalog', (backups) => join(backups, '2022-02-01T09-00-00', 'records.sqlite')],
  ['a month', (backups) => parquetIn(backups)[1] ?? ''],
])('a byte of %s turned in a backup is found, and nothing is restored', async (_title, place) => {
  const { data, backups, at } = await withRecords()
  await runHere(['backup', backups, '--data', data], FIRST)
  turnByte(place(backups))
  const restored = await runHere(['restore', backups, at('restored')])
  expect(restored).toMatchObject({ code: 1 })
  expect(restored.output).toContain('1 个不符')
  expect(existsSync(at('restored'))).toBe(false)
})

test.each<[title: string, catalog: Buffer]>([
  ['is none', Buffer.alloc(8_192, 'x')],
  ['is empty', Buffer.alloc(0)],
])('check tells of a catalog that %s, and of the rest all the same', async (_title, catalog) => {
  const { data, backups } = await withRecords()
  writeFileSync(join(data, 'records.sqlite'), catalog)
  const checked = await runHere(['check', '--data', data], { columns: 400 })
  expect(checked.code).toBe(1)
  expect(checked.output).toMatch(/不成立 +业务记录 +.*records\.sqlite”已损坏/u)
  expect(checked.output).toContain('a-2021')
  expect((await runHere(['backup', backups, '--data', data])).code).not.toBe(0)
})

test('a folder into which nothing was imported holds', async () => {
  const data = join(home, 'none')
  await (await dataFolder(data)).close()
  const checked = await runHere(['check', '--data', data])
  expect(checked).toMatchObject({ code: 0 })
  expect(checked.output).toContain('还没有导入过')
})

test('where an import went on between the catalog and its files, the catalog is copied anew', async () => {
  const { data, house, at, files } = await withRecords()
  const stale = kept(await backUp(data, at('before'), timestamp(FIRST.now), 'test'))
  await house.keep(manyRatings(10))
  rmSync(pathOf(files, '2021-01'))
  let copies = 0
  const copied = await copyRecords(data, at('backups'), stale.path, async () => {
    copies += 1
    rmSync(join(stale.path, 'records.sqlite'))
    writeFileSync(join(stale.path, 'records.sqlite'), readFileSync(join(data, 'records.sqlite')))
    return accepted(null)
  })
  expect(copies).toBe(1)
  expect(kept(copied).files).toHaveLength(3)
  for (const { path } of kept(copied).files) expect(existsSync(join(at('backups'), path))).toBe(true)
})

test('a catalog that cannot be copied again ends the backup', async () => {
  const { data, at, files } = await withRecords()
  const made = kept(await backUp(data, at('before'), timestamp(FIRST.now), 'test'))
  rmSync(pathOf(files, '2021-01'))
  const copied = await copyRecords(data, at('backups'), made.path, async () => refused('store-busy', ''))
  expect(copied).toMatchObject({ ok: false, refusal: { code: 'store-busy' } })
})

function pathOf(files: readonly KeptFile[], month: string): string {
  const file = files.find((one) => one.month === month)
  if (!file) throw new Error(`no file of ${month}`)
  return file.path
}

function parquetIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.parquet'))
    .map((name) => join(path, name))
    .toSorted()
}

function turnByte(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
