import { adoptDetections } from '../../api/routes/adopt-detections.ts'
import { adoptDetections as adoptedBy, type FileFault } from '../../app/records/adopt-detections.ts'
import { answer, route } from '../route.ts'

/** As many faults are told as a problem holds; the sentence says how many there are. */
const MOST_ERRORS = 20

export const adoptDetectionsRoute = route(adoptDetections, async ({ params, body, asker }, { records }) => {
  const adopted = await adoptedBy(records, asker.actor, params.rubricId, body.detections)
  if (adopted.ok) return answer({ adopted: adopted.value.map(({ name }) => name) })
  const { faults, ...refusal } = adopted.refusal
  return {
    ok: false,
    refusal: { ...refusal, ...(faults ? { errors: faults.slice(0, MOST_ERRORS).map(errorOf) } : {}) },
  }
})

function errorOf({ file, line, message }: FileFault) {
  return { place: line === null ? file : `${file}:${line}`, expected: message, found: '' }
}
