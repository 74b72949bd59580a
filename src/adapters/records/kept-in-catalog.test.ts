import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { detectionArchiveConforms } from '../../../test/conformance/detection-archive.ts'
import { profileStoreConforms } from '../../../test/conformance/profile-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { memoryDetections } from './memory-detections.ts'
import { memoryProfiles } from './memory-profiles.ts'
import { sqliteDetections } from './sqlite-detections.ts'
import { sqliteProfiles } from './sqlite-profiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-catalog-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function opened() {
  const database = valueOf(openDatabase(join(folder, `${(files += 1)}.sqlite`), CATALOG_MIGRATIONS))
  closing.push(database.close)
  return database
}

profileStoreConforms('memory', async () => memoryProfiles())
profileStoreConforms('SQLite', async () => sqliteProfiles(opened()))
detectionArchiveConforms('memory', async () => memoryDetections())
detectionArchiveConforms('SQLite', async () => sqliteDetections(opened()))

test('a batch of detections is adopted whole or not at all', async () => {
  const database = opened()
  const archive = sqliteDetections(database)
  const at = timestamp('2021-03-01T09:00:00+08:00')
  const good = { name: 'a', text: '1', by: id<never>('p1'), at }
  const missing: unknown = { ...good, name: 'b', text: undefined }
  await expect(archive.adopt(id('d1'), id('r1'), [good, missing as typeof good])).rejects.toThrow(
    'not a value to store',
  )
  expect(valueOf(await archive.detections(id('d1'), id('r1')))).toEqual([])
})

test('a profile that is no JSON any more is a damaged store', async () => {
  const database = opened()
  database.connection.exec(
    `INSERT INTO import_profiles VALUES ('d1', 'a', 1, '{"id":', 'p1', '2021-03-01T09:00:00+08:00')`,
  )
  expect(await sqliteProfiles(database).profiles(id('d1'))).toMatchObject({
    ok: false,
    refusal: { code: 'store-corrupted' },
  })
})
