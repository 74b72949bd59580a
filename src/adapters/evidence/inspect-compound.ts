import type { ByteSource } from './byte-source.ts'
import { found, unfit, type Sniffed } from './sniffed.ts'

/**
 * Which office file before 2007 a compound file (OLE2) is, by the streams at its root. A document with VBA anywhere in
 * it is refused; so is an encrypted one, which holds nothing that can be judged.
 */
export async function inspectCompound(source: ByteSource): Promise<Sniffed> {
  const entries = await directoryOf(source)
  if (entries === null) return unfit({ code: 'file-damaged', detail: 'OLE 目录' })
  const root = namesAtRoot(entries)
  if (root.has('EncryptedPackage') || root.has('EncryptionInfo')) return unfit({ code: 'file-encrypted' })
  if (entries.some(({ name, type }) => type === STORAGE && name.toUpperCase() === 'VBA'))
    return unfit({ code: 'file-has-macros' })
  if (root.has('WordDocument')) return found('doc')
  if (root.has('Workbook') || root.has('Book')) return found('xls')
  if (root.has('PowerPoint Document')) return found('ppt')
  return unfit({ code: 'file-type-refused', found: 'cfb' })
}

export function startsCompound(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, at) => head[at] === byte)
}

/** Sector numbers from here on mean "end", "free" and the like. */
const LAST_SECTOR = 0xfffffffa
const STORAGE = 1
const ENTRY = 128
/** Bounds a circle of sectors; an office file has some hundreds of entries. */
const MOST_DIRECTORY_SECTORS = 4096

interface DirectoryEntry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
}

/** All entries, in the order of the file; null where sectors lead out of it or in a circle. */
async function directoryOf(source: ByteSource): Promise<readonly DirectoryEntry[] | null> {
  const header = view(await source.read(0, 512))
  if (header.byteLength < 512) return null
  const shift = header.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return null
  const sector = (n: number) => source.read((n + 1) * 2 ** shift, (n + 2) * 2 ** shift)
  const entries: DirectoryEntry[] = []
  let at = header.getUint32(48, true)
  for (let count = 0; at < LAST_SECTOR; count++) {
    const page = await sector(at)
    if (count === MOST_DIRECTORY_SECTORS || page.length < 2 ** shift) return null
    for (let offset = 0; offset < page.length; offset += ENTRY)
      entries.push(entryOf(page.subarray(offset, offset + ENTRY)))
    const next = await nextSector(at, header, shift, sector)
    if (next === null) return null
    at = next
  }
  return entries
}

/** What follows a sector by the allocation table, whose own sectors stand in the header and, for large files, in a chain. */
async function nextSector(
  at: number,
  header: DataView,
  shift: number,
  sector: (n: number) => Promise<Uint8Array>,
): Promise<number | null> {
  const perSector = 2 ** (shift - 2)
  let index = Math.floor(at / perSector)
  let table: number
  if (index < 109) table = header.getUint32(76 + index * 4, true)
  else {
    index -= 109
    let link = header.getUint32(68, true)
    for (; index >= perSector - 1; index -= perSector - 1) {
      const page = view(await sector(link))
      if (link >= LAST_SECTOR || page.byteLength < 2 ** shift) return null
      link = page.getUint32(2 ** shift - 4, true)
    }
    const page = view(await sector(link))
    if (page.byteLength < 2 ** shift) return null
    table = page.getUint32(index * 4, true)
  }
  if (table >= LAST_SECTOR) return null
  const page = view(await sector(table))
  return page.byteLength < 2 ** shift ? null : page.getUint32((at % perSector) * 4, true)
}

function entryOf(bytes: Uint8Array): DirectoryEntry {
  const entry = view(bytes)
  const length = Math.min(64, Math.max(2, entry.getUint16(64, true))) - 2
  return {
    name: new TextDecoder('utf-16le').decode(bytes.subarray(0, length)),
    type: entry.getUint8(66),
    left: entry.getUint32(68, true),
    right: entry.getUint32(72, true),
    child: entry.getUint32(76, true),
  }
}

/** Not those of embedded documents: a sheet pasted into a letter leaves it a letter. */
function namesAtRoot(entries: readonly DirectoryEntry[]): ReadonlySet<string> {
  const names = new Set<string>()
  const seen = new Set<number>()
  const ahead = [entries[0]?.child ?? LAST_SECTOR]
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    const entry = entries[id]
    if (entry === undefined || seen.has(id)) continue
    seen.add(id)
    names.add(entry.name)
    ahead.push(entry.left, entry.right)
  }
  return names
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
