import type { EvidenceKind } from '../../app/ports/evidence-kind.ts'
import type { ContentFault } from '../../app/ports/evidence-refusals.ts'

/** What content turned out to be: a kind that is taken, or why it is not. */
export type Sniffed =
  | { readonly ok: true; readonly kind: EvidenceKind }
  | { readonly ok: false; readonly fault: ContentFault }

export function found(kind: EvidenceKind): Sniffed {
  return { ok: true, kind }
}

export function unfit(fault: ContentFault): Sniffed {
  return { ok: false, fault }
}
