import { digestFile, findBlob, listBlobs, readPieces } from './blob-files.ts'
import { isBringer, noteBringer } from './bringers.ts'
import type { BlobPlace } from './evidence-place.ts'
import type { TenantFolder } from './tenant-folder.ts'

/** Sealed files in a folder; any number of processes may read it. */
export function folderBlobs({ blobs, bringers }: Pick<TenantFolder, 'blobs' | 'bringers'>): BlobPlace {
  return {
    find: async (digest) => {
      const found = await findBlob(blobs, digest)
      if (found === null) return null
      const { path, file } = found
      return { file, read: (range) => readPieces(path, range), digested: () => digestFile(path) }
    },
    list: (after, limit) => listBlobs(blobs, after, limit),
    noteBringer: (personId, digest) => noteBringer(bringers, personId, digest),
    isBringer: (personId, digest) => isBringer(bringers, personId, digest),
  }
}
