import { open, type FileHandle } from 'node:fs/promises'
import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { FileLook, Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { csvShape } from './csv-shape.ts'
import type { PreparedTable } from './prepared-file.ts'
import { readThrough } from './read-through.ts'

/** What a file is, without keeping anything. `onBytes` is told how far it was read and may throw to stop. */
export async function lookAtFile(
  path: string,
  fileName: string,
  onBytes: (done: number) => void = () => undefined,
): Promise<Kept<Looked>> {
  let file: FileHandle
  try {
    file = await open(path)
  } catch {
    return refusedRecords('file-missing', fileName)
  }
  try {
    const { bytes, digest, isUtf8, hasNul } = await readThrough(file, onBytes)
    if (bytes === 0) return refusedRecords('file-empty', fileName)
    if (!isUtf8 || hasNul) return refusedRecords('file-not-text', fileName, '')
    const head = Buffer.alloc(Math.min(bytes, HEAD))
    await file.read(head, 0, head.length, 0)
    const { delimiter, header, sample } = csvShape(new TextDecoder().decode(head, { stream: true }))
    if (sample.length === 0) return refusedRecords('file-no-rows', fileName)
    const look = { kind: 'csv', encoding: 'utf-8', bytes, digest, header, sample } as const
    return accepted({ look, table: { kind: 'csv', path, delimiter } })
  } finally {
    await file.close()
  }
}

export interface Looked {
  readonly look: FileLook
  readonly table: PreparedTable
}

const HEAD = 1 << 20
