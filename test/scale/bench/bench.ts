/**
 * `npm run bench:scale -- [SUITE…] [--quick]`: what one machine does not show, on real engines of this machine's own. Built
 * like `npm run bench`: every part in a process of its own, which starts the engines it needs (`../engines`); what is
 * compared runs in turns in the same one. A full run keeps its figures in `docs/guide/sizing.json` and makes the sizing
 * tables of `docs/guide/operations.md` anew from them; `--quick` keeps nothing.
 */
import { join } from 'node:path'
import { runBench } from '../../bench/run-bench.ts'
import { keepFigures } from './sizing-file.ts'
import { SCALE_SUITES } from './suites.ts'

const bench = { suites: SCALE_SUITES, runPart: join(import.meta.dirname, 'run-part.ts') }
const run = await runBench(bench, process.argv.slice(2))
if (run?.size === 'full') keepFigures(run)
