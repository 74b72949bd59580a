import type { WorkingCalendar } from '../../core/kernel/working-days.ts'
import { genesisOf, type ChainHead, type LedgerHeader, type WholeEntry } from '../../core/ledger/chain.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import type { Digests } from '../../core/proof/digests.ts'
import type { EvidenceRecord } from '../../core/proof/bundle-record.ts'
import type { Interpretation } from '../../core/rubric/interpretation.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import type { ActingCode } from '../office/acting-refusals.ts'
import { readChecked } from '../office/read-checked.ts'
import type { EvidenceFaultCode } from '../ports/evidence-refusals.ts'

/** What can stand against making a bundle. */
export type ProofOutcome<Value> = Outcome<Value, ActingCode | EvidenceFaultCode>

/** Reads the source's ledger from its first entry, the chain checked: nothing broken is ever handed out as proof. */
export function readSource(
  { header, entries }: BundleSource,
  upTo: number | null,
  { of }: Digests,
  take: (event: LedgerEvent, entry: WholeEntry) => void | Promise<void>,
): Promise<ProofOutcome<ChainHead>> {
  const ledger = { assessmentId: header.assessmentId, digestOf: of, page: entries }
  return readChecked(ledger, genesisOf(header, of), upTo, take)
}

/** Where the parts of a bundle come from: the stores of a server, or a folder. */
export interface BundleSource {
  readonly header: LedgerHeader
  readonly notice: string
  readonly rubric: Rubric
  /** 口径 given before the ledger began. */
  readonly earlier: readonly Interpretation[]
  readonly calendars: readonly WorkingCalendar[]
  /** At most some thousand entries after `afterSeq`, in order; none at the end. The chain is checked by whoever asks. */
  readonly entries: (afterSeq: number) => Promise<ProofOutcome<readonly WholeEntry[]>>
  /** What is known of a file; an error where it ought to be there and is not. */
  readonly evidence: (digest: string) => Promise<ProofOutcome<EvidenceRecord>>
}
