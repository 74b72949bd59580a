import { isBlankRecord } from './blank-record.ts'
import { rowMap, type RowMap } from './row-map.ts'

export interface CsvTidier {
  /** What is certain of the piece, tidy. */
  readonly add: (piece: Buffer) => Buffer
  readonly end: () => TidyEnd
}

export interface TidyEnd {
  readonly rest: Buffer
  /** Of the data records; what was left out is counted. */
  readonly rows: RowMap
}

/**
 * Copies a UTF-8 CSV without its blank records and with `\n` at the end of every other, everything else byte by byte. The
 * first record that is left is the header. `leadingLines` are skipped and not counted. Quotes are seen as `csvReader` sees them.
 */
export function csvTidier(delimiter: number, leadingLines: number): CsvTidier {
  const rows = rowMap()
  let state = leadingLines > 0 ? SKIPPED : RECORD
  let skips = leadingLines
  let row = 1
  let records = 0
  let isAfterReturn = false
  let carried: Buffer = Buffer.alloc(0)

  const beginRecord = () => {
    if (records > 0) rows.add(row)
    records += 1
  }
  /** Leaves in `carried` what may begin a blank record, unless `isLast`. The state is held in a local: it is asked for each byte. */
  const run = (bytes: Buffer, isLast: boolean): Buffer => {
    const out = Buffer.allocUnsafe(bytes.length)
    let now = state
    let length = 0
    let at = isAfterReturn && bytes[0] === LINE_FEED ? 1 : 0
    if (bytes.length > 0) isAfterReturn = false
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (now === RECORD) {
        const isBlank = isBlankRecord(bytes, at, delimiter)
        if (isBlank === null && !isLast && bytes.length - at < LONGEST_BLANK) break
        if (isBlank === true || (isBlank === null && isLast)) {
          at = endOfLine(bytes, at)
          row += 1
          if (bytes[at] === RETURN) at = behindReturn(bytes, at)
          continue
        }
        beginRecord()
        now = CELL
      }
      if (now === QUOTED) {
        if (byte === QUOTE) now = CLOSED
      } else if (byte === LINE_FEED || byte === RETURN) {
        if (now === SKIPPED) skips -= 1
        else {
          out[length++] = LINE_FEED
          row += 1
        }
        now = skips > 0 ? SKIPPED : RECORD
        if (byte === RETURN) at = behindReturn(bytes, at)
        continue
      } else if (now === SKIPPED) continue
      else if (byte === delimiter) now = CELL
      else if (byte === QUOTE && now !== BARE) now = QUOTED
      else if (byte === SPACE && now !== BARE) now = now === CELL ? LED : now === CLOSED ? CLOSED : BARE
      else now = BARE
      out[length++] = byte
      if (now !== BARE && now !== QUOTED) continue
      // Most bytes are of the inside of cells.
      const stop = now === BARE ? delimiter : QUOTE
      for (at += 1; at < bytes.length; at++) {
        const inside = bytes[at] ?? 0
        if (inside === stop || inside === LINE_FEED || inside === RETURN) break
        out[length++] = inside
      }
      at -= 1
    }
    state = now
    carried = Buffer.from(bytes.subarray(at))
    return out.subarray(0, length)
  }
  /** The place of the line feed that belongs to a return, where there is one. */
  const behindReturn = (bytes: Buffer, at: number) => {
    if (at + 1 === bytes.length) isAfterReturn = true
    return bytes[at + 1] === LINE_FEED ? at + 1 : at
  }
  return {
    add: (piece) => run(carried.length === 0 ? piece : Buffer.concat([carried, piece]), false),
    end: () => ({ rest: run(carried, true), rows }),
  }
}

/** Before the first byte of a record; within a cell: at its begin, behind one blank, without quotes, in them, behind them. */
const RECORD = 0
const CELL = 1
const LED = 2
const BARE = 3
const QUOTED = 4
const CLOSED = 5
const SKIPPED = 6

const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
/** A record that holds nothing for so long is not what people mean by a blank row. */
const LONGEST_BLANK = 1 << 16

function endOfLine(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1
  return at
}
