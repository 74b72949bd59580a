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
  /** The text ended within quotes that its last line opened. */
  readonly isCut: boolean
}

/**
 * Copies a UTF-8 CSV without its blank records and with `\n` at the end of every other, everything else byte by byte. The
 * first record that is left is the header. `leadingLines` are skipped and not counted.
 */
export function csvTidier(delimiter: number, leadingLines: number): CsvTidier {
  const rows = rowMap()
  let state: 'record' | 'cell' | 'led' | 'bare' | 'quoted' | 'closed' | 'skipped' =
    leadingLines > 0 ? 'skipped' : 'record'
  let skips = leadingLines
  let row = 1
  let records = 0
  let isAfterReturn = false
  let hasLineEndInQuotes = false
  let carried: Buffer = Buffer.alloc(0)

  const beginRecord = () => {
    if (records > 0) rows.add(row)
    records += 1
    state = 'cell'
  }
  const run = (bytes: Buffer, isLast: boolean): Buffer => {
    const out: Buffer[] = []
    let from = 0
    let at = 0
    const keep = (end: number) => {
      if (end > from) out.push(bytes.subarray(from, end))
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (state === 'quoted') {
        if (byte === QUOTE) state = 'closed'
        else if (byte === LINE_FEED || byte === RETURN) hasLineEndInQuotes = true
        continue
      }
      if (byte === LINE_FEED && isAfterReturn) {
        isAfterReturn = false
        from = at + 1
        continue
      }
      isAfterReturn = false
      if (state === 'record') {
        const isBlank = isBlankRecord(bytes, at, delimiter) ?? (isLast || undefined)
        if (isBlank === undefined && bytes.length - at < LONGEST_BLANK) break
        if (isBlank === true) {
          keep(at)
          at = endOfLine(bytes, at)
          isAfterReturn = bytes[at] === RETURN
          from = at + 1
          row += 1
          continue
        }
        beginRecord()
      }
      if (byte === LINE_FEED || byte === RETURN) {
        isAfterReturn = byte === RETURN
        if (state === 'skipped') {
          skips -= 1
          from = at + 1
        } else {
          keep(at)
          out.push(NEW_LINE)
          from = at + 1
          row += 1
        }
        state = skips > 0 ? 'skipped' : 'record'
      } else if (state === 'skipped') from = at + 1
      else if (byte === delimiter) state = 'cell'
      else if (byte === QUOTE && (state === 'cell' || state === 'led' || state === 'closed')) {
        hasLineEndInQuotes &&= state === 'closed'
        state = 'quoted'
      } else if (byte !== SPACE) state = 'bare'
      else if (state !== 'closed') state = state === 'cell' ? 'led' : 'bare'
    }
    keep(at)
    carried = Buffer.from(bytes.subarray(at))
    return Buffer.concat(out)
  }
  return {
    add: (piece) => run(carried.length === 0 ? piece : Buffer.concat([carried, piece]), false),
    end: () => {
      const rest = run(carried, true)
      return { rest, rows, isCut: state === 'quoted' && !hasLineEndInQuotes }
    },
  }
}

const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22
const NEW_LINE = Buffer.of(LINE_FEED)
/** A record that holds nothing for so long is not what people mean by a blank row. */
const LONGEST_BLANK = 1 << 16

function endOfLine(bytes: Buffer, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1
  return at
}
