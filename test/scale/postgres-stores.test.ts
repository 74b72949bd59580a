import { JOB_MIGRATIONS } from '../../src/adapters/jobs/job-migrations.ts'
import { sqlJobs } from '../../src/adapters/jobs/sql-jobs.ts'
import type { SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import type { Migrations } from '../../src/adapters/sqlite/open-database.ts'
import { jobStoreConformance } from '../conformance/job-store.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedPostgres } from './opened-postgres.ts'

/** The stores that are written once, each by its suite, on PostgreSQL. */
const { newSchema, open } = openedPostgres()
const on = async <Store>(migrations: Migrations, storeOver: (database: SqlDatabase) => Store): Promise<Store> =>
  storeOver(valueOf(await (await open(newSchema())).store('store', migrations)))

jobStoreConformance('PostgreSQL', () => on(JOB_MIGRATIONS, sqlJobs))
