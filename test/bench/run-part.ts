import { peakMegabytes } from './measure.ts'
import type { PartResult } from './suite.ts'
import { SUITES } from './suites.ts'

/** One part of one suite in this process: `run-part.ts SUITE PART full|quick`. Writes its result as JSON. */
const [suiteName, part = '', size] = process.argv.slice(2)
const suite = SUITES.find(({ name }) => name === suiteName)
if (suite === undefined) throw new Error(`no suite ${suiteName}`)
const rows = await suite.run(part, size === 'quick' ? 'quick' : 'full')
const result: PartResult = { rows, peakMegabytes: peakMegabytes() }
process.stdout.write(JSON.stringify(result))
