import type { Kept, RecordRow } from '../../app/ports/record-store.ts'
import { storeFault } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet, DataSetName } from '../../core/records/data-set.ts'
import { dataSet, findDataSet } from '../../core/records/data-sets.ts'
import { rowsOf } from './duckdb-rows.ts'
import { unlessImportFails } from './importing/import-faults.ts'
import type { RecordFile } from './record-files.ts'
import type { RecordRoom } from './record-room.ts'
import { recordRow } from './record-row.ts'
import { literal, tableColumns } from './stored-columns.ts'
import { withDuckDb } from './with-duckdb.ts'
import { verifiedFiles } from './verified-files.ts'

export interface RecordVersions {
  readonly versions: (tenantId: TenantId, name: DataSetName, recordKey: string) => Promise<Kept<readonly RecordRow[]>>
  readonly record: (tenantId: TenantId, recordRef: string) => Promise<Kept<RecordRow | null>>
}

/** Single records with all that they were, from current files and those that imports replaced. */
export function recordVersions(room: RecordRoom): RecordVersions {
  const verified = verifiedFiles()

  const read = async (tenantId: TenantId, set: DataSet, key: RecordKey, also: string): Promise<Kept<RecordRow[]>> => {
    const { catalog, folders, memoryMegabytes } = room
    return unlessImportFails({ root: folders.root, memoryMegabytes, signal: null }, async () => {
      const held = await catalog.files(tenantId)
      if (!held.ok) return held
      const files = held.value.filter((file) => file.dataSet === set.name && mayHold(file, key))
      if (files.length === 0) return accepted([])
      const paths = files.map((file) => folders.file(tenantId, file))
      for (const [at, path] of paths.entries()) {
        const flaw = await verified.flawOf(path, files[at]?.digest ?? '')
        if (flaw !== null)
          return storeFault('store-corrupted', path, flaw === 'missing' ? '没有这个文件' : '内容与摘要不符')
      }
      const rows = await withDuckDb(room, (duckDb) =>
        duckDb.on(null, (connection) =>
          rowsOf(
            connection,
            `SELECT ${tableColumns(set)} FROM read_parquet([${paths.map(literal).join(', ')}])
           WHERE source = ${literal(key.source)} AND record_id = ${literal(key.recordId)} ${also} ORDER BY version`,
          ),
        ),
      )
      return accepted(rows.map(recordRow))
    })
  }
  return {
    versions: async (tenantId, name, recordKey) => {
      const key = keyOf(recordKey)
      return key === null ? accepted([]) : read(tenantId, dataSet(name), key, '')
    },
    record: async (tenantId, recordRef) => {
      const [, name = '', recordKey = '', version = ''] = /^([^/]+)\/(.+)@(\d{1,9})$/su.exec(recordRef) ?? []
      const [set, key] = [findDataSet(name), keyOf(recordKey)]
      if (set === null || key === null) return accepted(null)
      const found = await read(tenantId, set, key, `AND version = ${version}`)
      return found.ok ? accepted(found.value[0] ?? null) : found
    },
  }
}

interface RecordKey {
  readonly source: string
  readonly recordId: string
}

/** A source has no stroke, an id may have many. */
function keyOf(recordKey: string): RecordKey | null {
  const at = recordKey.indexOf('/')
  if (at < 1 || recordKey.includes('\0')) return null
  return { source: recordKey.slice(0, at), recordId: recordKey.slice(at + 1) }
}

function mayHold({ sources }: RecordFile, { source, recordId }: RecordKey): boolean {
  const id = Buffer.from(recordId)
  return sources.some(
    (span) =>
      span.source === source &&
      Buffer.compare(Buffer.from(span.first), id) <= 0 &&
      Buffer.compare(id, Buffer.from(span.last)) <= 0,
  )
}
