import type { Entry, ZipFile } from 'yauzl'
import type { EvidenceLimits } from '../../app/ports/evidence-kind.ts'
import type { ContentFault } from '../../app/ports/evidence-refusals.ts'
import { memorySource, type ByteSource } from './byte-source.ts'
import { errnoOf } from './durable-files.ts'
import { found, unfit, type Sniffed } from './sniffed.ts'

/**
 * Which office file a ZIP archive is, after inflating all of it into nothing: sizes that the directory declares are not
 * believed, the bytes that come out are counted. Nothing is written anywhere.
 */
export async function inspectArchive(source: ByteSource, limits: EvidenceLimits): Promise<Sniffed> {
  return inspect(source, { limits, inflated: 0, entries: 0 }, 0)
}

/** Shared with the office files embedded in the one at hand, so that nesting multiplies nothing. */
interface Budget {
  readonly limits: EvidenceLimits
  inflated: number
  entries: number
}

/** A sheet within slides within a document; nobody embeds deeper. */
const DEEPEST = 3
const LARGEST_EMBEDDED = 20 * 1024 * 1024
const LARGEST_CONTENT_TYPES = 1024 * 1024

const MAIN_PARTS = [
  ['wordprocessingml.document.main+xml', 'docx'],
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['presentationml.presentation.main+xml', 'pptx'],
  ['presentationml.slideshow.main+xml', 'pptx'],
] as const

async function inspect(source: ByteSource, budget: Budget, depth: number): Promise<Sniffed> {
  try {
    return await walk(await source.openZip(), budget, depth)
  } catch (error) {
    if (!(error instanceof Error) || errnoOf(error) !== null) throw error
    // What is left is what the archive's reader says about its content.
    return unfit({ code: 'file-damaged', detail: /path|fileName/u.test(error.message) ? '内部文件名越界' : 'ZIP 结构' })
  }
}

async function walk(archive: ZipFile, budget: Budget, depth: number): Promise<Sniffed> {
  budget.entries += archive.entryCount
  if (budget.entries > budget.limits.archiveEntries) return bomb('entries')
  const names = new Set<string>()
  let contentTypes: string | null = null
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName
    if (entry.isEncrypted()) return unfit({ code: 'file-encrypted' })
    if (names.has(name)) return unfit({ code: 'file-damaged', detail: '内部文件重名' })
    names.add(name)
    if (/(?:^|\/)vbaProject[^/]*\.bin$/iu.test(name)) return unfit({ code: 'file-has-macros' })
    const isTypes = name === '[Content_Types].xml'
    const part = await inflate(archive, entry, budget, isTypes ? LARGEST_CONTENT_TYPES : LARGEST_EMBEDDED)
    if (!part.ok) return unfit(part.fault)
    if (isTypes) contentTypes = part.kept === null ? null : new TextDecoder().decode(part.kept)
    if (!part.isArchive) continue
    const isEmbedded = /\/embeddings\/[^/]+$/iu.test(name)
    if (!isEmbedded || depth + 1 >= DEEPEST || part.kept === null) return bomb('nested')
    const inner = await inspect(memorySource(part.kept), budget, depth + 1)
    if (!inner.ok) return inner
  }
  return kindBy(contentTypes)
}

type Inflated =
  | { readonly ok: true; readonly isArchive: boolean; readonly kept: Uint8Array | null }
  | { readonly ok: false; readonly fault: ContentFault }

/** `kept` is the content where it is wanted (content types, an archive) and no longer than `most`; else null. */
async function inflate(archive: ZipFile, entry: Entry, budget: Budget, most: number): Promise<Inflated> {
  const { limits } = budget
  const stream = await archive.openReadStreamPromise(entry)
  const kept: Uint8Array[] = []
  let bytes = 0
  let isWanted = entry.fileName === '[Content_Types].xml'
  let isArchive = false
  // Leaving the loop early destroys the stream.
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    if (bytes === 0) isArchive = startsArchive(chunk)
    isWanted ||= isArchive
    bytes += chunk.length
    budget.inflated += chunk.length
    if (budget.inflated > limits.inflatedBytes)
      return { ok: false, fault: { code: 'archive-bomb', reason: 'inflated' } }
    if (bytes > limits.freeInflatedBytes && bytes > limits.inflatedRatio * entry.compressedSize)
      return { ok: false, fault: { code: 'archive-bomb', reason: 'ratio' } }
    if (isWanted && bytes <= most) kept.push(chunk)
  }
  return { ok: true, isArchive, kept: isWanted && bytes <= most ? Buffer.concat(kept) : null }
}

export function startsArchive(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5) && head[3] === head[2] + 1
}

function kindBy(contentTypes: string | null): Sniffed {
  if (contentTypes === null) return unfit({ code: 'file-type-refused', found: 'zip' })
  if (contentTypes.includes('macroEnabled')) return unfit({ code: 'file-has-macros' })
  const main = MAIN_PARTS.find(([type]) => contentTypes.includes(type))
  return main === undefined ? unfit({ code: 'file-type-refused', found: 'zip' }) : found(main[1])
}

function bomb(reason: 'entries' | 'nested'): Sniffed {
  return unfit({ code: 'archive-bomb', reason })
}
