import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { importJob, jobStoreConformance } from '../../../test/conformance/job-store.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { memoryJobs } from './memory-jobs.ts'
import { openSqliteJobs } from './sqlite-jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-jobs-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function opened(path = join(folder, `${(files += 1)}.sqlite`)) {
  const store = valueOf(openSqliteJobs(path))
  closing.push(store.close)
  return store
}

jobStoreConformance('memory', memoryJobs)
jobStoreConformance('SQLite', opened)

test('what a process left behind is known to the next one', async () => {
  const path = join(folder, 'again.sqlite')
  const first = valueOf(openSqliteJobs(path))
  await first.begin(id('d1'), importJob('j1'))
  first.close()
  expect(valueOf(await opened(path).unfinished(id('d1')))).toMatchObject([{ ...importJob('j1'), end: null }])
})
