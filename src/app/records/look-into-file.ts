import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import type { FileLook, ImportReport } from '../ports/record-store.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'
import { ownRecordFile } from './upload-records.ts'

/** What a file is, and how often its very content was imported before. */
export interface LookedFile extends FileLook {
  readonly imported: readonly ImportReport[]
}

export async function lookIntoFile(
  desk: Pick<RecordsDesk, 'uploads' | 'records'>,
  actor: Actor,
  fileId: UploadId,
): Promise<AtDesk<LookedFile>> {
  const located = await ownRecordFile(desk, actor, fileId)
  if (!located.ok) return located
  const looked = await desk.records.look(located.value)
  if (!looked.ok) return looked
  const reports = await desk.records.imports(actor.tenantId)
  if (!reports.ok) return reports
  const imported = reports.value.filter(({ fileDigest }) => fileDigest === looked.value.digest)
  return accepted({ ...looked.value, imported })
}
