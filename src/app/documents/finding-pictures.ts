import type { DocumentPicture } from '../../core/document/document-picture.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'

/** By what a writer finds the small picture of a file, and its size; null where the file is no photo or is gone. */
export type PictureOf = (finding: Finding, digest: string) => Promise<Omit<DocumentPicture, 'caption'> | null>

export const PICTURES_EACH = 3
/** More would make a file that no office opens. */
export const PICTURES_IN_ALL = 2000

/** The pictures of one finding after another, as long as there is room for more. */
export function findingPictures(pictureOf: PictureOf): (finding: Finding) => Promise<readonly DocumentPicture[]> {
  let left = PICTURES_IN_ALL
  return async (finding) => {
    const shown: DocumentPicture[] = []
    for (const { digest, caption } of finding.evidence) {
      if (shown.length >= PICTURES_EACH || left === 0) break
      const picture = await pictureOf(finding, digest)
      if (picture === null) continue
      shown.push({ ...picture, caption })
      left -= 1
    }
    return shown
  }
}
