import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openRecordStore } from '../../src/adapters/records/open-record-store.ts'
import { UNWATCHED, asked, here, lineOf, stampOf } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'

/**
 * `record-writer.ts FOLDER FILE VERSION [REST-DAY]`: imports a file by a calendar of that version, and says a line when it begins
 * and another when it was told that it is done.
 */
const [folder = '', file = '', version = '', ...rest] = process.argv.slice(2)
const options = { folder: join(folder, 'records'), catalogFile: join(folder, 'records.sqlite') }
const { records, close } = await valued(openRecordStore({ ...options, memoryMegabytes: 300, threads: 2 }))
writeSync(1, 'begins\n')
const stamp = { ...stampOf(), importId: `killed-${process.pid}` }
await valued(records.importFile(here, asked(file, { line: lineOf(version, rest) }), stamp, UNWATCHED))
writeSync(1, 'done\n')
close()
