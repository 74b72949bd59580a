import { csvReader } from './csv-records.ts'
import type { CsvDelimiter } from './prepared-file.ts'

export interface CsvShape {
  readonly delimiter: CsvDelimiter
  readonly header: readonly string[]
  /** The rows below it, at most 200. */
  readonly sample: readonly (readonly string[])[]
}

/** The shape of a CSV by the text that it begins with, which may end anywhere. */
export function csvShape(head: string): CsvShape {
  const shapes = DELIMITERS.map((delimiter) => {
    const reader = csvReader(delimiter)
    const [header, ...sample] = [...reader.add(head), ...reader.end()].map(({ cells }) => cells).slice(0, SAMPLE + 1)
    return { delimiter, header: (header ?? []).map((name) => name.trim()), sample }
  })
  return shapes.reduce((best, shape) => (shape.header.length > best.header.length ? shape : best))
}

const DELIMITERS = [',', '\t', ';'] as const
const SAMPLE = 200
