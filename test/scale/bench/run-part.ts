import { writePart } from '../../bench/write-part.ts'
import { SCALE_SUITES } from './suites.ts'

/** `run-part.ts SUITE PART full|quick`. */
await writePart(SCALE_SUITES, process.argv.slice(2))
