import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { listedRecords } from '../../src/adapters/data/listed-records.ts'
import { openRecordStore } from '../../src/adapters/records/open-record-store.ts'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { UNWATCHED, asked, digestOf, here, stampOf } from '../conformance/record-samples.ts'
import { valued } from '../conformance/valued.ts'

/**
 * `full-disk-records.ts DISK SMALL LARGE MORE [ROOM]`: imports a small file, then a large one for which the disk or what a process
 * may write has no room, and, where `ROOM` says how to get some, the large one again. Says in one line what it was told.
 */
const [disk = '', small = '', large = '', faulty = '', room = ''] = process.argv.slice(2)
mkdirSync(disk, { recursive: true })
const options = { folder: join(disk, 'records'), catalogFile: join(disk, 'records.sqlite') }
const { records, close } = await valued(openRecordStore({ ...options, memoryMegabytes: 300, threads: 2 }))
const first = await told(records, small)
const before = await digestOf(records)
const refused = await told(records, large)
const refusedErrors = await told(records, faulty)
const after = await digestOf(records)
const left = readdirSync(join(disk, 'records', '.work'))
const listed = await valued(Promise.resolve(listedRecords(options.catalogFile)))
const found = readdirSync(options.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.parquet'),
)
const again = await told(records, small)
if (room !== '') execFileSync('mount', ['-o', `remount,size=${room}`, disk])
const withRoom = room === '' ? null : await told(records, large)
close()
writeSync(
  1,
  JSON.stringify({
    first,
    refused,
    refusedErrors,
    isAsBefore: before === after && found.length === listed.length,
    left,
    again,
    withRoom,
  }),
)

async function told(records: RecordStore, file: string): Promise<string> {
  const outcome = await records.importFile(here, asked(file), stampOf(), UNWATCHED)
  return outcome.ok ? outcome.value.kind : outcome.refusal.code
}
