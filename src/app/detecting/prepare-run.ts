import type { RunSetting } from '../../core/detection/parameter-values.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { refusedActing } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { AdoptedDetection } from '../ports/detection-archive.ts'
import type { RecordStore } from '../ports/record-store.ts'
import { detectionsInForce } from '../records/detections-in-force.ts'
import { refuseAtDesk, type AtDesk } from '../records/desk-refusals.ts'
import { districtLine } from '../records/import-frame.ts'
import type { RecordsDesk } from '../records/records-desk.ts'
import { scopeIn, type Scope } from './run-scope.ts'
import { settingOf } from './run-setting.ts'

export type Running = Pick<RecordsDesk, 'office' | 'detections'> & {
  readonly records: Pick<RecordStore, 'holdings' | 'query' | 'recount'>
}

export interface RunDetectionsInput {
  /** By name; null for all that are adopted. */
  readonly detections: readonly string[] | null
  /**
   * What had happened by the end of this day. Null for today, or the last day that a calendar knows: also after the period,
   * so that what was begun in it and never done is seen.
   */
  readonly asOf: PlainDate | null
}

export interface PreparedRun {
  readonly rubric: Rubric
  readonly digestOf: DigestOf
  readonly scope: Scope
  readonly adopted: readonly AdoptedDetection[]
  readonly line: WorkdayLine
  readonly setting: RunSetting
}

/** All that a run needs to know before it begins, or what keeps it from being run at all. */
export async function prepareRun(
  desk: Running,
  actor: Actor,
  assessmentId: AssessmentId,
  input: RunDetectionsInput,
): Promise<AtDesk<PreparedRun>> {
  const { tenantId, centerId } = actor
  if (!may(actor, 'detection.run', null)) return refuseAtDesk('not-permitted')
  // Whoever chooses the day and the detections decides who is suspected.
  if (centerId !== null) return refusedActing('decider-of-own-center', centerId)
  const looked = await desk.office.live.look(tenantId, assessmentId)
  if (!looked.ok) return looked
  const { adopted: bound, digestOf, state } = looked.value
  const scope = scopeIn(state)
  if (!scope.ok) return scope
  const { rubric } = bound
  const adopted = await wanted(desk, actor, looked.value, input.detections)
  if (!adopted.ok) return adopted
  const line = await districtLine(desk, tenantId)
  if (!line.ok) return line
  const setting = settingOf(scope.value, line.value, input.asOf, dayOf(desk.office.clock.now()))
  if (!setting.ok) return setting
  return accepted({
    rubric,
    digestOf,
    scope: scope.value,
    adopted: adopted.value,
    line: line.value,
    setting: setting.value,
  })
}

async function wanted(
  desk: Running,
  { tenantId }: Actor,
  live: LiveAssessment,
  names: readonly string[] | null,
): Promise<AtDesk<readonly AdoptedDetection[]>> {
  const { retirements } = live.state
  const adopted = await detectionsInForce(desk, tenantId, live)
  if (!adopted.ok) return adopted
  const unknown = names?.find((name) => !adopted.value.some((one) => one.name === name))
  if (unknown !== undefined)
    return retirements.some(({ detection }) => detection === unknown)
      ? refuseAtDesk('detection-retired', unknown)
      : refuseAtDesk('detection-unknown', unknown)
  if (adopted.value.length === 0) return refuseAtDesk('detections-none')
  return accepted(names === null ? adopted.value : adopted.value.filter(({ name }) => names.includes(name)))
}
