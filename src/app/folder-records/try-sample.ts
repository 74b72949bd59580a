import type { Field } from '../../core/records/data-set.ts'
import { dataSet } from '../../core/records/data-sets.ts'
import { checkRow, readRow, type RawRow } from '../../core/records/check-row.ts'
import { TO_BE_SAID, type FieldMapping, type ImportProfile } from '../../core/records/import-profile.ts'
import type { KeptValue, ReadingGround } from '../../core/records/read-value.ts'
import type { RecordFault } from '../../core/records/record-faults.ts'
import { trimmed } from '../../core/records/white-space.ts'
import type { FileLook } from '../ports/record-store.ts'

/** What a profile makes of the first rows of a file, field by field: for the person who must say whether that is right. */
export interface SampleTrial {
  readonly fields: readonly TriedField[]
  /** How many of the rows would be kept as they are. */
  readonly rows: number
  readonly good: number
  /** Without those of values that the profile itself leaves open. */
  readonly faults: readonly RecordFault[]
}

/** `written` is the first cell that is not empty, `kept` what would be kept of it; both null where there is none. */
export interface TriedField {
  readonly field: Field
  readonly mapping: FieldMapping
  readonly written: string | null
  readonly kept: KeptValue
}

export function trySample(
  { header, sample }: Pick<FileLook, 'header' | 'sample'>,
  profile: ImportProfile,
  on: ReadingGround,
): SampleTrial {
  const set = dataSet(profile.dataSet)
  const rows = sample.map((cells, at): RawRow => ({ row: at + FIRST_ROW, cells: cellsOf(header, cells) }))
  const kept = rows.map((row) => readRow(set, profile, on, row))
  const faults = rows.map((row) => checkRow(set, profile, on, row))
  const fields = set.fields.flatMap((field): TriedField[] => {
    const mapping = profile.columns[field.name]
    if (!mapping) return []
    const { from } = mapping
    const cellOf = (row: RawRow) => (from.kind === 'constant' ? from.value : (row.cells[from.header] ?? ''))
    const at = rows.findIndex((row) => cellOf(row).trim() !== '')
    const row = rows[at]
    return [{ field, mapping, written: row ? cellOf(row) : null, kept: kept[at]?.[field.name] ?? null }]
  })
  const open = openCells(profile)
  return {
    fields,
    rows: rows.length,
    good: faults.filter((own) => own.length === 0).length,
    faults: faults.flat().filter(({ column, value }) => !open.has(JSON.stringify([column, trimmed(value ?? '')]))),
  }
}

/** What a person must say anyway is not told once more for each row. */
function openCells({ columns }: ImportProfile): ReadonlySet<string> {
  const cells = Object.values(columns).flatMap(({ from, values }) =>
    from.kind === 'column'
      ? Object.entries(values ?? {}).flatMap(([value, to]) => (to === TO_BE_SAID ? [[from.header, value]] : []))
      : [],
  )
  return new Set(cells.map((cell) => JSON.stringify(cell)))
}

/** The header is row 1. */
const FIRST_ROW = 2

function cellsOf(header: readonly string[], cells: readonly string[]): RawRow['cells'] {
  return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))
}
