import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { ClauseId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import type { AssessmentState } from '../../core/ledger/assessment-state.ts'
import type { DigestOf } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { RunSetting } from '../../core/detection/parameter-values.ts'
import { workdayLine, type WorkdayLine } from '../../core/records/workday-line.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Reconciled } from '../../core/detection/reconcile.ts'
import type { DetectionRun, DetectionText } from '../detecting/detect.ts'
import { learn } from '../detecting/learn.ts'
import { FOLDER_TENANT } from '../folder-records/record-folder.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import type { FoundInRecords, RaisedSuspicion } from '../example-year/year-setting.ts'
import type { Clock } from '../ports/clock.ts'
import type { ProfileStore } from '../ports/profile-store.ts'
import type { RecordStore } from '../ports/record-store.ts'
import type { SourceExports } from '../ports/source-exports.ts'
import { answered, type Answer } from '../problem.ts'
import { compareKey, type ClauseAgreement } from './compare-key.ts'
import { importBatch, type ImportedSource } from './import-batch.ts'
import { exampleRecords, type ExampleRecords } from './example-records.ts'
import { findInRecords } from './find-in-records.ts'
import { limitsOf } from './limits-of.ts'
import type { RecordsSetting } from './records-setting.ts'

export interface TrialSetting extends Pick<RecordsSetting, 'seed' | 'cases' | 'centers' | 'period' | 'calendar'> {
  readonly rubric: Rubric
  readonly detections: readonly DetectionText[]
  readonly readingOf: RunSetting['readingOf']
  /** Where the sources' files are written, one folder for each batch. */
  readonly folder: string
  readonly digestOf: DigestOf
}

export interface TrialPorts {
  readonly exports: SourceExports
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly clock: Pick<Clock, 'epochMs'>
}

/** A year of records written, imported and searched: what came in, what was found, and how that agrees with the key. */
export interface RecordsTrial {
  readonly setting: RecordsSetting
  readonly year: ExampleRecords
  readonly line: WorkdayLine
  readonly sources: readonly ImportedSource[]
  readonly runs: readonly DetectionRun[]
  readonly agreement: readonly ClauseAgreement[]
  /** For the people of an example year to deal with. */
  readonly found: FoundInRecords
}

export async function tryRecords(
  ports: TrialPorts,
  given: TrialSetting,
  progress: (step: string) => void,
): Promise<Answer<RecordsTrial>> {
  const { rubric, period, calendar, digestOf } = given
  const counted = workdayLine([calendar], period.from)
  if (!counted.ok) return refusedAnswer(counted.refusal)
  const line = counted.value
  const known = given.detections.flatMap(({ name, text }) => {
    const read = parseDetection(name, text)
    return read.ok ? [read.detection] : []
  })
  const asOf = exportDay(period.to, calendar)
  const setting: RecordsSetting = { ...given, asOf, limits: limitsOf(rubric, known, given.readingOf) }
  progress('编排一年的业务记录')
  const year = exampleRecords(setting)
  const batch = { name: 'first', folder: given.folder, rows: year.rows(), line, ...batchAt(setting) }
  const sources = await importBatch(ports, batch, progress)
  if (!sources.ok) return sources
  const runs = await findInRecords(ports.records, { ...given, asOf, line, tenantId: FOLDER_TENANT }, progress)
  if (!runs.ok) return runs
  const clauses = new Set<ClauseId>(known.map(({ clauseId }) => clauseId))
  const { facts } = learn(rubric, emptyAssessment, digestOf, runs.value)
  const suspicions = facts.filter((fact): fact is RaisedSuspicion => fact.type === 'SuspicionRaised')
  return answered({
    setting,
    year,
    line,
    sources: sources.value,
    runs: runs.value,
    agreement: compareKey(year.key, runs.value),
    found: { clauses, suspicions },
  })
}

export interface CorrectedTrial {
  readonly sources: readonly ImportedSource[]
  readonly runs: readonly DetectionRun[]
  readonly agreement: readonly ClauseAgreement[]
  readonly learned: Reconciled
}

/** The second batch, searched again, and what a ledger in that state should learn of it. */
export async function correctTrial(
  ports: TrialPorts,
  given: TrialSetting,
  { setting, year, line }: RecordsTrial,
  state: AssessmentState,
  progress: (step: string) => void,
): Promise<Answer<CorrectedTrial>> {
  const { rows, key } = year.correction
  const batch = { name: 'second', folder: `${given.folder}/更正`, rows, line, ...batchAt(setting) }
  const sources = await importBatch(ports, batch, progress)
  if (!sources.ok) return sources
  const search = { ...given, asOf: setting.asOf, line, tenantId: FOLDER_TENANT }
  const runs = await findInRecords(ports.records, search, progress)
  if (!runs.ok) return runs
  return answered({
    sources: sources.value,
    runs: runs.value,
    agreement: compareKey(key, runs.value),
    learned: learn(given.rubric, state, given.digestOf, runs.value),
  })
}

function batchAt({ centers, asOf }: RecordsSetting) {
  return { centers, tenantId: FOLDER_TENANT, at: timestamp(`${asOf}T17:00:00+08:00`) }
}

/** A month after the period, when what was begun in it is done; sooner where no calendar reaches that far. */
function exportDay(periodTo: PlainDate, { to }: WorkingCalendar): PlainDate {
  const after = addDays(periodTo, 31)
  return after < to ? after : to
}
