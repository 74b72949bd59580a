import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { samplingSecretsConformance } from '../../../test/conformance/sampling-secrets.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import type { PlanKey } from '../../app/ports/sampling-secrets.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { memorySamplingSecrets } from './memory-sampling-secrets.ts'
import { openSqliteSamplingSecrets } from './sqlite-sampling-secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'mingheng-sampling-'))
const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function opened(path = join(folder, `${(files += 1)}.sqlite`)) {
  const store = valueOf(openSqliteSamplingSecrets(path))
  closing.push(store.close)
  return store
}

samplingSecretsConformance('memory', memorySamplingSecrets)
samplingSecretsConformance('SQLite', opened)

test('a seed outlives the server', async () => {
  const path = join(folder, 'again.sqlite')
  const key: PlanKey = { tenantId: id('d1'), assessmentId: id('a1'), planId: id('s1') }
  const first = valueOf(openSqliteSamplingSecrets(path))
  valueOf(await first.keep(key, { seed: 'seed', salt: 'salt' }))
  first.close()
  expect(valueOf(await opened(path).secret(key))).toEqual({ seed: 'seed', salt: 'salt' })
})
