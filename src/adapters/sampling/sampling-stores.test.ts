import { expect, test } from 'vitest'
import { samplingSecretsConformance } from '../../../test/conformance/sampling-secrets.ts'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { valueOf } from '../../../test/fixtures/people-house.ts'
import type { PlanKey } from '../../app/ports/sampling-secrets.ts'
import { id } from '../../core/kernel/identifiers.ts'
import { memorySamplingSecrets } from './memory-sampling-secrets.ts'
import { openSqliteSamplingSecrets } from './sql-sampling-secrets.ts'

const { newPath, opened } = databaseFiles()

samplingSecretsConformance('memory', memorySamplingSecrets)
samplingSecretsConformance('SQLite', () => opened(openSqliteSamplingSecrets(newPath())))

test('a seed outlives the server', async () => {
  const path = newPath()
  const key: PlanKey = { tenantId: id('d1'), assessmentId: id('a1'), planId: id('s1') }
  const first = valueOf(openSqliteSamplingSecrets(path))
  valueOf(await first.keep(key, { seed: 'seed', salt: 'salt' }))
  await first.close()
  expect(valueOf(await opened(openSqliteSamplingSecrets(path)).secret(key))).toEqual({ seed: 'seed', salt: 'salt' })
})
