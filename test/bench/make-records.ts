import { benchRecords } from './bench-records.ts'

/** The records of a benchmark in a process of their own: `make-records.ts ROOT CASES`. Writes what was made as JSON. */
const [root = '', cases] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await benchRecords(root, Number(cases))))
