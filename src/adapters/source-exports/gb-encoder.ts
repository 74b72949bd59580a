/**
 * Text as GB 18030 bytes; what GBK has is written as GBK. Node decodes GB 18030 but does not encode it, so the tables are
 * the decoder's own, turned round.
 */
export function encodeGb(text: string): Buffer {
  const { pairs, places } = gbTables()
  const bytes = Buffer.allocUnsafe(text.length * 4)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const pair = pairs[unit] ?? 0
    if (unit < 0x80) bytes[length++] = unit
    else if (pair !== 0) {
      bytes[length++] = pair >> 8
      bytes[length++] = pair & 0xff
    } else {
      const code = text.codePointAt(at) ?? unit
      if (code > 0xffff) at += 1
      bytes.set(fourBytes(code > 0xffff ? code - 0x1_0000 + BEYOND_BASIC_PLANE : (places[code] ?? 0)), length)
      length += 4
    }
  }
  return bytes.subarray(0, length)
}

interface GbTables {
  /** By UTF-16 unit: lead and trail byte as one number; 0 where there is no pair. */
  readonly pairs: Uint16Array
  /** By UTF-16 unit: its place among the four-byte codes. */
  readonly places: Uint16Array
}

/** The place of U+10000 among the four-byte codes. */
const BEYOND_BASIC_PLANE = 189_000

/** How many four-byte codes there are before the basic plane ends. */
const BASIC_PLANE = 39_420

let tables: GbTables | null = null

function gbTables(): GbTables {
  if (tables !== null) return tables
  const decoder = new TextDecoder('gb18030')
  const pairs = new Uint16Array(0x1_0000)
  const places = new Uint16Array(0x1_0000)
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\uFFFD') pairs[text.charCodeAt(0)] = (lead << 8) | trail
    }
  for (let place = 0; place < BASIC_PLANE; place++) {
    const text = decoder.decode(fourBytes(place))
    if (text.length === 1) places[text.charCodeAt(0)] = place
  }
  tables = { pairs, places }
  return tables
}

function fourBytes(place: number): Uint8Array {
  return Uint8Array.of(
    0x81 + Math.floor(place / 12_600),
    0x30 + (Math.floor(place / 1260) % 10),
    0x81 + (Math.floor(place / 10) % 126),
    0x30 + (place % 10),
  )
}
