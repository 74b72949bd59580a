import { startImport } from '../../api/routes/start-import.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { startImport as startedBy } from '../../app/records/start-import.ts'
import { importAnswer } from '../import-answer.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const startImportRoute = route(startImport, async ({ body, asker }, { records }) => {
  const { fileId, profileId } = body
  const started = await startedBy(records, asker.actor, { fileId: fileId as UploadId, profileId })
  return replied(started, (view) => answer(importAnswer(view)))
})
