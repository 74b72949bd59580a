import type { DataSet, FieldKind } from '../../core/records/data-set.ts'
import { editionOf } from '../../core/records/data-sets.ts'
import { derivedColumns } from '../../core/records/derived-columns.ts'

export interface StoredColumn {
  readonly name: string
  readonly type: ColumnType
}

type ColumnType = 'VARCHAR' | 'DATE' | 'TIMESTAMP' | 'INTEGER' | 'BIGINT'

/**
 * The columns of a data set's Parquet files, in their order, of those that were written when it had an edition. `record_key` and
 * `record_ref` are not among them: they follow from the others and are the least compressible of all.
 */
export function storedColumns(whole: DataSet, edition = editionOf(whole)): readonly StoredColumn[] {
  const set = { ...whole, fields: whole.fields.filter(({ since }) => since <= edition) }
  return [
    { name: 'source', type: 'VARCHAR' },
    { name: 'version', type: 'INTEGER' },
    { name: 'month', type: 'VARCHAR' },
    ...set.fields.map(({ name, kind }) => ({ name, type: TYPES[kind.kind] })),
    ...derivedColumns(set).map(({ name, derivation }): StoredColumn => ({
      name,
      type: derivation === 'seconds' ? 'BIGINT' : 'INTEGER',
    })),
  ]
}

/** What a detection's table has: every stored column and those that follow from them, for `SELECT … FROM` a file. */
export function tableColumns(set: DataSet): string {
  const key = `source || '/' || record_id`
  return [
    ...storedColumns(set).map(({ name }) => quoted(name)),
    `${key} AS record_key`,
    `'${set.name}/' || ${key} || '@' || version AS record_ref`,
  ].join(', ')
}

/**
 * Stored files for `SELECT … FROM` in DuckDB, with all columns of the set: those that a file of an earlier edition has not are
 * empty in its rows.
 */
export function storedRows(set: DataSet, paths: readonly string[]): string {
  const files = `[${paths.map(literal).join(', ')}]`
  // Only where files may differ: by name, all of them are opened before the first is read.
  if (editionOf(set) === 1) return `read_parquet(${files})`
  return `(${noRows(set)} UNION ALL BY NAME SELECT * FROM read_parquet(${files}, union_by_name = true))`
}

/** `SELECT` of no rows with the columns of the set and their types. */
export function noRows(set: DataSet): string {
  const columns = storedColumns(set).map(({ name, type }) => `CAST(NULL AS ${type}) AS ${quoted(name)}`)
  return `SELECT ${columns.join(', ')} WHERE false`
}

/** A name as SQL takes it whatever it holds. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text as SQL takes it whatever it holds. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const TYPES: Readonly<Record<FieldKind['kind'], ColumnType>> = {
  id: 'VARCHAR',
  text: 'VARCHAR',
  center: 'VARCHAR',
  code: 'VARCHAR',
  date: 'DATE',
  time: 'TIMESTAMP',
  count: 'INTEGER',
}
