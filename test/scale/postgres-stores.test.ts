import { ACCESS_MIGRATIONS } from '../../src/adapters/access-log/access-migrations.ts'
import { sqlAccessLog } from '../../src/adapters/access-log/sql-access-log.ts'
import { ANSWER_MIGRATIONS } from '../../src/adapters/answers/answer-migrations.ts'
import { sqlAnswers } from '../../src/adapters/answers/sql-answers.ts'
import { JOB_MIGRATIONS } from '../../src/adapters/jobs/job-migrations.ts'
import { sqlJobs } from '../../src/adapters/jobs/sql-jobs.ts'
import { NODE_MIGRATIONS } from '../../src/adapters/nodes/node-migrations.ts'
import { sqlNodes } from '../../src/adapters/nodes/sql-nodes.ts'
import { sqlReservedEvidence } from '../../src/adapters/objects/sql-reserved-evidence.ts'
import { UPLOAD_MIGRATIONS } from '../../src/adapters/objects/upload-migrations.ts'
import { PEOPLE_MIGRATIONS } from '../../src/adapters/people/people-migrations.ts'
import { sqlPeople } from '../../src/adapters/people/sql-people.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { sqlDetections } from '../../src/adapters/records/sql-detections.ts'
import { sqlProfiles } from '../../src/adapters/records/sql-profiles.ts'
import { SAMPLING_MIGRATIONS } from '../../src/adapters/sampling/sampling-migrations.ts'
import { sqlSamplingSecrets } from '../../src/adapters/sampling/sql-sampling-secrets.ts'
import type { SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import type { Migrations } from '../../src/adapters/sql/migrations.ts'
import { accessLogConformance } from '../conformance/access-log.ts'
import { answerStoreConformance } from '../conformance/answer-store.ts'
import { detectionArchiveConforms } from '../conformance/detection-archive.ts'
import { jobStoreConformance } from '../conformance/job-store.ts'
import { nodeStoreConformance } from '../conformance/node-store.ts'
import { peopleStoreConformance } from '../conformance/people-store.ts'
import { profileStoreConforms } from '../conformance/profile-store.ts'
import { reservedEvidenceConformance } from '../conformance/reserved-evidence.ts'
import { samplingSecretsConformance } from '../conformance/sampling-secrets.ts'
import { valueOf } from '../fixtures/people-house.ts'
import { widened } from '../fixtures/widened-tables.ts'
import { openedPostgres } from './opened-postgres.ts'

/**
 * The stores that are written once, each by its suite, on PostgreSQL: on tables which another node, of a version to come, has
 * widened since they were opened. Whoever finds them as they were made is tested by whole servers.
 */
const { newSchema, open } = openedPostgres()
const on = async <Store>(migrations: Migrations, storeOver: (database: SqlDatabase) => Store): Promise<Store> => {
  const postgres = await open(newSchema())
  const opened = valueOf(await postgres.store('store', migrations))
  valueOf(await postgres.store('store', widened(migrations)))
  return storeOver(opened)
}

peopleStoreConformance('PostgreSQL', () => on(PEOPLE_MIGRATIONS, sqlPeople))
accessLogConformance('PostgreSQL', (clock) => on(ACCESS_MIGRATIONS, (database) => sqlAccessLog(database, clock)))
answerStoreConformance('PostgreSQL', () => on(ANSWER_MIGRATIONS, sqlAnswers))
samplingSecretsConformance('PostgreSQL', () => on(SAMPLING_MIGRATIONS, sqlSamplingSecrets))
jobStoreConformance('PostgreSQL', () => on(JOB_MIGRATIONS, sqlJobs))
profileStoreConforms('PostgreSQL', () => on(CATALOG_MIGRATIONS, sqlProfiles))
detectionArchiveConforms('PostgreSQL', () => on(CATALOG_MIGRATIONS, sqlDetections))
reservedEvidenceConformance('PostgreSQL', async () => {
  const schema = newSchema()
  const node = async () => sqlReservedEvidence(valueOf(await (await open(schema)).store('uploads', UPLOAD_MIGRATIONS)))
  return { one: await node(), other: await node() }
})
nodeStoreConformance('PostgreSQL', () => on(NODE_MIGRATIONS, sqlNodes))
