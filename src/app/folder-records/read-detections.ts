import { checkDetection } from '../../core/detection/check-detection.ts'
import type { Detection } from '../../core/detection/detection.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { NoticeFolder } from '../ports/notice-archive.ts'
import { answered, failed, type Answer } from '../problem.ts'

/** The detections of a folder, each held against its rubric: the first that is wrong is told with its place. */
export function readDetections(
  { path, detections }: Pick<NoticeFolder, 'path' | 'detections'>,
  rubric: Rubric,
): Answer<readonly Detection[]> {
  const found: Detection[] = []
  for (const { name, text } of detections) {
    const read = parseDetection(name, text)
    const [fault] = read.ok ? checkDetection(read.detection, rubric) : read.faults
    if (fault) return failed({ code: 'detection-wrong', path: `${path}/detections/${name}.sql`, detail: fault.message })
    if (read.ok) found.push(read.detection)
  }
  return answered(found)
}
