import type { DataSet } from '../../core/records/data-set.ts'
import type { Center } from '../ports/notice-archive.ts'
import type { Holdings, ImportReport, RecordRow, RecordStore } from '../ports/record-store.ts'
import { answered, failed, type Answer } from '../problem.ts'
import { FOLDER_TENANT, openRecordFolder, type RecordFolder, type RecordFolderPorts } from './record-folder.ts'
import { refusedAnswer } from './refused-answer.ts'

export interface ShownHoldings {
  readonly held: Holdings
  /** Newest first. */
  readonly imports: readonly ImportReport[]
}

export interface ShownVersions {
  readonly set: DataSet
  readonly recordKey: string
  /** The first one first. */
  readonly versions: readonly RecordRow[]
  readonly centers: readonly Center[]
}

/** What a folder holds: data sets, months and sources, and how they came. */
export function showHoldings(path: string, ports: RecordFolderPorts): Promise<Answer<ShownHoldings>> {
  return within(path, ports, async ({ records, held }) => {
    const imports = await records.imports(FOLDER_TENANT)
    return imports.ok ? answered({ held, imports: imports.value }) : refusedAnswer(imports.refusal)
  })
}

/** Every version of a record, by its number alone where only one source has it, or as `来源/编号`. */
export function showVersions(
  path: string,
  set: DataSet,
  given: string,
  ports: RecordFolderPorts,
): Promise<Answer<ShownVersions>> {
  return within(path, ports, async ({ records, held, centers }) => {
    const sources = held.sets.find(({ dataSet }) => dataSet === set.name)?.sources ?? []
    const found: ShownVersions[] = []
    for (const recordKey of new Set([given, ...sources.map((source) => `${source}/${given}`)])) {
      const versions = await versionsOf(records, set, recordKey)
      if (!versions.ok) return versions
      if (versions.value.length > 0) found.push({ set, recordKey, versions: versions.value, centers })
    }
    const [only, ...others] = found
    return only !== undefined && others.length === 0
      ? answered(only)
      : failed({ code: 'record-unknown', given, dataSet: set.chinese, known: found.map(({ recordKey }) => recordKey) })
  })
}

async function versionsOf(
  records: Pick<RecordStore, 'versions'>,
  { name }: DataSet,
  recordKey: string,
): Promise<Answer<readonly RecordRow[]>> {
  const versions = await records.versions(FOLDER_TENANT, name, recordKey)
  return versions.ok ? answered(versions.value) : refusedAnswer(versions.refusal)
}

async function within<Value>(
  path: string,
  ports: RecordFolderPorts,
  work: (opened: RecordFolder) => Promise<Answer<Value>>,
): Promise<Answer<Value>> {
  const opened = await openRecordFolder(path, ports, false)
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    opened.value.close()
  }
}
