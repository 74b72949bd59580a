import type { DigestsBy } from '../../core/proof/digests.ts'
import type { ProofFiles } from '../ports/proof-files.ts'
import { answered, type Answer } from '../problem.ts'
import type { BundleSource } from './bundle-source.ts'
import { refusedBy } from './find-source.ts'
import { writeBundle, type BundleWish, type WrittenBundle } from './write-bundle.ts'

/** A bundle as a new file: it appears when it is whole, or not at all. */
export async function exportBundle(
  source: BundleSource,
  wish: BundleWish,
  path: string,
  { proofFiles, digestsBy }: { readonly proofFiles: ProofFiles; readonly digestsBy: DigestsBy },
): Promise<Answer<WrittenBundle>> {
  const file = await proofFiles.writeNew(path)
  if (!file.ok) return file
  let stuck: Extract<Awaited<ReturnType<typeof file.value.write>>, { ok: false }> | null = null
  const written = await writeBundle(source, wish, digestsBy(source.header.algorithm), async (text) => {
    if (stuck !== null) return
    const done = await file.value.write(text)
    if (!done.ok) stuck = done
  })
  if (!written.ok || stuck !== null) {
    await file.value.abandon()
    return stuck ?? (written.ok ? answered(written.value) : refusedBy(written.refusal))
  }
  const finished = await file.value.finish()
  if (finished.ok) return answered(written.value)
  await file.value.abandon()
  return finished
}
