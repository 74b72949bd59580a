import { sqlAccessLog } from '../adapters/access-log/sql-access-log.ts'
import { ACCESS_MIGRATIONS } from '../adapters/access-log/access-migrations.ts'
import { openPostgresAnnouncements } from '../adapters/announcements/postgres-announcements.ts'
import { ANSWER_MIGRATIONS } from '../adapters/answers/answer-migrations.ts'
import { sqlAnswers } from '../adapters/answers/sql-answers.ts'
import { postgresTurns } from '../adapters/clickhouse/record-turns.ts'
import { nodeDigester } from '../adapters/digests/node-digester.ts'
import { JOB_MIGRATIONS } from '../adapters/jobs/job-migrations.ts'
import { sqlJobs } from '../adapters/jobs/sql-jobs.ts'
import { openPostgresLedger } from '../adapters/ledger/open-postgres-ledger.ts'
import { UPLOAD_MIGRATIONS } from '../adapters/objects/upload-migrations.ts'
import { NODE_MIGRATIONS } from '../adapters/nodes/node-migrations.ts'
import { sqlNodes } from '../adapters/nodes/sql-nodes.ts'
import { PEOPLE_MIGRATIONS } from '../adapters/people/people-migrations.ts'
import { sqlPeople } from '../adapters/people/sql-people.ts'
import { enterOffice } from '../adapters/postgres/office-gate.ts'
import { openPostgres } from '../adapters/postgres/open-postgres.ts'
import { CATALOG_MIGRATIONS } from '../adapters/records/catalog-migrations.ts'
import { SAMPLING_MIGRATIONS } from '../adapters/sampling/sampling-migrations.ts'
import { sqlSamplingSecrets } from '../adapters/sampling/sql-sampling-secrets.ts'
import type { Clock } from '../app/ports/clock.ts'
import type { Stored } from '../app/ports/store-fault.ts'
import { accepted } from '../core/kernel/outcome.ts'
import type { Configuration } from './configuration-keys.ts'
import type { OfficeStores, Opening } from './stores.ts'

/** What a database holds, on a PostgreSQL server that any number of nodes share. */
export async function openOfficeServer(
  { databaseUrl: url, databaseSchema: schema, databaseConnections: connections }: Configuration,
  clock: Clock,
  open: Opening,
): Promise<Stored<OfficeStores>> {
  const opened = await openPostgres({ url, schema, connections })
  if (!opened.ok) return opened
  const postgres = open.keep(opened.value)
  const entered = await enterOffice(postgres)
  if (!entered.ok) return entered
  open.keep(entered.value)
  const ledger = await openPostgresLedger(postgres, nodeDigester)
  if (!ledger.ok) return ledger
  const people = await postgres.store('people', PEOPLE_MIGRATIONS)
  if (!people.ok) return people
  const accesses = await postgres.store('access', ACCESS_MIGRATIONS)
  if (!accesses.ok) return accesses
  const answers = await postgres.store('answers', ANSWER_MIGRATIONS)
  if (!answers.ok) return answers
  const jobs = await postgres.store('jobs', JOB_MIGRATIONS)
  if (!jobs.ok) return jobs
  const sampling = await postgres.store('sampling', SAMPLING_MIGRATIONS)
  if (!sampling.ok) return sampling
  const nodes = await postgres.store('nodes', NODE_MIGRATIONS)
  if (!nodes.ok) return nodes
  return accepted({
    ledger: ledger.value,
    people: sqlPeople(people.value),
    accessLog: sqlAccessLog(accesses.value, clock),
    answers: sqlAnswers(answers.value),
    jobs: sqlJobs(jobs.value),
    samplingSecrets: sqlSamplingSecrets(sampling.value),
    nodes: sqlNodes(nodes.value),
    announcements: open.keep(await openPostgresAnnouncements(postgres)),
    isServer: true,
    uploadTables: () => postgres.store('uploads', UPLOAD_MIGRATIONS),
    recordCatalog: async () => {
      const catalog = await postgres.store('records', CATALOG_MIGRATIONS)
      return catalog.ok ? accepted({ database: catalog.value, turns: postgresTurns(postgres) }) : catalog
    },
  })
}
