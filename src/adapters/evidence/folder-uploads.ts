import { open, rm, type FileHandle } from 'node:fs/promises'
import type { UploadDeclaration, UploadId } from '../../app/ports/evidence-store.ts'
import { digestFile, sealBlob } from './blob-files.ts'
import { fileSource } from './byte-source.ts'
import { syncFolder } from './durable-files.ts'
import type { ArrivedContent, PartWriter, UploadPlace } from './evidence-place.ts'
import type { TenantFolder } from './tenant-folder.ts'
import {
  createUpload,
  partBytes,
  readDeclaration,
  readEnd,
  removeUpload,
  uploadIds,
  uploadPart,
  writeEnd,
} from './upload-files.ts'

/** Uploads in a folder, which one process writes to: what counts and what makes them follow each other there. */
export function folderUploads({ uploads, blobs }: Pick<TenantFolder, 'uploads' | 'blobs'>): UploadPlace {
  return {
    declaration: (id) => readDeclaration(uploads, id),
    create: async (id, declared, most) => {
      if ((await countUnfinished(uploads, declared)) >= most) return 'too-many'
      await createUpload(uploads, id, declared)
      return 'created'
    },
    held: (id) => partBytes(uploads, id),
    end: (id) => readEnd(uploads, id),
    writeEnd: async (id, end) => {
      await writeEnd(uploads, id, end)
      return end
    },
    writer: async (id, offset) => partWriter(await open(uploadPart(uploads, id), 'r+'), offset),
    arrived: async (id) =>
      (await partBytes(uploads, id)) === null ? null : arrivedPart(uploads, blobs, uploadPart(uploads, id)),
    begunBefore: async (time) => {
      const old: UploadId[] = []
      for (const id of (await uploadIds(uploads)).all) {
        const declared = await readDeclaration(uploads, id)
        if (declared === null || declared.begunAt < time) old.push(id)
      }
      return old
    },
    remove: (id) => removeUpload(uploads, id),
    // A folder holds nothing that its uploads do not name.
    tidy: async () => undefined,
  }
}

async function countUnfinished(uploads: string, declared: UploadDeclaration): Promise<number> {
  const { all, ended } = await uploadIds(uploads)
  let count = 0
  for (const id of all) if (!ended.has(id) && (await readDeclaration(uploads, id))?.by === declared.by) count++
  return count
}

function partWriter(part: FileHandle, offset: number): PartWriter {
  let end = offset
  return {
    write: async (piece) => {
      let written = 0
      while (written < piece.length)
        written += (await part.write(piece, written, piece.length - written, end + written)).bytesWritten
      end += written
      return true
    },
    keep: async () => {
      await part.datasync()
      return true
    },
    close: () => part.close(),
  }
}

async function arrivedPart(uploads: string, blobs: string, path: string): Promise<ArrivedContent> {
  const part = await open(path, 'r+')
  try {
    await part.sync()
    const { digest, bytes } = await digestFile(path)
    return {
      digest,
      source: fileSource(part, bytes),
      seal: (file) => sealBlob(blobs, path, file),
      discard: async () => {
        await rm(path, { force: true })
        await syncFolder(uploads)
      },
      close: () => part.close(),
    }
  } catch (error) {
    await part.close()
    throw error
  }
}
