import { createHash } from 'node:crypto'
import { isEvidenceKind } from '../../app/ports/evidence-kind.ts'
import type { EvidenceFile } from '../../app/ports/evidence-store.ts'
import type { PersonId } from '../../core/kernel/identifiers.ts'
import { parseDigest, type Digest } from '../../core/ledger/chain.ts'
import type { BlobPlace } from '../evidence/evidence-place.ts'
import { inMemory, type ObjectBucket } from './object-bucket.ts'

/** Sealed files as objects, named as in a folder: copying one to the other with any tool that copies files keeps everything. */
export function objectBlobs(bucket: ObjectBucket, prefix: string): BlobPlace {
  return {
    find: async (digest) => {
      const found = await findSealed(bucket, prefix, digest)
      if (found === null) return null
      const { key, file } = found
      return {
        file,
        read: (range) => bucket.read(key, range),
        digested: async () => {
          const hash = createHash('sha256')
          for await (const piece of bucket.read(key, { start: 0, end: file.bytes })) hash.update(piece)
          return { digest: hash.digest('hex') as Digest, bytes: file.bytes }
        },
      }
    },
    list: async (after, limit) => {
      const files = new Map<Digest, EvidenceFile>()
      let last = after === null ? null : behind(prefix, after)
      for (;;) {
        const { objects, isLast } = await bucket.list(`${prefix}blobs/`, last, limit - files.size)
        for (const { key, bytes } of objects) {
          const parts = sealedIn(key)
          if (parts !== null && parts.digest !== after) files.set(parts.digest, { ...parts, bytes })
        }
        last = objects.at(-1)?.key ?? null
        if (isLast || last === null || files.size >= limit) return [...files.values()]
      }
    },
    noteBringer: (personId, digest) => bucket.put(markOf(prefix, personId, digest), inMemory(new Uint8Array(0))),
    isBringer: async (personId, digest) => (await bucket.bytesOf(markOf(prefix, personId, digest))) !== null,
  }
}

/** Where the file is sealed, or would be. */
export async function sealedKey(bucket: ObjectBucket, prefix: string, file: EvidenceFile): Promise<string> {
  const known = await findSealed(bucket, prefix, file.digest)
  return known?.key ?? `${stemOf(prefix, file.digest)}.${file.kind}`
}

async function findSealed(
  bucket: ObjectBucket,
  prefix: string,
  digest: Digest,
): Promise<{ readonly key: string; readonly file: EvidenceFile } | null> {
  const { objects } = await bucket.list(`${stemOf(prefix, digest)}.`, null, 10)
  for (const { key, bytes } of objects) {
    const parts = sealedIn(key)
    if (parts !== null) return { key, file: { ...parts, bytes } }
  }
  return null
}

function stemOf(prefix: string, digest: Digest): string {
  return `${prefix}blobs/${digest.slice(0, 2)}/${digest}`
}

/** Behind every name of this digest and before every name of the next: `/` follows `.`. */
function behind(prefix: string, digest: Digest): string {
  return `${stemOf(prefix, digest)}/`
}

function sealedIn(key: string): Pick<EvidenceFile, 'digest' | 'kind'> | null {
  const [stem = '', kind = '', more] = key.slice(key.lastIndexOf('/') + 1).split('.')
  const digest = parseDigest(stem)
  return digest === null || more !== undefined || !isEvidenceKind(kind) ? null : { digest, kind }
}

function markOf(prefix: string, personId: PersonId, digest: Digest): string {
  return `${prefix}bringers/${digest}.${createHash('sha256').update(personId).digest('hex')}`
}
