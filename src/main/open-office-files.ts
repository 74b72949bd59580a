import { join } from 'node:path'
import { openSqliteAccessLog } from '../adapters/access-log/sql-access-log.ts'
import { silentAnnouncements } from '../adapters/announcements/silent-announcements.ts'
import { openSqliteAnswers } from '../adapters/answers/sql-answers.ts'
import { nodeDigester } from '../adapters/digests/node-digester.ts'
import { openSqliteJobs } from '../adapters/jobs/sql-jobs.ts'
import { openLedgerFile } from '../adapters/ledger/ledger-file.ts'
import { memoryNodes } from '../adapters/nodes/memory-nodes.ts'
import { openSqlitePeople } from '../adapters/people/sql-people.ts'
import { openSqliteSamplingSecrets } from '../adapters/sampling/sql-sampling-secrets.ts'
import { UPLOAD_MIGRATIONS } from '../adapters/objects/upload-migrations.ts'
import { openCheckedSqliteSql, openSqliteSql } from '../adapters/sqlite/sqlite-sql.ts'
import { CATALOG_MIGRATIONS } from '../adapters/records/catalog-migrations.ts'
import type { Clock } from '../app/ports/clock.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { OfficeStores, Opening } from './stores.ts'

/** What a database holds, in SQLite files of the data folder. */
export async function openOfficeFiles(dataFolder: string, clock: Clock, open: Opening): Promise<Stored<OfficeStores>> {
  const file = (name: string) => join(dataFolder, `${name}.sqlite`)
  const ledger = openLedgerFile(file('ledger'), nodeDigester)
  if (!ledger.ok) return ledger
  open.keep(ledger.value)
  const people = openSqlitePeople(file('people'))
  if (!people.ok) return people
  open.keep(people.value)
  const accessLog = openSqliteAccessLog(file('access'), clock)
  if (!accessLog.ok) return accessLog
  open.keep(accessLog.value)
  const answers = openSqliteAnswers(file('answers'))
  if (!answers.ok) return answers
  open.keep(answers.value)
  const jobs = openSqliteJobs(file('jobs'))
  if (!jobs.ok) return jobs
  open.keep(jobs.value)
  const samplingSecrets = openSqliteSamplingSecrets(file('sampling'))
  if (!samplingSecrets.ok) return samplingSecrets
  open.keep(samplingSecrets.value)
  return accepted({
    ledger: ledger.value,
    people: people.value,
    accessLog: accessLog.value,
    answers: answers.value,
    jobs: jobs.value,
    samplingSecrets: samplingSecrets.value,
    announcements: silentAnnouncements,
    isServer: false,
    uploadTables: async () => {
      const uploads = openSqliteSql(file('uploads'), UPLOAD_MIGRATIONS)
      if (uploads.ok) open.keep(uploads.value)
      return uploads
    },
    nodes: memoryNodes(),
    recordCatalog: async () => {
      const catalog = openCheckedSqliteSql(file('records'), CATALOG_MIGRATIONS)
      return catalog.ok ? accepted({ database: open.keep(catalog.value), turns: null }) : catalog
    },
  })
}
