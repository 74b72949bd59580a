import { nodeStoreConformance } from '../../../test/conformance/node-store.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { openSqliteStore } from '../sqlite/sqlite-sql.ts'
import { memoryNodes } from './memory-nodes.ts'
import { NODE_MIGRATIONS } from './node-migrations.ts'
import { sqlNodes } from './sql-nodes.ts'

const { newPath, opened } = databaseFiles()

nodeStoreConformance('memory', memoryNodes)
nodeStoreConformance('SQLite', () => opened(openSqliteStore(newPath(), NODE_MIGRATIONS, sqlNodes)))
