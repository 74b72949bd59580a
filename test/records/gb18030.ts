/** Text in GB 18030, which the platform reads and does not write: the table is asked of its decoder. */
export function inGb18030(text: string): Buffer {
  codes ??= makeCodes()
  const known = codes
  return Buffer.concat(
    Array.from(text, (letter) => known.get(letter) ?? Buffer.from(beyond(letter.codePointAt(0) ?? 0))),
  )
}

let codes: ReadonlyMap<string, Buffer> | null = null

function makeCodes(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  const add = (...bytes: readonly number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if (letter !== '\ufffd' && !found.has(letter)) found.set(letter, Buffer.from(bytes))
  }
  for (let byte = 0; byte < 0x80; byte++) add(byte)
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) add(lead, trail)
  for (let linear = 0; linear < 39_420; linear++) add(...fourBytes(linear, 0x81))
  return found
}

function beyond(code: number): readonly number[] {
  return fourBytes(code - 0x1_0000, 0x90)
}

function fourBytes(linear: number, lead: number): readonly number[] {
  return [
    lead + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}
