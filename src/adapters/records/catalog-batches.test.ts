import { expect, test } from 'vitest'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id, type TenantId } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { command } from '../sql/sql-database.ts'
import { openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { catalogBatches, refuseElsewhere } from './catalog-batches.ts'
import { CATALOG_MIGRATIONS } from './catalog-migrations.ts'
import { catalogPlacings } from './catalog-placings.ts'
import { openCatalog } from './catalog.ts'

const { newPath, opened } = databaseFiles()
const catalog = () => opened(openSqliteSql(newPath(), CATALOG_MIGRATIONS))

const east = id<TenantId>('east')
const [begun, later] = [timestamp('2021-03-01T09:00:00+08:00'), timestamp('2021-03-09T09:00:00+08:00')]
const MONTH = { dataSet: 'ratings', part: 'current', month: '2021-02' } as const

test('what was left on other servers is not swept by a node that does not ask them, which would find none and forget it', async () => {
  const batches = catalogBatches(catalog())
  for (const shards of [2, 3])
    valueOf(await batches.begin(east, [{ ...MONTH, digest: 'x', id: `on-${shards}` }], begun, shards))
  const left = async (shards: number) => valueOf(await batches.left(east, later, shards)).map(({ id: batch }) => batch)
  expect([await left(2), await left(3)]).toEqual([['on-2'], ['on-3']])
  expect([valueOf(await batches.elsewhere(east, 2)), valueOf(await batches.elsewhere(id('west'), 2))]).toEqual([1, 0])
})

test.each<[title: string, shards: number, name: string, isRefused: boolean]>([
  ['as it was settled', 2, 'mingheng', false],
  ['with fewer shards', 1, 'mingheng', true],
  ['with another database', 2, 'other', true],
])(
  'an installation that is configured %s is looked for where its records lie, or not at all',
  async (_title, shards, name, isRefused) => {
    const database = catalog()
    expect(valueOf(await refuseElsewhere(database, shards, name))).toBeNull()
    valueOf(await catalogBatches(database).settle(2, 'mingheng'))
    expect((await refuseElsewhere(database, shards, name)).ok).toBe(!isRefused)
  },
)

test('a file that comes back to a folder under a name that was there before is not swept', async () => {
  const database = catalog()
  const insert = command(
    `INSERT INTO record_files (tenant_id, data_set, part, month, digest, bytes, records, sources, import_id)
     VALUES ('east', 'ratings', 'current', '2021-02', 'now', 1, 1, '[]', 'i1')`,
  )
  const gone = command(`INSERT INTO record_files_gone VALUES ('east', 'ratings', 'current', '2021-02', 'before', ?)`)
  valueOf(await database.ask(async (sql) => [await sql.run(insert), await sql.run(gone, begun)]))
  const files = openCatalog(database)
  const [file] = valueOf(await files.files(east))
  if (file === undefined) throw new Error('no file')
  const renamed = { tenantId: east, file, seal: { digest: 'before', bytes: 2 } }
  valueOf(await catalogPlacings(database).switchToFolder([renamed], later))
  expect(valueOf(await files.files(east))).toMatchObject([{ digest: 'before', bytes: 2 }])
  expect(valueOf(await files.goneFiles(east, later))).toEqual([])
})
