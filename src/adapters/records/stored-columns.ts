import type { DataSet, FieldKind } from '../../core/records/data-set.ts'
import { derivedColumns } from '../../core/records/derived-columns.ts'

export interface StoredColumn {
  readonly name: string
  readonly type: ColumnType
}

type ColumnType = 'VARCHAR' | 'DATE' | 'TIMESTAMP' | 'INTEGER' | 'BIGINT'

/**
 * The columns of a data set's Parquet files, in their order. `record_key` and `record_ref` are not among them: they follow
 * from the others and are the least compressible of all.
 */
export function storedColumns(set: DataSet): readonly StoredColumn[] {
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
