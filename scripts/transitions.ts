import { writeFileSync } from 'node:fs'
import { transitions } from './transitions/transitions-page.ts'

/** Writes what may follow what, found out from the decisions. Read the difference before it is committed. */
writeFileSync('docs/transitions.md', transitions().page)
