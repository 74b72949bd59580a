import type { Detection } from '../../core/detection/detection.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { isRetired } from '../../core/ledger/retire-detection.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { AdoptedDetection } from '../ports/detection-archive.ts'
import type { AtDesk } from './desk-refusals.ts'
import type { RecordsDesk } from './records-desk.ts'

/** What is adopted for the rubric and not retired in the assessment, as it was known by a day; null: now. */
export async function detectionsInForce(
  { detections }: Pick<RecordsDesk, 'detections'>,
  tenantId: TenantId,
  { adopted, state }: Pick<LiveAssessment, 'adopted' | 'state'>,
  knownBy: PlainDate | null = null,
): Promise<AtDesk<readonly AdoptedDetection[]>> {
  const { retirements } = state
  const held = await detections.detections(tenantId, adopted.rubric.id, knownBy)
  if (!held.ok) return held
  return accepted(held.value.filter((one) => !isRetired({ retirements }, one, knownBy)))
}

/** Those of them that this version of the program can read. */
export function readable(texts: readonly AdoptedDetection[]): readonly Detection[] {
  return texts.flatMap(({ name, text }) => {
    const read = parseDetection(name, text)
    return read.ok ? [read.detection] : []
  })
}
