import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderRecordUploads } from '../../src/adapters/record-uploads/folder-record-uploads.ts'
import { openRecordStore, type OpenRecords } from '../../src/adapters/records/open-record-store.ts'
import type { DetectionArchive } from '../../src/app/ports/detection-archive.ts'
import type { ProfileStore } from '../../src/app/ports/profile-store.ts'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import type { RecordUploads } from '../../src/app/ports/record-uploads.ts'
import { valueOf } from '../fixtures/people-house.ts'

interface LazyRecords {
  readonly records: RecordStore
  readonly profiles: ProfileStore
  readonly detections: DetectionArchive
  readonly uploads: RecordUploads
}

/** A real record store in a folder of its own, made when it is first asked: most tests of a server never do. */
export function lazyRecords(): LazyRecords {
  let opening: Promise<OpenRecords> | null = null
  let folder: string | null = null
  const place = () => (folder ??= mkdtempSync(join(tmpdir(), 'mingheng-records-')))
  const opened = async () => (opening ??= open(place()))
  return {
    records: deferred<RecordStore>(async () => (await opened()).records, {
      look: true,
      distinct: true,
      preview: true,
      importFile: true,
      recount: true,
      imports: true,
      errors: true,
      dueTenants: true,
      sweep: true,
      versions: true,
      record: true,
      holdings: true,
      query: true,
      close: true,
    }),
    profiles: deferred<ProfileStore>(async () => (await opened()).profiles, { confirm: true, profiles: true }),
    detections: deferred<DetectionArchive>(async () => (await opened()).detections, {
      adopt: true,
      detections: true,
      declare: true,
      declared: true,
    }),
    uploads: deferred<RecordUploads>(
      async () => folderRecordUploads(join(place(), 'uploads'), { fileBytes: 50 * 1024 * 1024, perPerson: 50 }),
      {
        begin: true,
        status: true,
        append: true,
        finish: true,
        locate: true,
        remove: true,
        dueTenants: true,
        sweep: true,
      },
    ),
  }
}

async function open(place: string): Promise<OpenRecords> {
  const options = { folder: join(place, 'records'), catalogFile: join(place, 'records.sqlite') }
  return valueOf(await openRecordStore({ ...options, memoryMegabytes: 256, threads: 1 }))
}

type Asked = (...values: readonly never[]) => Promise<unknown>

/** The port's methods, each over what `port` gives by then; the port keeps what it knows between calls. */
function deferred<Port extends object>(port: () => Promise<Port>, names: Readonly<Record<keyof Port, true>>): Port {
  let known: Promise<Port> | null = null
  const methods = (Object.keys(names) as (keyof Port & string)[]).map((name) => {
    const ask: Asked = async (...values) => ((await (known ??= port()))[name] as Asked)(...values)
    return [name, ask] as const
  })
  const made: unknown = Object.fromEntries(methods)
  return made as Port
}
