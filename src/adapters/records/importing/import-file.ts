import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { ImportOutcome, ImportReport, ImportStamp, Kept, RecordStore } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import type { Recounted } from '../record-files.ts'
import type { RecordRoom } from '../record-room.ts'
import { checkFile, type CheckedFile } from './check-file.ts'
import { compareHeld } from './compare-held.ts'
import { refusedDraft } from './keep-refused.ts'
import { recount } from './recount.ts'
import { withJob, type OpenJob } from './with-job.ts'
import { writeMonths } from './write-months.ts'

/** All rows of a file or none: checked, compared with what is held, written beside it, and listed in one transaction. */
export function importFile(room: RecordRoom): RecordStore['importFile'] {
  return (tenantId, asked, stamp, watch) =>
    room.inTurn(tenantId, () =>
      withJob(room, tenantId, asked, watch, async (open) => {
        const draft = await refusedDraft(stamp.importId, open.job.folder, open.job.source.header)
        try {
          const checked = await checkFile(open.job, open.prepared, draft.sink)
          if (!checked.ok) return checked
          if (draft.sink.count() === 0) return await take(open, checked.value, stamp)
          const { importId, at } = stamp
          const firstId = open.correction?.firstId ?? importId
          // The catalog first: a sweep finds by it what a node has kept that is killed here.
          const noted = await room.catalog.refuse(tenantId, { importId, firstId, refusedAt: at })
          if (!noted.ok) return noted
          const kept = await draft.keep(checked.value.job)
          if (!kept.ok) return kept
          return accepted<ImportOutcome>({
            kind: 'faulty',
            rows: checked.value.rows,
            faulty: draft.sink.count(),
            faults: draft.sink.faults(),
            errorFile: kept.value,
          })
        } finally {
          await draft.discard()
        }
      }),
    )
}

async function take(
  { correction }: OpenJob,
  { job, rows, collapsed }: CheckedFile,
  { importId, by, at }: ImportStamp,
): Promise<Kept<ImportOutcome>> {
  const { room, tenantId, set, asked, watch, digest } = job
  const after = await room.catalog.count(tenantId)
  if (!after.ok) return after
  const recounted = await recount(job, asked.line)
  if (!recounted.ok) return recounted
  const { files, pairs } = recounted.value
  const held = files.filter(({ dataSet }) => dataSet === set.name)
  watch.onProgress({ step: 'comparing', done: 0, total: rows, unit: 'rows' })
  const compared = await compareHeld(job, held)
  if (!compared.ok) return compared
  const comparison = compared.value
  // What is held was read after `count`: another import in between is found out by `commit`, on whichever node.
  const [all, most] = [files.reduce((sum, { records }) => sum + records, 0), asked.mostRecords ?? null]
  if (most !== null && comparison.added > 0 && all + comparison.added > most)
    return refusedRecords('records-quota-full', all, most, comparison.added)
  const wrote = await writeMonths(job, held, comparison)
  if (!wrote.ok) return wrote
  const written = wrote.value
  const report: ImportReport = {
    importId,
    fileName: asked.fileName,
    fileDigest: digest,
    profileId: asked.profile.id,
    dataSet: set.name,
    source: asked.profile.source,
    by,
    at,
    rows,
    added: comparison.added,
    corrected: comparison.corrected,
    unchanged: comparison.unchanged + collapsed,
    leftOut: correction?.leftOut ?? 0,
    months: written.months,
    calendarVersion: asked.line.version,
  }
  if (watch.signal?.aborted === true) return refusedRecords('import-stopped')
  // What was counted anew and then written anew was never listed: its place is that of the file before it.
  const isRewritten = ({ to }: Recounted) => written.gone.includes(to)
  const gone = written.gone.map((file) => pairs.find(({ to }) => to === file)?.from ?? file)
  const kept = pairs.filter((pair) => !isRewritten(pair))
  const put = await room.shelf.put(job, [...written.come, ...kept.map(({ to }) => to)], at)
  if (!put.ok) return put
  const come = put.value.slice(0, written.come.length)
  const recountedFiles = kept.map(({ from, to }, n) => ({ from, to: put.value[come.length + n] ?? to }))
  const corrects = correction?.firstId ?? null
  const refused = await room.catalog.refused(tenantId)
  if (!refused.ok) return refused
  const swap = { report, at, gone, come, recounted: recountedFiles, line: asked.line, corrects, after: after.value }
  const committed = await room.catalog.commit(tenantId, swap)
  if (!committed.ok) return committed
  for (const { importId: goodNow } of refused.value.filter(({ firstId }) => firstId === corrects))
    // The import holds: what cannot be removed now is swept later.
    await room.refused.remove(tenantId, goodNow).catch(() => undefined)
  return accepted({ kind: 'imported', report })
}
