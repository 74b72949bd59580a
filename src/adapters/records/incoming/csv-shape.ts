import { csvReader, type CsvRecord } from './csv-records.ts'
import type { CsvDelimiter } from './prepared-file.ts'

export interface CsvShape {
  readonly delimiter: CsvDelimiter
  /** Lines before the header that are none of the table: `sep=;`, which spreadsheets take as a word to themselves. */
  readonly leadingLines: 0 | 1
  /** Null where the text holds no record. */
  readonly header: CsvRecord | null
  /** The rows below it that are not blank, at most 200. */
  readonly sample: readonly (readonly string[])[]
}

export const SAMPLE_ROWS = 200

/** The shape of a CSV by the text that it begins with. `isWhole`: the text is all of it, and does not end anywhere. */
export function csvShape(head: string, isWhole: boolean): CsvShape {
  const word = SEPARATOR_LINE.exec(head)
  const text = head.slice(word?.[0].length ?? 0)
  const named = DELIMITERS.filter((delimiter) => delimiter === word?.[1])
  const shapes = (named.length > 0 ? named : DELIMITERS).map((delimiter) => shapeBy(delimiter, text, isWhole))
  const { delimiter, header, sample } = shapes.reduce((best, next) => (next.fit > best.fit ? next : best))
  return { delimiter, header, sample, leadingLines: word === null ? 0 : 1 }
}

export function isBlankCsvRecord({ cells, quotes }: CsvRecord): boolean {
  return quotes === 'whole' && cells.every((cell) => cell.split('').every((letter) => BLANKS.includes(letter)))
}

const DELIMITERS = [',', '\t', ';'] as const
const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n|\n|\r)/iu
/** DOS programs put U+001A behind the last line. */
const BLANKS = ' \t\u001a'
const STEP = 1 << 14

/** A delimiter fits as many rows as it cuts into as many cells as the header; among equals the one that cuts most. */
function shapeBy(delimiter: CsvDelimiter, text: string, isWhole: boolean) {
  const reader = csvReader(delimiter)
  const records: CsvRecord[] = []
  const take = (more: readonly CsvRecord[]) => records.push(...more.filter((record) => !isBlankCsvRecord(record)))
  for (let at = 0; at < text.length && records.length <= SAMPLE_ROWS; at += STEP)
    take(reader.add(text.slice(at, at + STEP)))
  if (isWhole && records.length <= SAMPLE_ROWS) take(reader.end())
  const [header = null, ...rest] = records.slice(0, SAMPLE_ROWS + 1)
  const width = header?.width ?? 0
  const alike = width > 1 ? rest.filter((record) => record.width === width).length : -1
  return { delimiter, header, sample: rest.map(({ cells }) => cells), fit: alike * 100_000 + width }
}
