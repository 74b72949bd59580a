import { isBlankRecord } from './blank-record.ts'

export interface UntidyWatch {
  /** The next piece of the file. */
  readonly add: (piece: Buffer) => void
  /** Whether DuckDB may count rows otherwise than a person does, or stumble; once everything was added. */
  readonly isUntidy: () => boolean
}

/**
 * Looks over the bytes of a UTF-8 CSV at the speed of the disk: are there blank records, or line ends of two kinds? It does not
 * know what stands within quotes, so it may say yes without need, never no.
 */
export function untidyWatch(delimiter: number): UntidyWatch {
  let isUntidy = false
  /** Of the first line end, which all others have to be like. */
  let withReturn: boolean | null = null
  let last = -1
  /** The begin of a record that may be blank, where a piece ended. */
  let begun: Buffer | null = null

  const mayBeBlank = (piece: Buffer, at: number) => {
    const byte = piece[at]
    if (byte !== undefined && byte > QUOTE && byte !== delimiter) return false
    const isBlank = isBlankRecord(piece, at, delimiter)
    if (isBlank === null && piece.length - at < LONGEST_BLANK) begun = Buffer.from(piece.subarray(at))
    return isBlank ?? begun === null
  }
  const addPiece = (piece: Buffer) => {
    if (last === RETURN && piece[0] !== LINE_FEED) return true
    const start = begun === null ? null : Buffer.concat([begun, piece.subarray(0, LONGEST_BLANK)])
    begun = null
    if (start !== null && mayBeBlank(start, 0)) return true
    let returns = 0
    for (let at = piece.indexOf(RETURN); at !== -1; at = piece.indexOf(RETURN, at + 2)) {
      if (at + 1 < piece.length && piece[at + 1] !== LINE_FEED) return true
      returns += 1
    }
    let feeds = 0
    for (let at = piece.indexOf(LINE_FEED); at !== -1; at = piece.indexOf(LINE_FEED, at + 1)) {
      withReturn ??= (at === 0 ? last : piece[at - 1]) === RETURN
      feeds += 1
      if (mayBeBlank(piece, at + 1)) return true
    }
    if (withReturn !== true) return returns > 0 || last === RETURN
    // Where a piece ends within a pair, its return was counted there and its feed is counted here.
    return feeds !== returns + (last === RETURN ? 1 : 0) - (piece.at(-1) === RETURN ? 1 : 0)
  }
  return {
    add: (piece) => {
      isUntidy ||= addPiece(piece)
      last = piece.at(-1) ?? last
    },
    isUntidy: () => isUntidy || withReturn === null || last === RETURN || (begun !== null && begun.length > 0),
  }
}

const LINE_FEED = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const LONGEST_BLANK = 1 << 16
