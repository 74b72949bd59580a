import type { DuckDBConnection } from '@duckdb/node-api'
import type { ImportAsked, Watch } from '../../../app/ports/record-store.ts'
import type { TenantId } from '../../../core/kernel/identifiers.ts'
import type { DataSet } from '../../../core/records/data-set.ts'
import { findField } from '../../../core/records/data-sets.ts'
import type { ReadingGround } from '../../../core/records/read-value.ts'
import type { DuckDbSession } from '../duckdb-session.ts'
import type { RecordFile } from '../record-files.ts'
import type { RecordRoom } from '../record-room.ts'
import { quoted } from '../stored-columns.ts'
import type { SourceSql } from './source-sql.ts'

/** One file on its way into a data set: what is asked, and where its tables and files are made. */
export interface ImportJob {
  readonly room: RecordRoom
  readonly tenantId: TenantId
  readonly set: DataSet
  readonly asked: ImportAsked
  readonly on: ReadingGround
  readonly source: SourceSql
  /** Of the file that was handed in. */
  readonly digest: string
  readonly bytes: number
  /** A DuckDB of its own, closed at its end; its tables are in the schema `job`. */
  readonly duckDb: DuckDbSession
  readonly connection: DuckDBConnection
  /** Its own folder in the store, removed at its end. */
  readonly folder: string
  /** Files that it put among the records: those that no catalog lists at its end are removed. */
  readonly made: Set<string>
  readonly watch: Watch
}

/** What the records of a file are sorted by, so that it follows from them alone. */
export function sortKey(set: DataSet, part: RecordFile['part']): readonly string[] {
  if (part === 'superseded') return ['source', 'record_id']
  const center = findField(set, 'center_id') === null ? [] : ['center_id']
  return [quoted(set.recordedOn), ...center, 'source', 'record_id']
}

/** The same of the job's rows, which are of one source and lack what is not mapped. */
export function ownSortKey({ set, asked }: ImportJob): readonly string[] {
  const isConstant = (key: string) =>
    key === 'source' || (key === 'center_id' && asked.profile.columns[key] === undefined)
  return sortKey(set, 'current').filter((key) => !isConstant(key))
}

/** The mapped fields, as columns of the job's table `rows`. */
export function mappedColumns({ set, asked }: ImportJob): readonly string[] {
  return set.fields.filter(({ name }) => asked.profile.columns[name] !== undefined).map(({ name }) => quoted(name))
}
