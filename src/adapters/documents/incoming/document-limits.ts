import type { PackageBounds } from '../../office-package/open-package.ts'

/** What a notice may be at most. The longest that are known have a thousand clauses; these are for what is no notice. */
export interface DocumentLimits extends PackageBounds {
  readonly cells: number
  readonly characters: number
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  inflatedBytes: 256 * 2 ** 20,
  inflatedRatio: 200,
  cells: 200_000,
  characters: 5_000_000,
}
