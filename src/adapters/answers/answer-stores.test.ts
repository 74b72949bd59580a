import { expect, test } from 'vitest'
import { answerStoreConformance } from '../../../test/conformance/answer-store.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { memoryAnswers } from './memory-answers.ts'
import { openSqliteAnswers } from './sql-answers.ts'

const { newPath, opened } = databaseFiles()

answerStoreConformance('memory', memoryAnswers)
answerStoreConformance('SQLite', () => opened(openSqliteAnswers(newPath())))

test('an answer outlives the server', async () => {
  const path = newPath()
  const key = { tenantId: id<never>('d1'), personId: id<never>('p1'), key: 'key-0001' }
  const now = timestamp('2021-03-01T12:00:00+08:00')
  const first = valueOf(openSqliteAnswers(path))
  await first.claim(key, 'r', now, now, 'n1')
  await first.keep(key, { status: 200, body: 'true' })
  await first.close()
  expect(valueOf(await opened(openSqliteAnswers(path)).claim(key, 'r', now, now, 'n1'))).toEqual({
    kind: 'kept',
    answer: { status: 200, body: 'true' },
  })
})
