import type { DataSet, Field } from './data-set.ts'
import type { FieldMapping, ImportProfile } from './import-profile.ts'
import { masked } from './mask.ts'
import { readValue, type KeptValue, type ReadingGround, type ReadValue } from './read-value.ts'
import { recordFault, type RecordFault } from './record-faults.ts'

/** A row as its file has it: `row` counts as the file does, cells by header. */
export interface RawRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/** Everything that is wrong with the values of one row, in the order of the data set's fields. */
export function checkRow(set: DataSet, profile: ImportProfile, on: ReadingGround, raw: RawRow): readonly RecordFault[] {
  return set.fields.flatMap((field) => {
    const mapping = profile.columns[field.name]
    if (!mapping) return []
    const read = readCell(field, mapping, raw, on)
    return read.ok ? [] : [faultOf(mapping, raw, read)]
  })
}

/** The row as it is kept, with personal data masked or dropped. Fields that the profile leaves out are null; so is what is faulty. */
export function readRow(
  set: DataSet,
  profile: ImportProfile,
  on: ReadingGround,
  raw: RawRow,
): Readonly<Record<string, KeptValue>> {
  const kept = set.fields.map((field): [string, KeptValue] => {
    const mapping = profile.columns[field.name]
    const read = mapping && readCell(field, mapping, raw, on)
    return [field.name, mapping && read?.ok ? privately(field, mapping, read.value) : null]
  })
  return Object.fromEntries(kept)
}

function readCell(field: Field, mapping: FieldMapping, { cells }: RawRow, on: ReadingGround): ReadValue {
  const cell = mapping.from.kind === 'constant' ? mapping.from.value : (cells[mapping.from.header] ?? '')
  const label = mapping.labelColumn === null ? '' : (cells[mapping.labelColumn] ?? '')
  return readValue(field, mapping, cell, label, on)
}

function faultOf(mapping: FieldMapping, { row, cells }: RawRow, read: Extract<ReadValue, { ok: false }>): RecordFault {
  const own = mapping.from.kind === 'column' ? mapping.from.header : null
  const column = read.isOfLabel ? mapping.labelColumn : own
  const value = column === null ? null : (cells[column] ?? '')
  // The facts came from `fault`, which took them by the code's own parameters.
  return recordFault({ row, column, value }, read.code, ...(read.facts as never))
}

/** Only what is personal is masked; whatever it is, what is dropped is not kept. */
function privately(field: Field, { privacy }: FieldMapping, value: KeptValue): KeptValue {
  if (privacy === 'drop') return null
  if (privacy === 'keep' || field.personal === null || typeof value !== 'string') return value
  return masked(field.personal, value)
}
