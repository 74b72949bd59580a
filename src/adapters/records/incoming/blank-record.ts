const LINE_FEED = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const TAB = 0x09
const QUOTE = 0x22
/** What DOS programs put behind the last line. */
const END_OF_TEXT = 0x1a

/**
 * Whether the record that begins at `start` holds nothing: no character but delimiters, blanks and empty pairs of quotes.
 * Null where the bytes end before that is certain.
 */
export function isBlankRecord(bytes: Uint8Array, start: number, delimiter: number): boolean | null {
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === LINE_FEED || byte === RETURN) return true
    if (byte === QUOTE) {
      if (at + 2 >= bytes.length) return null
      if (bytes[at + 1] !== QUOTE || bytes[at + 2] === QUOTE) return false
      at += 1
    } else if (byte !== delimiter && byte !== SPACE && byte !== TAB && byte !== END_OF_TEXT) return false
  }
  return null
}
