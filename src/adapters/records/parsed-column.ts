import { corruption } from '../sql/corruption.ts'
import { textOf, type SqlRow } from '../sql/row.ts'

/** What was written as JSON. Throws the corruption that `guarded` knows where it is none. */
export function parsedOf<Shape>(row: SqlRow, column: string): Shape {
  try {
    return JSON.parse(textOf(row, column)) as Shape
  } catch (error) {
    throw corruption(`column ${column}: ${String(error)}`)
  }
}
