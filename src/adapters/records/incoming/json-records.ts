import { blanksEnd, flatObject, NOT_RECORD, type FlatObject } from './flat-object.ts'

/** One record of a JSON file and the row that it stands in: the line of JSON lines, the place in an array; from 1. */
export interface JsonRecord {
  readonly row: number
  readonly object: FlatObject
  /** The text ended in this line, without a line end: it may have been cut. */
  readonly isLastUnended: boolean
}

/** No record is longer; a file without line ends must not fill the memory. */
const LONGEST_LINE = 1 << 20
/** Few enough that they are gone before memory is tidied up. */
const BATCH = 100

/** The records of JSON lines. Blank lines are none. */
export async function* jsonLineRecords(pieces: AsyncIterable<string>): AsyncGenerator<readonly JsonRecord[]> {
  let row = 0
  let held = ''
  let isTooLong = false
  const recordOf = (line: string, isLastUnended: boolean): readonly JsonRecord[] => {
    row += 1
    const object = isTooLong ? NOT_RECORD : lineObject(line)
    isTooLong = false
    return object === null ? [] : [{ row, object, isLastUnended }]
  }
  for await (const piece of pieces) {
    let records: JsonRecord[] = []
    let start = 0
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      records.push(...recordOf(held + piece.slice(start, end), false))
      held = ''
      start = end + 1
      if (records.length < BATCH) continue
      yield records
      records = []
    }
    if (held.length > LONGEST_LINE) isTooLong = true
    else held += piece.slice(start)
    yield records
  }
  if (held !== '') yield recordOf(held, true)
}

/** The records of a JSON array; null where the text is none, or goes on behind it. */
export function jsonArrayRecords(text: string): readonly JsonRecord[] | null {
  const records: JsonRecord[] = []
  let at = blanksEnd(text, 0)
  if (text[at] !== '[') return null
  at = blanksEnd(text, at + 1)
  for (let row = 1; text[at] !== ']'; row++) {
    const object = flatObject(text, at)
    records.push({ row, object, isLastUnended: false })
    if (!object.ok) return object.fault === 'line-not-record' ? null : records
    at = blanksEnd(text, object.end)
    if (text[at] === ',') at = blanksEnd(text, at + 1)
    else if (text[at] !== ']') return null
    if (at >= text.length) return null
  }
  return blanksEnd(text, at + 1) === text.length ? records : null
}

function lineObject(line: string): FlatObject | null {
  if (blanksEnd(line, 0) === line.length) return null
  const object = flatObject(line, 0)
  return object.ok && blanksEnd(line, object.end) !== line.length ? NOT_RECORD : object
}
