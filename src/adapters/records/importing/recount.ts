import { dirname } from 'node:path'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { dataSet } from '../../../core/records/data-sets.ts'
import { derivedColumns, type DerivedColumn } from '../../../core/records/derived-columns.ts'
import type { WorkdayLine } from '../../../core/records/workday-line.ts'
import { syncFolder } from '../../evidence/durable-files.ts'
import { lineChange } from '../held-line.ts'
import type { Recounted, RecordFile } from '../record-files.ts'
import { quoted, storedRows } from '../stored-columns.ts'
import { derivedSql } from './derived-sql.ts'
import type { ImportJob } from './import-job.ts'
import { copyToFile } from './parquet-copy.ts'

export interface Recount {
  /** The current files of the tenant, counted with the line. Those that are new are on the disk and not listed yet. */
  readonly files: readonly RecordFile[]
  readonly pairs: readonly Recounted[]
}

/**
 * Counts the working days of all current records anew where `line` counts otherwise than they were counted with, so that every
 * number in the store can be subtracted from every other. Versions that were replaced keep theirs.
 */
export async function recount(
  place: Pick<ImportJob, 'room' | 'tenantId' | 'duckDb' | 'folder' | 'made' | 'watch'>,
  line: WorkdayLine,
): Promise<Kept<Recount>> {
  const { room, tenantId, watch } = place
  const all = await room.catalog.files(tenantId)
  if (!all.ok) return all
  const held = await room.catalog.line(tenantId)
  if (!held.ok) return held
  const files = all.value.filter(({ part }) => part === 'current')
  const change = held.value === null || files.length === 0 ? ({ kind: 'same' } as const) : lineChange(held.value, line)
  if (change.kind === 'missing') return refusedRecords('calendar-shorter', change.day)
  if (change.kind === 'same') return accepted({ files, pairs: [] })
  const here = await room.shelf.bring(place, files.filter(hasDays), true)
  if (!here.ok) return here
  const total = files.reduce((sum, { records }) => sum + records, 0)
  let done = 0
  const counted: RecordFile[] = []
  for (const file of files) {
    watch.onProgress({ step: 'comparing', done, total, unit: 'rows' })
    counted.push(await recountFile(place, file, line))
    done += file.records
  }
  const pairs = files.flatMap((from, at) => {
    const to = counted[at] ?? from
    return to.digest === from.digest ? [] : [{ from, to }]
  })
  for (const folder of new Set(pairs.map(({ to }) => dirname(room.folders.file(tenantId, to)))))
    await syncFolder(folder)
  return accepted({ files: counted, pairs })
}

async function recountFile(
  place: Pick<ImportJob, 'room' | 'tenantId' | 'duckDb' | 'folder' | 'made' | 'watch'>,
  file: RecordFile,
  line: WorkdayLine,
): Promise<RecordFile> {
  const { room, tenantId, duckDb, watch } = place
  const set = dataSet(file.dataSet)
  const days = derivedSql(set, line).filter(isDay)
  if (days.length === 0) return file
  const path = room.folders.file(tenantId, file)
  const replaced = days.map(({ name, sql }) => `${sql} AS ${quoted(name)}`).join(', ')
  return duckDb.on(watch.signal, (connection) =>
    copyToFile(place, connection, file, `SELECT * REPLACE (${replaced}) FROM ${storedRows(set, [path])}`),
  )
}

function hasDays({ dataSet: name }: RecordFile): boolean {
  return derivedColumns(dataSet(name)).some(isDay)
}

function isDay({ derivation }: DerivedColumn): boolean {
  return derivation === 'start' || derivation === 'stop'
}
