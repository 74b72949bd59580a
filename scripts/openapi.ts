import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { ROUTES } from '../src/api/routes.ts'
import { openapiOf } from '../src/server/openapi.ts'

/** Renews docs/openapi.json, which a test compares with the contracts: read the difference before it is committed. */
const path = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))
writeFileSync(path, await format(JSON.stringify(openapiOf(ROUTES)), { parser: 'json', printWidth: 120 }))
