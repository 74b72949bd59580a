import type { EvidenceRecord } from '../../core/proof/bundle-record.ts'
import type { FileAnswer, ProofFiles } from '../ports/proof-files.ts'

/** Files in a folder against the evidence that a bundle lists. */
export interface EvidenceFolderReport {
  readonly listed: number
  readonly matching: number
  readonly missing: readonly string[]
  /** Files that bear the digest of a listed one as their name and are something else. */
  readonly differing: readonly string[]
  /** Files that the bundle does not list, or that are there twice; they prove nothing and harm nothing. */
  readonly strangers: number
  readonly unreadable: readonly string[]
}

/** Files may have any name; one that is named for its digest is also held to it. */
export async function checkEvidenceFolder(
  folder: string,
  evidence: readonly EvidenceRecord[],
  files: ProofFiles,
): Promise<FileAnswer<EvidenceFolderReport>> {
  const listed = new Set(evidence.map(({ digest }) => digest))
  const found = new Set<string>()
  const differing: string[] = []
  const unreadable: string[] = []
  let strangers = 0
  const read = await files.digestFolder(folder, ({ path, digest }) => {
    const named = /([0-9a-f]{64})[^/\\]*$/u.exec(path)?.[1] ?? ''
    if (digest === null) unreadable.push(path)
    else if (listed.has(named) && named !== digest) differing.push(path)
    if (digest === null) return
    if (listed.has(digest) && !found.has(digest)) found.add(digest)
    else if (!listed.has(named)) strangers += 1
  })
  if (!read.ok) return read
  const missing = [...listed].filter((digest) => !found.has(digest))
  const report = { listed: listed.size, matching: found.size, missing, differing, strangers, unreadable }
  return { ok: true, value: report }
}
