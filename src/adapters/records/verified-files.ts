import { statSync } from 'node:fs'
import { digestFile } from '../evidence/blob-files.ts'
import { orNull } from '../evidence/durable-files.ts'

/** Why a file is not what the catalog says; null where it is. */
export type FileFlaw = 'missing' | 'differs'

export interface VerifiedFiles {
  /** Reads the whole file when first asked in this process, and again when it was written to since. */
  readonly flawOf: (path: string, digest: string) => Promise<FileFlaw | null>
  /** Forgets everything: the next question reads again. */
  readonly forget: () => void
}

/**
 * Parquet as DuckDB writes it bears no checksum that anybody looks at: a turned byte of a compressed page can come out as
 * another value. So a file is compared with its digest before it is read by a query.
 */
export function verifiedFiles(): VerifiedFiles {
  const known = new Map<string, { readonly stamp: string; readonly flaw: Promise<FileFlaw | null> }>()
  return {
    flawOf: async (path, digest) => {
      // A query asks this of a hundred files: going to another thread and back for each costs more than the question.
      const found = statSync(path, { bigint: true, throwIfNoEntry: false })
      if (found === undefined) return 'missing'
      const stamp = `${digest} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`
      const before = known.get(path)
      if (before?.stamp === stamp) return before.flaw
      const flaw = compare(path, digest)
      known.set(path, { stamp, flaw })
      // What could not be read now may be readable the next time.
      flaw.catch(() => known.delete(path))
      return flaw
    },
    forget: () => known.clear(),
  }
}

async function compare(path: string, digest: string): Promise<FileFlaw | null> {
  const read = await orNull(digestFile(path))
  if (read === null) return 'missing'
  return read.digest === digest ? null : 'differs'
}
