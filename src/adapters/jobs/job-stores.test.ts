import { expect, test } from 'vitest'
import { importJob, jobStoreConformance } from '../../../test/conformance/job-store.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { memoryJobs } from './memory-jobs.ts'
import { openSqliteJobs } from './sql-jobs.ts'

const { newPath, opened } = databaseFiles()

jobStoreConformance('memory', memoryJobs)
jobStoreConformance('SQLite', () => opened(openSqliteJobs(newPath())))

test('what a process left behind is known to the next one', async () => {
  const path = newPath()
  const first = valueOf(openSqliteJobs(path))
  await first.begin(id('d1'), importJob('j1'), 'n1')
  await first.close()
  expect(valueOf(await opened(openSqliteJobs(path)).unfinished(id('d1')))).toMatchObject([
    { ...importJob('j1'), nodeId: 'n1', end: null },
  ])
})
