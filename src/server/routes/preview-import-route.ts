import { previewImport } from '../../api/routes/preview-import.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { previewImport as previewedBy } from '../../app/records/preview-import.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const previewImportRoute = route(previewImport, async ({ params, body, asker }, { records }) =>
  replied(
    await previewedBy(records, asker.actor, params.fileId as UploadId, body.profile),
    ({ faults, sample, ...counts }) => answer({ ...counts, faults: [...faults], sample: [...sample] }),
  ),
)
