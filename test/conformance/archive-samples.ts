import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of a ZIP archive to be made; what it declares can be a lie. */
export interface SampleEntry {
  readonly name: string
  readonly content: Uint8Array
  readonly declaredBytes?: number
  readonly flags?: number
}

/** A ZIP archive of deflated entries. More entries than 65,535 are counted round. */
export function zipOf(entries: readonly SampleEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declaredBytes = content.length, flags = 0x800 } of entries) {
    const packed = deflateRawSync(content)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(declaredBytes, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, tail, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length % 65_536, 4)
  end.writeUInt16LE(entries.length % 65_536, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...directory, Buffer.from('PK\u0005\u0006'), end])
}

const MAIN = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
  docm: 'ms-word.document.macroEnabled.main+xml',
}

/** As little of an office file as names its kind, and what else it is to hold. */
export function officeOf(kind: keyof typeof MAIN, more: readonly SampleEntry[] = []): Uint8Array {
  const types = `<Types><Override PartName="/main.xml" ContentType="application/vnd.${MAIN[kind]}"/></Types>`
  return zipOf([sampleEntry('[Content_Types].xml', types), sampleEntry('main.xml', '<main/>'), ...more])
}

export function sampleEntry(name: string, content: string | Uint8Array): SampleEntry {
  return { name, content: typeof content === 'string' ? Buffer.from(content) : content }
}

/** An entry of a compound file, below the root or below another entry. */
export interface SampleStream {
  readonly name: string
  readonly type: 'storage' | 'stream'
  readonly within?: string
}

/** A compound file (OLE2) whose directory holds the entries; the streams have no content. */
export function compoundOf(streams: readonly SampleStream[]): Uint8Array {
  const entries = [{ name: 'Root Entry', type: 'root', within: '' }, ...streams] as const
  const directory = Buffer.alloc(Math.ceil(entries.length / 4) * 512)
  const sectors = directory.length / 512
  entries.forEach(({ name, type }, at) => {
    const parent = (other: (typeof entries)[number]) => (other.type === 'root' ? '' : (other.within ?? 'Root Entry'))
    const siblings = entries.map((other, index) => ({ index, within: parent(other) }))
    const next = siblings.find(({ index, within }) => index > at && at > 0 && within === siblings[at]?.within)
    const child = siblings.find(({ within }) => within === name)
    const entry = directory.subarray(at * 128, at * 128 + 128)
    entry.write(name, 0, 'utf16le')
    entry.writeUInt16LE((name.length + 1) * 2, 64)
    entry.writeUInt8({ root: 5, storage: 1, stream: 2 }[type], 66)
    entry.writeUInt32LE(0xffffffff, 68)
    entry.writeUInt32LE(next?.index ?? 0xffffffff, 72)
    entry.writeUInt32LE(child?.index ?? 0xffffffff, 76)
  })
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  for (let sector = 1; sector <= sectors; sector++)
    table.writeUInt32LE(sector === sectors ? 0xfffffffe : sector + 1, sector * 4)
  const header = Buffer.alloc(512, 0xff)
  header.fill(0, 0, 76)
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(0xfffffffe, 68)
  header.writeUInt32LE(0, 76)
  return Buffer.concat([header, table, directory])
}
