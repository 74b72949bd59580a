import type { Detection } from '../../core/detection/detection.ts'
import { accepted, type Outcome } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { replay } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { decideFacts } from '../acting/decide-facts.ts'
import { recordingTime } from '../acting/recording-time.ts'
import { detect, type Ask, type DetectionRun, type Given, type Watch } from '../detecting/detect.ts'
import { learn, retold } from '../detecting/learn.ts'
import { scopeIn } from '../detecting/run-scope.ts'
import { settingOf } from '../detecting/run-setting.ts'
import { openAssessmentFolder, type OpenedAssessment } from '../open-assessment-folder.ts'
import type { Clock } from '../ports/clock.ts'
import type { FolderLedger } from '../ports/folder-ledger.ts'
import type { DetectionReport, RunReport } from '../ports/job-store.ts'
import type { NoticeArchive } from '../ports/notice-archive.ts'
import { refusedRecords } from '../ports/record-refusals.ts'
import { answered, failed, type Answer } from '../problem.ts'
import { readDetections } from './read-detections.ts'
import {
  AT_TERMINAL,
  FOLDER_TENANT,
  openRecordFolder,
  type RecordFolder,
  type RecordFolderPorts,
} from './record-folder.ts'
import { refusedAnswer } from './refused-answer.ts'

export interface FolderDetectPorts extends RecordFolderPorts {
  readonly folderLedger: FolderLedger
  readonly clock: Clock
  readonly digestsBy: DigestsBy
}

export interface FolderDetectAsked {
  readonly path: string
  /** By name; null for all. */
  readonly only: readonly string[] | null
  /** What had happened by the end of this day; null for today, or the last day that a calendar knows. */
  readonly asOf: PlainDate | null
}

export interface FolderRun extends RunReport {
  readonly asOf: PlainDate
  readonly detections: readonly FolderDetection[]
  /** How many events the ledger was told, and how many it holds now. */
  readonly told: number
  readonly events: number
}

export interface FolderDetection extends DetectionReport {
  readonly detection: Detection
  readonly seconds: number
}

/**
 * Runs a folder's detections over its records and tells its ledger what is new, all of it or nothing. Nothing is told twice:
 * run again over the same records, the ledger stays as it is.
 */
export async function detectInFolder(
  asked: FolderDetectAsked,
  ports: FolderDetectPorts,
  watch: Watch,
): Promise<Answer<FolderRun>> {
  const opened = await openBound(asked.path, ports.archive)
  if (!opened.ok) return opened
  const all = readDetections(opened.value.folder, opened.value.rubric)
  if (!all.ok) return all
  const wanted = only(all.value, asked)
  if (!wanted.ok) return wanted
  const records = await openRecordFolder(asked.path, ports, false)
  if (!records.ok) return records
  try {
    const counted = await countAnew(records.value, ports, watch)
    return counted.ok ? await runIn(asked, opened.value, wanted.value, counted.value, ports, watch) : counted
  } finally {
    records.value.close()
  }
}

/** A calendar of the folder that was put right since holds for the records that were imported before. */
async function countAnew(
  records: RecordFolder,
  { clock }: FolderDetectPorts,
  { signal }: Watch,
): Promise<Answer<RecordFolder>> {
  const watch = { onProgress: () => undefined, signal }
  const counted = await records.records.recount(FOLDER_TENANT, records.line, clock.now(), watch)
  if (!counted.ok) return refusedAnswer(counted.refusal)
  const held = await records.records.holdings(FOLDER_TENANT)
  return held.ok ? answered({ ...records, held: held.value }) : refusedAnswer(held.refusal)
}

/** A rubric that is compiled from a folder bears the folder's name, which anyone may change: to its ledger it is the one it began with. */
async function openBound(path: string, archive: NoticeArchive): Promise<Answer<OpenedAssessment>> {
  const opened = await openAssessmentFolder(path, archive)
  if (!opened.ok) return opened
  const { rubric, state } = opened.value
  return answered({ ...opened.value, rubric: { ...rubric, id: state.rubricId ?? rubric.id } })
}

function only(
  detections: readonly Detection[],
  { path, only: names }: FolderDetectAsked,
): Answer<readonly Detection[]> {
  if (detections.length === 0) return failed({ code: 'detections-missing', path })
  if (names === null) return answered(detections)
  const known = detections.map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return failed({ code: 'detection-unknown', given: unknown, known })
  return answered(detections.filter(({ name }) => names.includes(name)))
}

async function runIn(
  asked: FolderDetectAsked,
  opened: OpenedAssessment,
  detections: readonly Detection[],
  records: RecordFolder,
  ports: FolderDetectPorts,
  watch: Watch,
): Promise<Answer<FolderRun>> {
  const given = givenOf(asked, opened, records, ports)
  if (!given.ok) return refusedAnswer(given.refusal)
  const { periodFrom: from, periodTo: to, asOf } = given.value.setting
  const frame = { centers: [...given.value.centers], line: records.line, from, to, maxRows: MOST_ROWS }
  const ask: Ask = (sql, { dataSets }) =>
    records.records.query(FOLDER_TENANT, { ...frame, sql, dataSets, signal: watch.signal })
  const timed = stopwatch(ports.clock, watch)
  const runs = await detect(given.value, detections, ask, timed.watch)
  if (watch.signal?.aborted) return refusedAnswer(refusedRecords('query-stopped').refusal)
  const told = await tell(asked, opened, runs, ports)
  if (!told.ok) return told
  const { reports, events } = told.value
  const seconds = timed.seconds()
  return answered({
    ...given.value.basis,
    asOf,
    told: events,
    events: opened.events.length + events,
    detections: reports.flatMap((report, at) => {
      const detection = detections.find(({ name }) => name === report.name)
      return detection ? [{ ...report, detection, seconds: seconds[at] ?? 0 }] : []
    }),
  })
}

/** More rows than this no person could look through. */
const MOST_ROWS = 200_000

/** The folder's interpretations hold where the ledger has no later answer. */
function givenOf(
  { asOf }: FolderDetectAsked,
  { rubric, state, folder }: OpenedAssessment,
  { line, held }: RecordFolder,
  { clock, digestsBy }: FolderDetectPorts,
): Outcome<Given> {
  const scope = scopeIn(state)
  if (!scope.ok) return scope
  const before = new Map(folder.interpretations.map(({ questionId, reading }) => [questionId, reading]))
  const readingOf: typeof scope.value.readingOf = (questionId) =>
    scope.value.readingOf(questionId) ?? before.get(questionId) ?? null
  const setting = settingOf({ ...scope.value, readingOf }, line, asOf, dayOf(clock.now()))
  if (!setting.ok) return setting
  return accepted({
    rubric,
    centers: scope.value.centers,
    setting: setting.value,
    basis: { dataDigest: held.digest, calendarVersion: line.version },
    heldSets: new Set(held.sets.flatMap(({ dataSet, records }) => (records > 0 ? [dataSet] : []))),
    digestOf: digestsBy('sha256').of,
  })
}

async function tell(
  { path }: FolderDetectAsked,
  { rubric, state, events }: OpenedAssessment,
  runs: readonly DetectionRun[],
  { folderLedger, clock, digestsBy }: FolderDetectPorts,
): Promise<Answer<{ readonly reports: readonly DetectionReport[]; readonly events: number }>> {
  const learned = learn(rubric, state, digestsBy('sha256').of, runs)
  const at = recordingTime(clock.now(), events.at(-1)?.recordedAt ?? null)
  const decided = decideFacts(state, rubric, learned.facts, { by: AT_TERMINAL, actedAt: at, recordedAt: at })
  if (!decided.ok) return refusedAnswer(decided.refusal)
  const added: readonly LedgerEvent[] = decided.value
  if (added.length > 0) {
    const appended = await folderLedger.append(path, events, added)
    if (!appended.ok) return appended
    if (appended.value === 'moved') return failed({ code: 'ledger-moved', path: folderLedger.pathOf(path) })
  }
  const now = added.length === 0 ? state : replay([...events, ...added])
  return answered({ reports: retold(now, runs, learned, added), events: added.length })
}

/** How long each detection took, in order. */
function stopwatch({ epochMs }: Clock, { note, signal }: Watch) {
  const begun: number[] = []
  return {
    watch: {
      signal,
      note: (progress: Parameters<Watch['note']>[0]) => {
        begun.push(epochMs())
        note(progress)
      },
    },
    seconds: () => {
      const ends = [...begun.slice(1), epochMs()]
      return begun.map((from, at) => ((ends[at] ?? from) - from) / 1_000)
    },
  }
}
