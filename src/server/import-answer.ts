import type { Digest } from '../core/ledger/chain.ts'
import type { ImportReport } from '../app/ports/record-store.ts'
import type { JobEnd } from '../app/ports/job-store.ts'
import { endedWords } from '../app/records/ended-words.ts'
import type { ImportView } from '../app/records/import-view.ts'
import type { JobProgress } from '../app/records/open-jobs.ts'

export function importAnswer({ standing, ...view }: ImportView) {
  return { ...view, standing: standingAnswer(standing) }
}

function standingAnswer(standing: JobProgress | JobEnd) {
  switch (standing.state) {
    case 'waiting':
    case 'running':
      return standing
    case 'imported':
      return { ...standing, report: reportAnswer(standing.report), message: endedWords(standing, 'import') }
    case 'ran':
      throw new Error('a run of detections is no import')
    case 'faulty':
    case 'refused':
    case 'cancelled':
    case 'interrupted':
      return { ...standing, message: endedWords(standing, 'import') }
  }
}

export function reportAnswer(report: ImportReport) {
  return { ...report, fileDigest: report.fileDigest as Digest, months: [...report.months] }
}
