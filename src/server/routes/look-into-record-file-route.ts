import { lookIntoRecordFile } from '../../api/routes/look-into-record-file.ts'
import type { UploadId } from '../../app/ports/evidence-store.ts'
import { lookIntoFile } from '../../app/records/look-into-file.ts'
import { reportAnswer } from '../import-answer.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const lookIntoRecordFileRoute = route(lookIntoRecordFile, async ({ params, asker }, { records }) =>
  replied(
    await lookIntoFile(records, asker.actor, params.fileId as UploadId),
    ({ header, sample, imported, ...look }) =>
      answer({
        ...look,
        header: [...header],
        sample: sample.map((row) => [...row]),
        imported: imported.map(reportAnswer),
      }),
  ),
)
