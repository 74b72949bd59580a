import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { ImportAsked, Kept, Watch } from '../../../app/ports/record-store.ts'
import type { TenantId } from '../../../core/kernel/identifiers.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { checkHeader, checkProfile } from '../../../core/records/check-profile.ts'
import { dataSet } from '../../../core/records/data-sets.ts'
import { isErrorHeader } from '../../../core/records/error-columns.ts'
import { prepareFile } from '../incoming/prepare-file.ts'
import type { PreparedFile } from '../incoming/prepared-file.ts'
import type { RecordRoom } from '../record-room.ts'
import { withDuckDb } from '../with-duckdb.ts'
import { correctionSource, type Correction } from './correction-source.ts'
import { unlessImportFails } from './import-faults.ts'
import type { ImportJob } from './import-job.ts'
import { removeUnlisted } from './remove-unlisted.ts'
import { sourceSql } from './source-sql.ts'

export interface OpenJob {
  readonly job: ImportJob
  readonly prepared: PreparedFile
  /** Where the file is an error file that comes back. */
  readonly correction: Correction | null
}

/** Prepares a file and gives `work` all that it needs, in a DuckDB and a folder of its own, which are gone afterwards. */
export async function withJob<Value>(
  room: RecordRoom,
  tenantId: TenantId,
  asked: ImportAsked,
  watch: Watch,
  work: (open: OpenJob) => Promise<Kept<Value>>,
): Promise<Kept<Value>> {
  const [wrong] = checkProfile(asked.profile)
  if (wrong) return refusedRecords('profile-wrong', wrong.message)
  const { folders, memoryMegabytes } = room
  const made = new Set<string>()
  return unlessImportFails({ root: folders.root, memoryMegabytes, signal: watch.signal }, async () => {
    try {
      return await withDuckDb(room, async (duckDb, folder) => {
        const prepared = await prepareFile(asked.path, asked.fileName, folder, watch)
        if (!prepared.ok) return prepared
        return duckDb.on(watch.signal, async (connection) => {
          await connection.run('CREATE SCHEMA job')
          await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false')
          const given = sourceSql(prepared.value)
          const correction = isErrorHeader(given.header)
            ? await correctionSource(room, tenantId, { connection, folder }, given, asked.fileName)
            : accepted(null)
          if (!correction.ok) return correction
          const source = correction.value?.source ?? given
          const header = headerRefusal(asked, source.header)
          if (header !== null) return header
          const { digest, bytes } = prepared.value.look
          const set = dataSet(asked.profile.dataSet)
          const on = { centers: new Set(asked.centers), line: asked.line }
          const own = { room, tenantId, set, asked, on, source, digest, bytes, duckDb, connection, folder, made, watch }
          return work({ job: own, prepared: prepared.value, correction: correction.value })
        })
      })
    } finally {
      await removeUnlisted(room, tenantId, made)
    }
  })
}

function headerRefusal(
  { profile }: ImportAsked,
  header: readonly string[],
): Extract<Kept<never>, { ok: false }> | null {
  const { missing, unknown } = checkHeader(profile, header)
  const [first] = missing
  if (first) return refusedRecords('column-missing', first.column, first.field)
  return unknown.length > 0 ? refusedRecords('column-unknown', unknown.join('、')) : null
}
