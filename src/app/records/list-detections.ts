import type { Detection } from '../../core/detection/detection.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { RubricId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { AdoptedDetection } from '../ports/detection-archive.ts'
import { rubricNamed } from './adopt-detections.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** `detection` is null where a later version of the program no longer reads the file: it is then shown and not run. */
export interface ListedDetection extends AdoptedDetection {
  readonly detection: Detection | null
}

/** The version that holds of each, with its parameters and where they come from. */
export async function listDetections(
  desk: Pick<RecordsDesk, 'detections' | 'office'>,
  actor: Actor,
  rubricId: RubricId,
): Promise<AtDesk<readonly ListedDetection[]>> {
  if (!may(actor, 'detection.read', null)) return refuseAtDesk('not-permitted')
  const rubric = await rubricNamed(desk, actor, rubricId)
  if (!rubric.ok) return rubric
  const adopted = await desk.detections.detections(actor.tenantId, rubricId)
  return adopted.ok ? accepted(adopted.value.map(readAgain)) : adopted
}

function readAgain(adopted: AdoptedDetection): ListedDetection {
  const read = parseDetection(adopted.name, adopted.text)
  return { ...adopted, detection: read.ok ? read.detection : null }
}
