import { sqlDatabaseConformance } from '../../../test/conformance/sql-database.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { openSqliteSql } from './sqlite-sql.ts'

const { newPath, opened } = databaseFiles()

sqlDatabaseConformance('SQLite', async () =>
  opened(
    openSqliteSql(newPath(), [
      'CREATE TABLE account (tenant_id TEXT, name TEXT, amount INTEGER, PRIMARY KEY (tenant_id, name)) STRICT',
    ]),
  ),
)
