import { join } from 'node:path'
import { openSqliteAccessLog } from '../adapters/access-log/sqlite-access-log.ts'
import { openSqliteAnswers } from '../adapters/answers/sqlite-answers.ts'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { nodeDigester } from '../adapters/digests/node-digester.ts'
import { folderEvidence } from '../adapters/evidence/folder-evidence.ts'
import { takeDataFolder, type DataFolder } from '../adapters/files/data-folder.ts'
import { openLedgerFile, type OpenLedgerFile } from '../adapters/ledger/ledger-file.ts'
import { openSqliteJobs } from '../adapters/jobs/sqlite-jobs.ts'
import { openSqlitePeople } from '../adapters/people/sqlite-people.ts'
import { folderRecordUploads } from '../adapters/record-uploads/folder-record-uploads.ts'
import { openRecordStore, type OpenRecords } from '../adapters/records/open-record-store.ts'
import { openSqliteSamplingSecrets } from '../adapters/sampling/sqlite-sampling-secrets.ts'
import type { AccessLog } from '../app/ports/access-log.ts'
import type { AnswerStore } from '../app/ports/answer-store.ts'
import type { Clock } from '../app/ports/clock.ts'
import { USUAL_EVIDENCE_LIMITS } from '../app/ports/evidence-kind.ts'
import type { EvidenceStore } from '../app/ports/evidence-store.ts'
import type { JobStore } from '../app/ports/job-store.ts'
import type { PeopleStore } from '../app/ports/people-store.ts'
import type { RecordUploads } from '../app/ports/record-uploads.ts'
import type { SamplingSecrets } from '../app/ports/sampling-secrets.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'

/** Everything that lasts, in one folder that one server holds. */
export interface Stores {
  readonly folder: DataFolder
  readonly ledger: OpenLedgerFile
  readonly people: PeopleStore
  readonly accessLog: AccessLog
  readonly answers: AnswerStore
  readonly evidence: EvidenceStore
  readonly records: Omit<OpenRecords, 'close'>
  readonly recordUploads: RecordUploads
  readonly jobs: JobStore
  readonly samplingSecrets: SamplingSecrets
  /** Folds every write-ahead log into its file and gives the folder back. */
  readonly close: () => void
}

const MEGABYTE = 1024 * 1024

/** Where somebody leaves files and does not come back for them. */
const RECORD_FILES_EACH = 50

export async function openStores(configuration: Configuration, clock: Clock = systemClock): Promise<Stored<Stores>> {
  const { dataFolder, fileMegabytes, recordingMegabytes } = configuration
  const closing: (() => void)[] = []
  const close = () => {
    for (const one of closing.splice(0).reverse()) one()
  }
  const keep = <Opened extends { readonly ok: boolean }>(
    opened: Opened,
    end: (value: Opened) => () => void,
  ): Opened => {
    if (opened.ok) closing.push(end(opened))
    else close()
    return opened
  }
  const folder = keep(takeDataFolder(dataFolder), (opened) => () => opened.ok && opened.value.release())
  if (!folder.ok) return folder
  const file = (name: string) => join(dataFolder, `${name}.sqlite`)
  const ledger = keep(openLedgerFile(file('ledger'), nodeDigester), (opened) => () => opened.ok && opened.value.close())
  if (!ledger.ok) return ledger
  const people = keep(openSqlitePeople(file('people')), (opened) => () => opened.ok && opened.value.close())
  if (!people.ok) return people
  const access = keep(openSqliteAccessLog(file('access'), clock), (opened) => () => opened.ok && opened.value.close())
  if (!access.ok) return access
  const answers = keep(openSqliteAnswers(file('answers')), (opened) => () => opened.ok && opened.value.close())
  if (!answers.ok) return answers
  const jobs = keep(openSqliteJobs(file('jobs')), (opened) => () => opened.ok && opened.value.close())
  if (!jobs.ok) return jobs
  const sampling = keep(
    openSqliteSamplingSecrets(file('sampling')),
    (opened) => () => opened.ok && opened.value.close(),
  )
  if (!sampling.ok) return sampling
  const records = keep(
    await openRecordStore({
      folder: join(dataFolder, 'records'),
      catalogFile: file('records'),
      memoryMegabytes: configuration.recordMemoryMegabytes,
      threads: configuration.recordThreads,
    }),
    (opened) => () => opened.ok && opened.value.close(),
  )
  if (!records.ok) return records
  return accepted({
    folder: folder.value,
    ledger: ledger.value,
    people: people.value,
    accessLog: access.value,
    answers: answers.value,
    evidence: folderEvidence(join(dataFolder, 'evidence'), {
      ...USUAL_EVIDENCE_LIMITS,
      fileBytes: fileMegabytes * MEGABYTE,
      recordingBytes: recordingMegabytes * MEGABYTE,
    }),
    records: records.value,
    recordUploads: folderRecordUploads(join(dataFolder, 'record-files'), {
      fileBytes: configuration.recordFileMegabytes * MEGABYTE,
      perPerson: RECORD_FILES_EACH,
    }),
    jobs: jobs.value,
    samplingSecrets: sampling.value,
    close,
  })
}
