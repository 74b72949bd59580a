import { SUITES } from './suites.ts'
import { writePart } from './write-part.ts'

/** `run-part.ts SUITE PART full|quick`. */
await writePart(SUITES, process.argv.slice(2))
