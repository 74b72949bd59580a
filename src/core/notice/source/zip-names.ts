/** The names in the directory of a ZIP file; null where it has none that can be read, as when it was cut off. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const names: string[] = []
  let at = view.getUint32(end + 16, true)
  while (names.length < MOST_NAMES && at + HEAD <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as Lengths
    names.push(String.fromCharCode(...bytes.subarray(at + HEAD, at + HEAD + Math.min(name, LONGEST_NAME))))
    at += HEAD + name + extra + comment
  }
  return names.length === 0 ? null : names
}

type Lengths = [name: number, extra: number, comment: number]

const ENTRY = 0x02014b50
const END = 0x06054b50
const HEAD = 46
const TAIL = 22
const LONGEST_COMMENT = 0xffff
const MOST_NAMES = 10_000
const LONGEST_NAME = 1_000

function endOf(view: DataView): number | null {
  const last = view.byteLength - TAIL
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END) return at
  return null
}
