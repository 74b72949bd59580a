import { expect, test } from 'vitest'
import { detectionArchiveConforms } from '../../../test/conformance/detection-archive.ts'
import { profileStoreConforms } from '../../../test/conformance/profile-store.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { memoryDetections } from './memory-detections.ts'
import { memoryProfiles } from './memory-profiles.ts'
import { sqlDetections } from './sql-detections.ts'
import { sqlProfiles } from './sql-profiles.ts'

const { newPath, opened } = databaseFiles()
const catalog = (path = newPath()) => opened(openSqliteSql(path, CATALOG_MIGRATIONS))

profileStoreConforms('memory', async () => memoryProfiles())
profileStoreConforms('SQLite', async () => sqlProfiles(catalog()))
detectionArchiveConforms('memory', async () => memoryDetections())
detectionArchiveConforms('SQLite', async () => sqlDetections(catalog()))

test('a batch of detections is adopted whole or not at all', async () => {
  const archive = sqlDetections(catalog())
  const at = timestamp('2021-03-01T09:00:00+08:00')
  const good = { name: 'a', text: '1', by: id<never>('p1'), at }
  const missing: unknown = { ...good, name: 'b', text: undefined }
  await expect(archive.adopt(id('d1'), id('r1'), [good, missing as typeof good])).rejects.toThrow(
    'not a value to store',
  )
  expect(valueOf(await archive.detections(id('d1'), id('r1')))).toEqual([])
})

test('a profile that is no JSON any more is a damaged store', async () => {
  const path = newPath()
  opened(openDatabase(path, CATALOG_MIGRATIONS)).connection.exec(
    `INSERT INTO import_profiles VALUES ('d1', 'a', 1, '{"id":', 'p1', '2021-03-01T09:00:00+08:00')`,
  )
  expect(await sqlProfiles(catalog(path)).profiles(id('d1'))).toMatchObject({
    ok: false,
    refusal: { code: 'store-corrupted' },
  })
})
