import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { answerStoreConformance } from '../../../test/conformance/answer-store.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { timestamp } from '../../core/kernel/timestamp.ts'
import { memoryAnswers } from './memory-answers.ts'
import { openSqliteAnswers } from './sqlite-answers.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-answers-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function opened(path = join(folder, `${(files += 1)}.sqlite`)) {
  const store = valueOf(openSqliteAnswers(path))
  closing.push(store.close)
  return store
}

answerStoreConformance('memory', memoryAnswers)
answerStoreConformance('SQLite', opened)

test('an answer outlives the server', async () => {
  const path = join(folder, 'again.sqlite')
  const key = { tenantId: id<never>('d1'), personId: id<never>('p1'), key: 'key-0001' }
  const now = timestamp('2021-03-01T12:00:00+08:00')
  const first = valueOf(openSqliteAnswers(path))
  await first.claim(key, 'r', now, now)
  await first.keep(key, { status: 200, body: 'true' })
  first.close()
  expect(valueOf(await opened(path).claim(key, 'r', now, now))).toEqual({
    kind: 'kept',
    answer: { status: 200, body: 'true' },
  })
})
