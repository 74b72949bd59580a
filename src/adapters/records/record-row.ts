import type { RecordRow } from '../../app/ports/record-store.ts'
import type { PlainRow } from './duckdb-rows.ts'

/** A row of a table of records; none of their columns is true or false. */
export function recordRow(row: PlainRow): RecordRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (typeof value === 'boolean') throw new Error(`${name} is ${value}`)
      return [name, value]
    }),
  )
}
