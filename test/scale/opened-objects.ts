import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import { objectBucket } from '../../src/adapters/objects/object-bucket.ts'
import { UPLOAD_MIGRATIONS } from '../../src/adapters/objects/upload-migrations.ts'
import { sqlUploadRegister } from '../../src/adapters/objects/upload-register.ts'
import type { SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import { openSqliteSql } from '../../src/adapters/sqlite/sqlite-sql.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { makeBucket, type ObjectServerAddress } from './engines/object-server.ts'

/** Buckets of the shared server, or of another one: a new one each time, with its register in a file. */
export function openedObjects() {
  const folder = mkdtempSync(join(tmpdir(), 'mingheng-scale-objects-'))
  const closers: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const close of closers.splice(0).reverse()) await close()
    rmSync(folder, { recursive: true, force: true })
  })
  const newBucket = async (address: ObjectServerAddress = inject('objectServer')) => {
    const bucket = `t${process.pid}-${Date.now().toString(36)}-${(buckets += 1)}`
    await makeBucket(address, bucket)
    return { ...address, bucket }
  }
  /** What one node has open: nodes share bucket and database, and nothing else. */
  const node = (
    options: Awaited<ReturnType<typeof newBucket>>,
    database: SqlDatabase,
    shelf: 'evidence' | 'records',
  ) => {
    const bucket = objectBucket(options)
    closers.push(bucket.close)
    return { bucket, register: sqlUploadRegister(database, shelf), workFolder: join(folder, `node-${(nodes += 1)}`) }
  }
  const newRegister = (): SqlDatabase => {
    const database = valueOf(openSqliteSql(join(folder, `register-${(nodes += 1)}.sqlite`), UPLOAD_MIGRATIONS))
    closers.push(database.close)
    return database
  }
  return { newBucket, newRegister, node }
}

/** What a server is told, so that it puts there what people hand in. */
export function bucketSettings({
  url,
  region,
  bucket,
  keyId,
  secret,
}: ObjectServerAddress & { readonly bucket: string }) {
  return {
    MINGHENG_OBJECT_STORE_URL: url,
    MINGHENG_OBJECT_STORE_REGION: region,
    MINGHENG_OBJECT_STORE_BUCKET: bucket,
    MINGHENG_OBJECT_STORE_KEY: keyId,
    MINGHENG_OBJECT_STORE_SECRET: secret,
  }
}

let buckets = 0
let nodes = 0
