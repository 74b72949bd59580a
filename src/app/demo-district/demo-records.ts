import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import { exampleRecords } from '../example-records/example-records.ts'
import type { ExampleRow } from '../example-records/example-row.ts'
import { limitsOf } from '../example-records/limits-of.ts'
import { writeSources, type WrittenSource } from '../example-records/write-sources.ts'
import type { RaisedSuspicion } from '../example-year/year-setting.ts'
import type { Actor } from '../people/actor.ts'
import type { UploadId } from '../ports/evidence-store.ts'
import { confirmProfile } from '../records/confirm-profile.ts'
import { startImport } from '../records/start-import.ts'
import { startRun } from '../records/start-run.ts'
import { appendRecordFile, beginRecordFile, finishRecordFile } from '../records/upload-records.ts'
import type { DemoOffice } from './demo-office.ts'
import { dayIn, type DemoPorts, type DemoSetting } from './demo-setting.ts'
import { newUploadId, whole } from './whole.ts'

/** What the systems export, in three batches as time goes on; the last one corrects the others. */
export interface DemoRecords {
  readonly firstHalf: () => Iterable<ExampleRow>
  readonly thirdQuarter: () => Iterable<ExampleRow>
  readonly correction: () => Iterable<ExampleRow>
}

export function demoRecords(setting: DemoSetting, answers: AssessmentState['answers']): DemoRecords {
  const { rubric, folder, seed, cases, calendar } = setting
  const known = folder.detections.flatMap(({ name, text }) => {
    const read = parseDetection(name, text)
    return read.ok ? [read.detection] : []
  })
  const readings = new Map<string, string>(
    [...answers.values()].map(({ questionId, reading }) => [questionId, reading]),
  )
  const year = exampleRecords({
    seed,
    cases,
    centers: folder.centers,
    period: { from: dayIn(setting, '01-01'), to: dayIn(setting, '09-30') },
    calendar,
    asOf: dayIn(setting, '10-11'),
    limits: limitsOf(rubric, known, (questionId) => readings.get(questionId) ?? null),
  })
  const half = dayIn(setting, '06-30')
  return {
    firstHalf: () => chosen(year.rows(), (row) => recordedOn(row) <= half),
    thirdQuarter: () => chosen(year.rows(), (row) => recordedOn(row) > half),
    correction: () => year.correction.rows,
  }
}

export function detectedClauses({ detections }: DemoSetting['folder']): ReadonlySet<ClauseId> {
  return new Set(
    detections.flatMap(({ name, text }) => {
      const read = parseDetection(name, text)
      return read.ok ? [read.detection.clauseId] : []
    }),
  )
}

function* chosen(rows: Iterable<ExampleRow>, isChosen: (row: ExampleRow) => boolean): Generator<ExampleRow> {
  for (const row of rows) if (isChosen(row)) yield row
}

const RECORDED_ON = new Map(DATA_SETS.map(({ name, recordedOn: field }) => [name, field]))

function recordedOn({ dataSet, values }: ExampleRow): string {
  return String(values[RECORDED_ON.get(dataSet) ?? ''] ?? '').slice(0, 10)
}

/** As the clerk does it: each file uploaded, its profile confirmed the first time, imported whole. */
export async function importRecords(
  ports: DemoPorts,
  setting: DemoSetting,
  clerk: Actor,
  batch: { readonly name: string; readonly rows: Iterable<ExampleRow> },
  progress: (step: string) => void,
): Promise<void> {
  const folder = `${setting.sourcesFolder}/${batch.name}`
  const written = await writeSources(
    ports.exports,
    { folder, centers: setting.folder.centers, rows: batch.rows },
    () => undefined,
  )
  if (!written.ok) throw new Error(`${batch.name}: ${written.fault.code}`)
  for (const source of written.value) {
    progress(source.fileName)
    await importSource(ports, clerk, source)
  }
}

async function importSource({ desk, read }: DemoPorts, clerk: Actor, source: WrittenSource): Promise<void> {
  const { fileName, profile, bytes, path } = source
  const profiles = whole(await desk.profiles.profiles(clerk.tenantId), fileName)
  if (!profiles.some((confirmed) => confirmed.profile.id === profile.id))
    whole(await confirmProfile(desk, clerk, profile), fileName)
  const fileId = await uploadRecords({ desk }, clerk, fileName, bytes, read(path))
  const { standing } = whole(await startImport(desk, clerk, { fileId, profileId: profile.id }), fileName)
  if (standing.state !== 'imported') throw new Error(`${fileName}: ${JSON.stringify(standing)}`)
}

export async function uploadRecords(
  { desk }: Pick<DemoPorts, 'desk'>,
  clerk: Actor,
  name: string,
  bytes: number,
  content: AsyncIterable<Uint8Array>,
): Promise<UploadId> {
  const fileId = newUploadId(desk)
  whole(await beginRecordFile(desk, clerk, { id: fileId, name, bytes, digest: null }), name)
  whole(await appendRecordFile(desk, clerk, fileId, 0, content), name)
  whole(await finishRecordFile(desk, clerk, fileId), name)
  return fileId
}

/** All detections over what is held; the suspicions that this run was the first to raise. */
export async function runAll(
  ports: DemoPorts,
  setting: DemoSetting,
  clerk: Actor,
  { demo, asOf }: { readonly demo: DemoOffice; readonly asOf: PlainDate },
): Promise<readonly RaisedSuspicion[]> {
  const { desk } = ports
  const { assessmentId } = demo
  const before = await suspected(ports, setting, assessmentId)
  const asked = { assessmentId, detections: null, asOf }
  const { standing } = whole(await startRun(desk, clerk, asked), 'run')
  if (standing.state !== 'ran') throw new Error(`run: ${JSON.stringify(standing)}`)
  const after = await suspected(ports, setting, assessmentId)
  return [...after.values()].filter(({ findingId }) => !before.has(findingId))
}

async function suspected(
  { desk }: DemoPorts,
  { tenantId }: DemoSetting,
  assessmentId: DemoOffice['assessmentId'],
): Promise<ReadonlyMap<FindingId, RaisedSuspicion>> {
  const { state } = whole(await desk.office.live.look(tenantId, assessmentId), assessmentId)
  const raised = [...state.findings.values()].flatMap((finding): RaisedSuspicion[] => {
    const { basis, detection, records, findingId, centerId, clauseId } = finding
    if (basis === null || detection === null) return []
    const { occurrences, occurredOn, eventKey, measured, level, unmet, description } = finding
    const about = { findingId, centerId, clauseId, occurrences, occurredOn, eventKey, measured, level, unmet }
    return [{ type: 'SuspicionRaised', ...about, description, detection, records, basis }]
  })
  return new Map(raised.map((one) => [one.findingId, one]))
}
