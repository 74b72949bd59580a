import { ACCESS_MIGRATIONS } from '../../src/adapters/access-log/access-migrations.ts'
import { sqlAccessLog } from '../../src/adapters/access-log/sql-access-log.ts'
import { ANSWER_MIGRATIONS } from '../../src/adapters/answers/answer-migrations.ts'
import { sqlAnswers } from '../../src/adapters/answers/sql-answers.ts'
import { JOB_MIGRATIONS } from '../../src/adapters/jobs/job-migrations.ts'
import { sqlJobs } from '../../src/adapters/jobs/sql-jobs.ts'
import { NODE_MIGRATIONS } from '../../src/adapters/nodes/node-migrations.ts'
import { sqlNodes } from '../../src/adapters/nodes/sql-nodes.ts'
import { PEOPLE_MIGRATIONS } from '../../src/adapters/people/people-migrations.ts'
import { sqlPeople } from '../../src/adapters/people/sql-people.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { sqlDetections } from '../../src/adapters/records/sql-detections.ts'
import { sqlProfiles } from '../../src/adapters/records/sql-profiles.ts'
import { SAMPLING_MIGRATIONS } from '../../src/adapters/sampling/sampling-migrations.ts'
import { sqlSamplingSecrets } from '../../src/adapters/sampling/sql-sampling-secrets.ts'
import type { SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import type { Migrations } from '../../src/adapters/sqlite/open-database.ts'
import { accessLogConformance } from '../conformance/access-log.ts'
import { answerStoreConformance } from '../conformance/answer-store.ts'
import { detectionArchiveConforms } from '../conformance/detection-archive.ts'
import { jobStoreConformance } from '../conformance/job-store.ts'
import { nodeStoreConformance } from '../conformance/node-store.ts'
import { peopleStoreConformance } from '../conformance/people-store.ts'
import { profileStoreConforms } from '../conformance/profile-store.ts'
import { samplingSecretsConformance } from '../conformance/sampling-secrets.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { openedPostgres } from './opened-postgres.ts'

/** The stores that are written once, each by its suite, on PostgreSQL. */
const { newSchema, open } = openedPostgres()
const on = async <Store>(migrations: Migrations, storeOver: (database: SqlDatabase) => Store): Promise<Store> =>
  storeOver(valueOf(await (await open(newSchema())).store('store', migrations)))

peopleStoreConformance('PostgreSQL', () => on(PEOPLE_MIGRATIONS, sqlPeople))
accessLogConformance('PostgreSQL', (clock) => on(ACCESS_MIGRATIONS, (database) => sqlAccessLog(database, clock)))
answerStoreConformance('PostgreSQL', () => on(ANSWER_MIGRATIONS, sqlAnswers))
samplingSecretsConformance('PostgreSQL', () => on(SAMPLING_MIGRATIONS, sqlSamplingSecrets))
jobStoreConformance('PostgreSQL', () => on(JOB_MIGRATIONS, sqlJobs))
profileStoreConforms('PostgreSQL', () => on(CATALOG_MIGRATIONS, sqlProfiles))
detectionArchiveConforms('PostgreSQL', () => on(CATALOG_MIGRATIONS, sqlDetections))
nodeStoreConformance('PostgreSQL', () => on(NODE_MIGRATIONS, sqlNodes))
