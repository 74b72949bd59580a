import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ROUTES } from '../src/api/routes.ts'
import { openapiOf } from '../src/server/openapi.ts'
import { tidied } from './tidied.ts'

/** Renews docs/openapi.json, which a test compares with the contracts: read the difference before it is committed. */
const path = fileURLToPath(new URL('../docs/openapi.json', import.meta.url))
writeFileSync(path, await tidied(path, JSON.stringify(openapiOf(ROUTES)), 120))
