import { MOST_RECORDS } from '../../core/detection/alleged-by.ts'
import { recordsSqlAgain } from '../../core/detection/bind-parameters.ts'
import type { Detection } from '../../core/detection/detection.ts'
import { findingIdOf } from '../../core/detection/finding-id.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import { readRefs } from '../../core/detection/read-answer.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { parsePlainDate, type PlainDate } from '../../core/kernel/plain-date.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import type { SuspicionBasis } from '../../core/ledger/suspicion-fact.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { refuseAtDesk, type AtDesk } from './desk-refusals.ts'
import { districtLine } from './import-frame.ts'
import type { RecordsDesk } from './records-desk.ts'

type Asking = Pick<RecordsDesk, 'records' | 'detections' | 'office'>

/**
 * The refs of all records behind a suspicion. The ledger lists the first thousand; those of a measure with more are asked for
 * again by the very detection and parameters that raised it, over the records as they are held now.
 */
export async function recordsBehind(
  desk: Asking,
  tenantId: TenantId,
  live: LiveAssessment,
  finding: Finding,
): Promise<AtDesk<readonly string[]>> {
  const { records, basis, findingId } = finding
  const isMeasure = records.some((ref) => ref.startsWith('measure:'))
  if (records.length < MOST_RECORDS || !isMeasure || basis === null) return accepted(records)
  const detection = await detectionBehind(desk, tenantId, live, finding)
  if (!detection.ok) return detection
  const asked = questionOf(detection.value, live, finding, basis)
  if (asked === null) return refuseAtDesk('records-changed', findingId)
  const line = await districtLine(desk, tenantId)
  if (!line.ok) return line
  const { dataSets } = detection.value
  const centers = [...live.state.centers.keys()]
  const rest = { dataSets, centers, line: line.value, maxRows: MOST_BEHIND, signal: null }
  const answered = await desk.records.query(tenantId, { ...asked, ...rest })
  if (!answered.ok) return answered
  const refs = readRefs(answered.value)
  return refs.ok ? accepted([...new Set(refs.value)].toSorted()) : refuseAtDesk('records-changed', findingId)
}

const MOST_BEHIND = 200_000

/** Refused where the district has adopted another text under the name since. */
async function detectionBehind(
  { detections }: Asking,
  tenantId: TenantId,
  { adopted, digestOf }: LiveAssessment,
  { detection: name, basis, findingId }: Finding,
): Promise<AtDesk<Detection>> {
  const held = await detections.detections(tenantId, adopted.rubric.id)
  if (!held.ok) return held
  const found = held.value.find((one) => one.name === name && digestOf(one.text) === basis?.sqlDigest)
  const read = found && parseDetection(found.name, found.text)
  return read?.ok ? accepted(read.detection) : refuseAtDesk('records-changed', findingId)
}

interface Question {
  readonly sql: string
  readonly from: PlainDate
  readonly to: PlainDate
}

function questionOf(
  detection: Detection,
  { digestOf }: LiveAssessment,
  { findingId, clauseId, centerId, occurredOn }: Finding,
  { parameters }: SuspicionBasis,
): Question | null {
  const spans = [occurredOn.slice(0, 4), occurredOn.slice(0, 7)]
  const period = spans.find(
    (subject) => findingIdOf({ detection: detection.name, clauseId, centerId, subject }, digestOf) === findingId,
  )
  const from = parsePlainDate(String(parameters['period_from']))
  const to = parsePlainDate(String(parameters['period_to']))
  if (period === undefined || from === null || to === null) return null
  const sql = recordsSqlAgain(detection, parameters, { centerId, period })
  return sql === null ? null : { sql, from, to }
}
