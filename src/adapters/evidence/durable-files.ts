import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Makes the folder and what is missing above it, so that a power failure cannot take them back. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return
  for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder))
}

/** A rename or a new name is on the disk only once its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The file is there whole or not at all, whatever happens meanwhile. */
export async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const draft = join(folder, `${name}.tmp`)
  const file = await open(draft, 'w', 0o640)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, join(folder, name))
  await syncFolder(folder)
}

/** `null` where there is no such file. */
export async function readWhole(path: string): Promise<string | null> {
  return orNull(readFile(path, 'utf8'))
}

/** `null` where the path leads to nothing; other errors stay errors. */
export async function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The system's code for an error of the disk; `null` for an error that is none. zlib numbers its errors too (`Z_…`). */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error && 'errno' in error && 'code' in error && typeof error.code === 'string')) return null
  return error.code.startsWith('Z_') ? null : error.code
}
