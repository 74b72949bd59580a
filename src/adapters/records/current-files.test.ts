import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { recordHouse, type RecordHouse } from '../../../test/fixtures/kept-records.ts'
import type { SqlDatabase } from '../sql/sql-database.ts'
import { openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { openCatalog } from './catalog.ts'
import { currentFiles } from './current-files.ts'
import { recordFolders } from './record-files.ts'

let house: RecordHouse
let database: SqlDatabase
beforeEach(() => {
  house = recordHouse()
  database = valueOf(openSqliteSql(join(house.folder, 'records.sqlite'), CATALOG_MIGRATIONS))
})
afterEach(async () => {
  await database.close()
  house.leave()
})

const patient = new AbortController().signal

const article = (title: string) => ({ articles: [{ center_id: 'a', title, submitted_on: '2021-03-01' }] })
const opened = () =>
  currentFiles({ catalog: openCatalog(database), folders: recordFolders(join(house.folder, 'records')) })

test('a file that an import replaced and removed has changed, and is no damage', async () => {
  const [old] = await house.keep(article('甲'))
  const files = opened()
  const held = valueOf(await files.list(house.tenantId))
  expect(held.map(({ path }) => path)).toEqual([old?.path])
  await house.keep(article('乙'))
  rmSync(old?.path ?? '')
  expect(await files.flaw(house.tenantId, held, patient)).toBe('changed')
  expect(await files.flaw(house.tenantId, valueOf(await files.list(house.tenantId)), patient)).toBeNull()
})

test('a file that is there again is sound again', async () => {
  const [file] = await house.keep(article('甲'))
  const path = file?.path ?? ''
  const files = opened()
  const held = valueOf(await files.list(house.tenantId))
  renameSync(path, `${path}.away`)
  expect(await files.flaw(house.tenantId, held, patient)).toMatchObject({ refusal: { code: 'store-corrupted' } })
  renameSync(`${path}.away`, path)
  expect(await files.flaw(house.tenantId, held, patient)).toBeNull()
})

test('reading many files ends between two of them when it is told to', async () => {
  await house.keep(article('甲'))
  const files = opened()
  const held = valueOf(await files.list(house.tenantId))
  await expect(files.flaw(house.tenantId, held, AbortSignal.abort())).rejects.toThrow('aborted')
})
