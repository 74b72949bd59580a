import { storeFault, type Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { FilePlace } from './record-files.ts'
import type { RecordRoom } from './record-room.ts'
import { verifiedFiles } from './verified-files.ts'

/** A file that a query may read: what the catalog says of it, and where it lies. */
export interface HeldFile {
  readonly file: FilePlace
  readonly path: string
}

export interface CurrentFiles {
  readonly list: (tenantId: TenantId) => Promise<Stored<readonly HeldFile[]>>
  /**
   * `store-corrupted` where one of them is not what the catalog says; `changed` where an import has replaced it meanwhile;
   * null where all are sound. Throws between two files when `signal` is aborted: reading all of a large store takes seconds.
   */
  readonly flaw: (
    tenantId: TenantId,
    held: readonly HeldFile[],
    signal: AbortSignal,
  ) => Promise<Extract<Stored<never>, { ok: false }> | 'changed' | null>
  /** Files are read again before they are called sound. */
  readonly distrust: () => void
}

export function currentFiles({ catalog, folders }: Pick<RecordRoom, 'catalog' | 'folders'>): CurrentFiles {
  const verified = verifiedFiles()
  const list: CurrentFiles['list'] = async (tenantId) => {
    const places = await catalog.currentPlaces(tenantId)
    if (!places.ok) return places
    return accepted(places.value.map((file) => ({ file, path: folders.file(tenantId, file) })))
  }
  return {
    list,
    flaw: async (tenantId, held, signal) => {
      for (const { file, path } of held) {
        signal.throwIfAborted()
        const flaw = await verified.flawOf(path, file.digest)
        if (flaw === null) continue
        const now = await list(tenantId)
        if (!now.ok) return now
        if (!now.value.some((one) => one.path === path)) return 'changed'
        return storeFault('store-corrupted', path, flaw === 'missing' ? '没有这个文件' : '内容与导入时的摘要不符')
      }
      return null
    },
    distrust: verified.forget,
  }
}
