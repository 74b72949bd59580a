import { checkDetection } from '../../core/detection/check-detection.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import { reconcile } from '../../core/detection/reconcile.ts'
import type { AssessmentId } from '../../core/kernel/identifiers.ts'
import { accepted, refused, type Outcome } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { recordRun } from '../acting/record-run.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Actor } from '../people/actor.ts'
import type { AdoptedDetection } from '../ports/detection-archive.ts'
import type { JobResult } from '../ports/job-store.ts'
import { detect, type Detected, type Detecting } from './detect.ts'
import { districtLine } from './import-frame.ts'
import type { JobWatch } from './job-line.ts'
import type { RecordsDesk } from './records-desk.ts'
import { runReport, type Tried } from './run-report.ts'
import { runSetting } from './run-setting.ts'

export interface Run {
  readonly runId: string
  readonly assessmentId: AssessmentId
  readonly detections: readonly string[] | null
  readonly asOf: PlainDate
}

type Running = Pick<RecordsDesk, 'office' | 'records' | 'detections'>

/**
 * Runs detections over the records as they are held and tells the ledger, all in one act. One that fails is told and holds up
 * no other; of its findings none is touched. Stopped before the act, it has told nothing.
 */
export async function runDetections(
  desk: Running,
  actor: Actor,
  { runId, assessmentId, detections, asOf }: Run,
  { note, signal }: JobWatch,
): Promise<JobResult> {
  const { tenantId } = actor
  const looked = await desk.office.live.look(tenantId, assessmentId)
  if (!looked.ok) return refusal(looked.refusal)
  const prepared = await prepare(desk, actor, looked.value, asOf, signal)
  if (!prepared.ok) return refusal(prepared.refusal)
  const adopted = await desk.detections.detections(tenantId, looked.value.adopted.rubric.id)
  if (!adopted.ok) return refusal(adopted.refusal)
  const wanted = adopted.value.filter(({ name }) => detections === null || detections.includes(name))
  const tried: Tried[] = []
  for (const [done, one] of wanted.entries()) {
    note({ step: one.name, done, total: wanted.length, unit: 'detections' })
    const outcome = await tryOne(prepared.value, one)
    if (signal.aborted) return { state: 'cancelled' }
    tried.push({ name: one.name, outcome })
  }
  note({ step: 'recording', done: wanted.length, total: wanted.length, unit: 'detections' })
  const ran = tried.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
  const { rubric } = looked.value.adopted
  const { facts, late } = reconcile({ rubric, state: looked.value.state, digestOf: looked.value.digestOf }, ran)
  const asking = { actor, assessmentId, key: `run-${runId}`, actedAt: null, seen: null }
  const acted = facts.length === 0 ? null : await recordRun(desk.office, asking, ran)
  if (acted !== null && !acted.ok) return refusal(acted.refusal)
  const events = acted?.value.events ?? []
  return { state: 'ran', report: runReport(prepared.value, looked.value.state, tried, events, late) }
}

async function prepare(
  desk: Running,
  { tenantId }: Actor,
  live: LiveAssessment,
  asOf: PlainDate,
  signal: AbortSignal,
): Promise<Outcome<Detecting>> {
  const line = await districtLine(desk, tenantId)
  if (!line.ok) return line
  const setting = runSetting(live, line.value, asOf)
  if (!setting.ok) return setting
  const held = await desk.records.holdings(tenantId)
  if (!held.ok) return held
  return accepted({
    records: desk.records,
    tenantId,
    looked: { rubric: live.adopted.rubric, centers: new Set(live.state.centers.keys()), setting: setting.value },
    line: line.value,
    dataDigest: held.value.digest,
    digestOf: live.digestOf,
    signal,
  })
}

/** What was adopted for the rubric under this id may not fit the very rubric that this assessment is bound to. */
async function tryOne(run: Detecting, { name, text }: AdoptedDetection): Promise<Outcome<Detected>> {
  const read = parseDetection(name, text)
  const [fault] = read.ok ? checkDetection(read.detection, run.looked.rubric) : read.faults
  if (!read.ok || fault) return refused('detection-wrong', fault?.message ?? '')
  return detect(run, read.detection)
}

function refusal({ code, message }: { readonly code: string; readonly message: string }): JobResult {
  return { state: 'refused', code, message }
}
