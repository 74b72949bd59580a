import { DatabaseSync } from '@photostructure/sqlite'
import type { AppendBatch } from '../../src/app/ports/ledger-store.ts'
import { east, year } from '../fixtures/ledger-batches.ts'

/**
 * The same bytes (the events and the batch's key) with the same durability, and nothing else: one table, one prepared insert,
 * a commit for each batch; nothing looked up, checked or linked.
 */
export function bareInserts(path: string): (batches: readonly AppendBatch[]) => void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(`CREATE TABLE events (tenant_id TEXT, assessment_id TEXT, seq INTEGER PRIMARY KEY, body TEXT,
    body_digest TEXT, previous TEXT, digest TEXT, key TEXT, request TEXT)`)
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  return (batches) => {
    for (const { entries, key } of batches) {
      if (entries.length > 1) database.exec('BEGIN')
      for (const [at, { seq, body, bodyDigest, previous, digest }] of entries.entries()) {
        const own = at === 0 ? key : { key: null, request: null }
        insert.run(east, year, seq, body, bodyDigest, previous, digest, own.key, own.request)
      }
      if (entries.length > 1) database.exec('COMMIT')
    }
  }
}
