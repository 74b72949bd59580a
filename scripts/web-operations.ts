import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ROUTES } from '../src/api/routes.ts'
import { operationFiles } from './web-operations/operation-files.ts'

/** Renews what the pages know of the contracts, which a test compares: `npm run openapi` runs it too. */
for (const [name, text] of Object.entries(await operationFiles(ROUTES)))
  writeFileSync(fileURLToPath(new URL(`../src/web/client/${name}`, import.meta.url)), text)
