import { rm } from 'node:fs/promises'
import { storeFault } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { corruption } from '../sql/corruption.ts'
import { rowsOf } from './duckdb-rows.ts'
import type { MonthShelf } from './month-shelf.ts'
import type { RecordRoom } from './record-room.ts'
import { recordRow } from './record-row.ts'
import { sealOf } from './seal-file.ts'
import { literal, storedRows, tableColumns } from './stored-columns.ts'
import { verifiedFiles } from './verified-files.ts'
import { withDuckDb } from './with-duckdb.ts'

/** Months as the files that imports wrote: they are where they are needed. */
export function folderShelf(room: Pick<RecordRoom, 'folders' | 'memoryMegabytes' | 'threads'>): MonthShelf {
  const { folders } = room
  const verified = verifiedFiles()
  return {
    bring: async ({ tenantId }, files, isWhole) => {
      const left = isWhole ? [...files] : []
      const check = async (): Promise<void> => {
        for (let file = left.pop(); file !== undefined; file = left.pop()) {
          const path = folders.file(tenantId, file)
          if ((await sealOf(path)).digest !== file.digest) throw corruption(path)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, check))
      return accepted(null)
    },
    put: async (_place, files) => accepted(files),
    versions: async (tenantId, set, files, { source, recordId, version }) => {
      const paths = files.map((file) => folders.file(tenantId, file))
      for (const [at, path] of paths.entries()) {
        const flaw = await verified.flawOf(path, files[at]?.digest ?? '')
        if (flaw !== null)
          return storeFault('store-corrupted', path, flaw === 'missing' ? '没有这个文件' : '内容与摘要不符')
      }
      const only = version === null ? '' : `AND version = ${version}`
      const rows = await withDuckDb(room, (duckDb) =>
        duckDb.on(null, (connection) =>
          rowsOf(
            connection,
            `SELECT ${tableColumns(set)} FROM ${storedRows(set, paths)}
             WHERE source = ${literal(source)} AND record_id = ${literal(recordId)} ${only} ORDER BY version`,
          ),
        ),
      )
      return accepted(rows.map(recordRow))
    },
    dueTenants: async () => accepted([]),
    forget: async (tenantId, gone) => {
      for (const place of gone) await rm(folders.file(tenantId, place), { force: true })
      return accepted(null)
    },
  }
}

/** Node has four threads for files. */
const AT_ONCE = 4
