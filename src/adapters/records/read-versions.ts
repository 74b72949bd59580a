import type { Kept, RecordRow } from '../../app/ports/record-store.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { DataSet, DataSetName } from '../../core/records/data-set.ts'
import { dataSet, findDataSet } from '../../core/records/data-sets.ts'
import { unlessImportFails } from './importing/import-faults.ts'
import type { RecordKey } from './month-shelf.ts'
import type { RecordFile } from './record-files.ts'
import type { RecordRoom } from './record-room.ts'

export interface RecordVersions {
  readonly versions: (tenantId: TenantId, name: DataSetName, recordKey: string) => Promise<Kept<readonly RecordRow[]>>
  readonly record: (tenantId: TenantId, recordRef: string) => Promise<Kept<RecordRow | null>>
}

/** Single records with all that they were, of what holds and of what imports replaced. */
export function recordVersions(room: RecordRoom): RecordVersions {
  const read = async (tenantId: TenantId, set: DataSet, key: RecordKey): Promise<Kept<readonly RecordRow[]>> => {
    const { catalog, folders, memoryMegabytes, shelf } = room
    return unlessImportFails({ root: folders.root, memoryMegabytes, signal: null }, async () => {
      const held = await catalog.files(tenantId)
      if (!held.ok) return held
      const files = held.value.filter((file) => file.dataSet === set.name && mayHold(file, key))
      return files.length === 0 ? accepted([]) : shelf.versions(tenantId, set, files, key)
    })
  }
  return {
    versions: async (tenantId, name, recordKey) => {
      const key = keyOf(recordKey, null)
      return key === null ? accepted([]) : read(tenantId, dataSet(name), key)
    },
    record: async (tenantId, recordRef) => {
      const [, name = '', recordKey = '', version = ''] = /^([^/]+)\/(.+)@(\d{1,9})$/su.exec(recordRef) ?? []
      const [set, key] = [findDataSet(name), keyOf(recordKey, Number(version))]
      if (set === null || key === null) return accepted(null)
      const found = await read(tenantId, set, key)
      return found.ok ? accepted(found.value[0] ?? null) : found
    },
  }
}

/** A source has no stroke, an id may have many. */
function keyOf(recordKey: string, version: number | null): RecordKey | null {
  const at = recordKey.indexOf('/')
  if (at < 1 || recordKey.includes('\0')) return null
  return { source: recordKey.slice(0, at), recordId: recordKey.slice(at + 1), version }
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
