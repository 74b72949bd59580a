import { canonicalJson } from '../kernel/canonical-json.ts'
import type { ChainHead } from '../ledger/chain.ts'
import type { Terms } from '../ledger/ledger-event.ts'
import { COUNT_NAMES } from './bundle-counts.ts'
import type { BundleCounts, ManifestRecord } from './bundle-record.ts'
import type { CheckBook } from './check-book.ts'

interface Counted {
  readonly counts: BundleCounts
  readonly head: ChainHead
  readonly terms: Terms | null
  /** False where no sheet could be made: then nothing can be said of the sum of the scores. */
  readonly isScored: boolean
}

/** What the manifest states against what was counted while reading. */
export function checkManifest(
  manifest: { readonly record: ManifestRecord; readonly line: number } | null,
  { counts, head, terms, isScored }: Counted,
  book: CheckBook,
): void {
  if (manifest === null) return book.skip('counts')
  const { record, line } = manifest
  const place = { line, seq: null }
  for (const name of Object.keys(COUNT_NAMES) as (keyof BundleCounts)[]) {
    book.count('counts')
    if (name === 'scores' && !isScored) continue
    if (record.counts[name] !== counts[name])
      book.fail('counts', place, 'count-differs', COUNT_NAMES[name], record.counts[name], counts[name])
  }
  if (canonicalJson(record.head) !== canonicalJson(head)) book.fail('counts', place, 'head-differs')
  if (canonicalJson(record.terms) !== canonicalJson(terms)) book.fail('counts', place, 'terms-differ')
}
