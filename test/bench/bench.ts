/**
 * `npm run bench -- [SUITE…] [--quick]`: how fast the calculator is and how much memory it takes, beside what else could
 * do the same. Every part of a suite runs in a process of its own; what is compared runs in turns in the same one. Median,
 * min and max are by the clock; rates, ratios and aims are by processor time, which a busy machine disturbs little. Fails
 * where peers do not agree on a result, never on a time.
 */
import { join } from 'node:path'
import { runBench } from './run-bench.ts'
import { SUITES } from './suites.ts'

await runBench({ suites: SUITES, runPart: join(import.meta.dirname, 'run-part.ts') }, process.argv.slice(2))
