import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { openClickRecords, type ClickRecordsOptions } from '../../src/adapters/clickhouse/open-click-records.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import type { OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import type { SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { valueOf } from '../fixtures/people-house.ts'

export interface OpenedCluster {
  readonly store: OpenRecords
  /** Of its tables on every shard. */
  readonly database: string
  readonly folder: string
  readonly catalog: SqlDatabase
}

/** Stores on the shards that all files share, or on others; a database of their own each, all gone after the file. */
export function openedClusters() {
  const root = mkdtempSync(join(tmpdir(), 'mingheng-cluster-'))
  const opened: OpenedCluster[] = []
  const catalogs = new Set<SqlDatabase>()
  afterAll(async () => {
    for (const { store } of opened) store.close()
    for (const catalog of catalogs) await catalog.close()
    for (const { database } of opened) {
      for (const url of inject('clickHouseUrls')) await told(url, `DROP DATABASE IF EXISTS ${database}`)
    }
    rmSync(root, { recursive: true })
  })
  const open = async (more: Partial<ClickRecordsOptions> & { readonly urls?: readonly string[] } = {}) => {
    const folder = more.folder ?? join(root, String(opened.length))
    const database = more.database ?? newDatabase()
    const catalog = more.catalog ?? valueOf(openSqliteSql(`${folder}.sqlite`, CATALOG_MIGRATIONS))
    const urls = more.urls ?? inject('clickHouseUrls')
    const store = valueOf(
      await openClickRecords({
        turns: null,
        memoryMegabytes: 300,
        threads: 2,
        shards: urls.map((shard) => ({ urls: shard.split('|'), user: 'default', password: '', database })),
        ...more,
        folder,
        catalog,
        database,
      }),
    )
    catalogs.add(catalog)
    const cluster: OpenedCluster = { store, database, folder, catalog }
    opened.push(cluster)
    return cluster
  }
  return { root, open, newDatabase }
}

function newDatabase(): string {
  return `t${process.pid}_${Date.now().toString(36)}_${(databases += 1)}`
}

let databases = 0

/** What a shard answers to one statement, as text. */
export async function told(url: string, sql: string, database = ''): Promise<string> {
  const answer = await fetch(database === '' ? url : `${url}/?database=${database}`, { method: 'POST', body: sql })
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text.trim()
}
