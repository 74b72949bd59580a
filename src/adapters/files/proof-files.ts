import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileFault } from '../../app/ports/file-fault.ts'
import type { DigestedFile, FileAnswer, NewFile, ProofFiles, WriteFault } from '../../app/ports/proof-files.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import type { BundleLine } from '../../core/proof/verify-bundle.ts'
import { lineSplitter } from './line-splitter.ts'

export const proofFiles: ProofFiles = { readLines, writeNew, copyInto, digestFolder }

async function readLines(path: string, take: (line: BundleLine) => void): Promise<FileAnswer<null>> {
  try {
    if ((await stat(path)).isDirectory()) return failed({ code: 'file-is-folder', path })
    const splitter = lineSplitter(take)
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) splitter.add(chunk as Buffer)
    splitter.end()
    return done
  } catch (error) {
    return failed(readFault(path, error))
  }
}

/** Written beside its place and linked there: `link` refuses where something has that name by now. */
async function writeNew(path: string): Promise<FileAnswer<NewFile>> {
  const partial = `${path}.partial`
  try {
    if (await isThere(path)) return failed({ code: 'file-exists', path })
    const handle = await open(partial, 'w')
    return { ok: true, value: newFile(path, partial, handle) }
  } catch (error) {
    return failed(writeFault(path, error))
  }
}

const GATHERED = 1 << 18

function newFile(path: string, partial: string, handle: FileHandle): NewFile {
  let gathered: string[] = []
  let length = 0
  const flush = async () => {
    const text = gathered.join('')
    gathered = []
    length = 0
    await handle.writeFile(text, 'utf8')
  }
  return {
    write: (text) => {
      gathered.push(text)
      length += text.length
      return length < GATHERED ? Promise.resolve(done) : attempted(path, flush)
    },
    finish: () =>
      attempted(path, async () => {
        await flush()
        await handle.sync()
        await handle.close()
        await link(partial, path)
        await unlink(partial)
        await syncFolder(dirname(path))
      }),
    abandon: async () => {
      await handle.close().catch(() => undefined)
      await unlink(partial).catch(() => undefined)
    },
  }
}

function copyInto(folder: string, name: string, content: AsyncIterable<Uint8Array>): Promise<FileAnswer<null>> {
  const path = join(folder, name)
  return attempted(path, async () => {
    await mkdir(folder, { recursive: true })
    const handle = await open(path, 'wx')
    try {
      for await (const piece of content) await handle.writeFile(piece)
      await handle.sync()
    } finally {
      await handle.close()
    }
  })
}

/** The name of a new file is as lasting as the folder that holds it. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function digestFolder(path: string, take: (file: DigestedFile) => void): Promise<FileAnswer<null>> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    for (const entry of entries) {
      if (!entry.isFile()) continue
      const full = join(entry.parentPath, entry.name)
      take({ path: full.slice(path.length).replace(/^[/\\]+/u, ''), digest: await digestOf(full) })
    }
    return done
  } catch (error) {
    return failed(readFault(path, error))
  }
}

async function digestOf(path: string): Promise<Digest | null> {
  try {
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    return hash.digest('hex') as Digest
  } catch {
    return null
  }
}

const done = { ok: true, value: null } as const

function failed(fault: FileFault | WriteFault): { readonly ok: false; readonly fault: FileFault | WriteFault } {
  return { ok: false, fault }
}

async function attempted(path: string, work: () => Promise<void>): Promise<FileAnswer<null>> {
  try {
    await work()
    return done
  } catch (error) {
    return failed(writeFault(path, error))
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function readFault(path: string, error: unknown): FileFault {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return { code: 'file-missing', path }
  return { code: 'file-unreadable', path, detail: code || String(error) }
}

function writeFault(path: string, error: unknown): WriteFault {
  const code = codeOf(error)
  return code === 'EEXIST'
    ? { code: 'file-exists', path }
    : { code: 'file-not-written', path, detail: code || String(error) }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
