import { copyFile, link, mkdtemp, open, rm, unlink, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DocumentTray, HandedOut } from '../../app/ports/document-tray.ts'
import type { FileAnswer, WriteFault } from '../../app/ports/proof-files.ts'

/** A folder of its own for every document, readable by its owner only, among the machine's files that do not last. */
export const documentTray: DocumentTray = {
  place: (ending) =>
    attempted('', async () => join(await mkdtemp(join(tmpdir(), 'mingheng-document-')), `document.${ending}`)),
  handOut: (path) => attempted(path, () => handedOut(path)),
  keep: (path, name) => attempted(name, () => kept(path, name)),
  remove,
}

const PIECE = 1 << 18

async function remove(path: string): Promise<void> {
  await rm(dirname(path), { recursive: true, force: true })
}

async function handedOut(path: string): Promise<HandedOut> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    return { bytes: size, content: { [Symbol.asyncIterator]: () => pieces(handle, path) } }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** Not a generator: one that nobody began would not hear that it is over. */
function pieces(handle: FileHandle, path: string): AsyncIterator<Uint8Array, undefined> {
  let isOver = false
  const end = async () => {
    if (!isOver) {
      isOver = true
      await handle.close()
      await remove(path)
    }
    return { done: true, value: undefined } as const
  }
  return {
    next: async () => {
      if (isOver) return end()
      try {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE), 0, PIECE, null)
        return bytesRead === 0 ? await end() : { done: false, value: buffer.subarray(0, bytesRead) }
      } catch (error) {
        await end()
        throw error
      }
    },
    return: end,
  }
}

/** Copied beside its place and linked there: `link` refuses where something has that name by now. */
async function kept(path: string, name: string): Promise<null> {
  const partial = `${name}.partial`
  await copyFile(path, partial)
  try {
    await link(partial, name)
  } finally {
    await unlink(partial)
  }
  await remove(path)
  return null
}

async function attempted<Value>(path: string, work: () => Promise<Value>): Promise<FileAnswer<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, fault: writeFault(path, error) }
  }
}

function writeFault(path: string, error: unknown): WriteFault {
  if (!(error instanceof Error) || !('code' in error)) throw error
  if (error.code === 'EEXIST') return { code: 'file-exists', path }
  return { code: 'file-not-written', path, detail: String(error.code) }
}
