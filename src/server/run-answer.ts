import type { JobEnd } from '../app/ports/job-store.ts'
import { endedWords } from '../app/records/ended-words.ts'
import type { JobProgress } from '../app/records/open-jobs.ts'
import type { RunView } from '../app/records/run-view.ts'

export function runAnswer({ standing, detections, ...view }: RunView) {
  return {
    ...view,
    detections: detections === null ? null : [...detections],
    standing: standingAnswer(standing),
  }
}

function standingAnswer(standing: JobProgress | JobEnd) {
  switch (standing.state) {
    case 'waiting':
    case 'running':
      return standing
    case 'ran': {
      const report = { ...standing.report, detections: [...standing.report.detections] }
      return { ...standing, report, message: endedWords(standing, 'detection-run') }
    }
    case 'imported':
    case 'faulty':
      throw new Error('an import is no run of detections')
    case 'refused':
    case 'cancelled':
    case 'interrupted':
      return { ...standing, message: endedWords(standing, 'detection-run') }
  }
}
