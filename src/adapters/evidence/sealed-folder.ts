import { createHash, randomUUID } from 'node:crypto'
import { chmod, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { refusedEvidence } from '../../app/ports/evidence-refusals.ts'
import type { SealedEvidence, SealedObject } from '../../app/ports/sealed-evidence.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { digestFile, readPieces } from './blob-files.ts'
import { withDisk } from './disk-fault.ts'
import { makeFolder, orNull, syncFolder } from './durable-files.ts'
import { sealedIn } from './sealed-names.ts'

/** What `folderEvidence` has sealed in `root`. A page is what one folder of it holds. */
export function sealedFolder(root: string): SealedEvidence {
  const namesIn = async (...path: string[]) => ((await orNull(readdir(join(root, ...path)))) ?? []).toSorted()
  const objectsIn = async (tenant: string, folder: string) => {
    const objects: SealedObject[] = []
    for (const name of await namesIn(tenant, folder)) {
      const { size } = await stat(join(root, tenant, folder, name))
      const object = sealedIn(tenant, folder === NOTES ? 'bringers' : 'blobs', name, size)
      if (object !== null) objects.push(object)
    }
    return objects
  }
  return {
    place: root,
    tenants: () => withDisk(async () => accepted(await namesIn())),
    sealed: (tenant, after) =>
      withDisk(async () => {
        const folders = [...(await namesIn(tenant, 'blobs')).map((name) => `blobs/${name}`), NOTES]
        const done = after === null ? '' : dirname(after.name).slice(tenant.length + 1)
        for (const folder of folders) {
          // `blobs` comes before `bringers`, as in a bucket.
          if (folder <= done) continue
          const objects = await objectsIn(tenant, folder)
          if (objects.length > 0) return accepted(objects)
        }
        return accepted([])
      }),
    holds: ({ name, bytes }) => withDisk(async () => accepted((await orNull(stat(join(root, name))))?.size === bytes)),
    read: ({ name, bytes }) => readPieces(join(root, name), { start: 0, end: bytes }),
    write: ({ name, digest, isNote }, content) =>
      withDisk(async () => {
        const path = join(root, name)
        await makeFolder(dirname(path))
        const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
        try {
          const written = await writeDraft(draft, content)
          if (!isNote && written.digest !== digest)
            return refusedEvidence({ code: 'evidence-corrupted', digest, found: written.digest, bytes: written.bytes })
          await chmod(draft, 0o440)
          await rename(draft, path)
          await syncFolder(dirname(path))
          return accepted(null)
        } finally {
          await rm(draft, { force: true })
        }
      }),
    digested: ({ name }) => withDisk(async () => accepted((await digestFile(join(root, name))).digest)),
  }
}

const NOTES = 'bringers'

async function writeDraft(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<{ readonly digest: Digest; readonly bytes: number }> {
  const file = await open(path, 'wx', 0o640)
  try {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of content) {
      hash.update(piece)
      bytes += piece.length
      await file.writeFile(piece)
    }
    await file.sync()
    return { digest: hash.digest('hex') as Digest, bytes }
  } finally {
    await file.close()
  }
}
