import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { operationFiles } from '../../scripts/web-operations/operation-files.ts'
import { ROUTES } from '../../src/api/routes.ts'

test('what the pages know of the contracts is what they say (npm run openapi renews it)', async () => {
  for (const [name, text] of Object.entries(await operationFiles(ROUTES)))
    expect(readFileSync(fileURLToPath(new URL(`../../src/web/client/${name}`, import.meta.url)), 'utf8')).toBe(text)
})
