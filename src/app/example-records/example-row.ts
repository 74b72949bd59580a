import type { DataSetName } from '../../core/records/data-set.ts'

/** One record as it really is: codes as words, days as `2021-03-01`, times as `2021-03-01 09:30:00`. No source writes it so. */
export interface ExampleRow {
  readonly dataSet: DataSetName
  readonly source: string
  readonly values: ExampleValues
}

/** By field name; a field that is not here is empty. `record_id` is always here. */
export type ExampleValues = Readonly<Record<string, string | number | null>> & { readonly record_id: string }

/** How suspicions name the record's first version, or a later one. */
export function refOf({ dataSet, source, values }: ExampleRow, version = 1): string {
  return `${dataSet}/${source}/${values.record_id}@${version}`
}
