import type { DataSet, Field } from '../../../core/records/data-set.ts'
import type { FieldMapping, ImportProfile } from '../../../core/records/import-profile.ts'
import type { ReadingGround } from '../../../core/records/read-value.ts'
import { literal, quoted } from '../stored-columns.ts'
import { fieldSql, type FieldCells, type FieldSql } from './field-sql.ts'
import { privateSql } from './mask-sql.ts'
import { columnNamed, type SourceSql } from './source-sql.ts'

/** Every mapped field of every row as it is kept, under its name, and `is_faulty`; `also` are columns of `from` to carry along. */
export function rowSql(
  set: DataSet,
  profile: ImportProfile,
  source: SourceSql,
  on: ReadingGround,
  { from, also }: { readonly from: string; readonly also: readonly string[] } = { from: source.from, also: [] },
): string {
  const reads = set.fields.flatMap((field, at) => readingOf(field, at, profile, source, on))
  const ids = reads.filter(({ field }) => field.kind.kind === 'id').map(({ cells }) => cells.cell)
  const arePlain = ids.length === 0 ? 'true' : `regexp_full_match(concat(${ids.join(', ')}), '${PLAIN_IDS}')`
  const quick = reads.flatMap(({ sql, cells }) => (sql.quick === null ? [] : [`${sql.quick} AS ${cells.quick}`]))
  const values = reads.flatMap(({ sql, cells }) => [
    `${sql.value} AS ${cells.value}`,
    ...(sql.meant === null ? [] : [`${sql.meant} AS ${cells.meant}`]),
  ])
  const kept = reads.map(
    ({ field, mapping, cells }) => `${privateSql(cells.value, field, mapping.privacy)} AS ${quoted(field.name)}`,
  )
  const or = (part: 'suspect' | 'faulty') => reads.map(({ sql }) => `(${sql[part]})`).join(' OR ')
  return `SELECT ${[...also, ...kept].join(', ')},
      CASE WHEN ${or('suspect')} THEN coalesce(${or('faulty')}, false) ELSE false END AS is_faulty
    FROM (SELECT *, ${values.join(', ')} FROM (SELECT ${['*', ...quick, `${arePlain} AS ids_plain`].join(', ')} FROM ${from}))`
}

/** No white space and no controls, in any script that ids are written in: what most ids are. */
const PLAIN_IDS = '[!-~\\x{4e00}-\\x{9fff}]*'

interface FieldReading {
  readonly field: Field
  readonly mapping: FieldMapping
  readonly cells: FieldCells
  readonly sql: FieldSql
}

function readingOf(
  field: Field,
  at: number,
  profile: ImportProfile,
  source: SourceSql,
  on: ReadingGround,
): readonly FieldReading[] {
  const mapping = profile.columns[field.name]
  if (!mapping) return []
  const { from, labelColumn } = mapping
  const cells: FieldCells = {
    cell: from.kind === 'constant' ? literal(from.value) : cellOf(source, from.header),
    label: labelColumn === null ? null : cellOf(source, labelColumn),
    quick: `q${at}`,
    value: `v${at}`,
    meant: `m${at}`,
    areIdsPlain: 'ids_plain',
  }
  return [{ field, mapping, cells, sql: fieldSql(field, mapping, cells, on) }]
}

function cellOf(source: SourceSql, header: string): string {
  const column = columnNamed(source, header)
  if (column === null) throw new Error(`the header was not checked: no column ${header}`)
  return column
}
