import { afterEach } from 'vitest'
import { reservedEvidenceConformance } from '../../../test/conformance/reserved-evidence.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { memoryReservedEvidence } from '../evidence/memory-reserved-evidence.ts'
import { openSqliteSql } from '../sqlite/sqlite-sql.ts'
import { sqlReservedEvidence } from './sql-reserved-evidence.ts'
import { UPLOAD_MIGRATIONS } from './upload-migrations.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

reservedEvidenceConformance('memory', async () => {
  const only = memoryReservedEvidence()
  return { one: only, other: only }
})

reservedEvidenceConformance('SQLite', async () => {
  const database = valueOf(openSqliteSql(':memory:', UPLOAD_MIGRATIONS))
  closers.push(database.close)
  return { one: sqlReservedEvidence(database), other: sqlReservedEvidence(database) }
})
