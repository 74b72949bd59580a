import { ACCESS_MIGRATIONS } from '../../src/adapters/access-log/access-migrations.ts'
import { ANSWER_MIGRATIONS } from '../../src/adapters/answers/answer-migrations.ts'
import { JOB_MIGRATIONS } from '../../src/adapters/jobs/job-migrations.ts'
import { LEDGER_MIGRATIONS } from '../../src/adapters/ledger/ledger-migrations.ts'
import { NODE_MIGRATIONS } from '../../src/adapters/nodes/node-migrations.ts'
import { UPLOAD_MIGRATIONS } from '../../src/adapters/objects/upload-migrations.ts'
import { PEOPLE_MIGRATIONS } from '../../src/adapters/people/people-migrations.ts'
import { CATALOG_MIGRATIONS } from '../../src/adapters/records/catalog-migrations.ts'
import { SAMPLING_MIGRATIONS } from '../../src/adapters/sampling/sampling-migrations.ts'
import type { Migrations } from '../../src/adapters/sql/migrations.ts'

/** Every store that nodes share, by its name in `schema_versions`. */
export const STORES: Readonly<Record<string, Migrations>> = {
  ledger: LEDGER_MIGRATIONS,
  people: PEOPLE_MIGRATIONS,
  access: ACCESS_MIGRATIONS,
  answers: ANSWER_MIGRATIONS,
  jobs: JOB_MIGRATIONS,
  sampling: SAMPLING_MIGRATIONS,
  nodes: NODE_MIGRATIONS,
  uploads: UPLOAD_MIGRATIONS,
  records: CATALOG_MIGRATIONS,
}
