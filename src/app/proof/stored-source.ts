import { accepted } from '../../core/kernel/outcome.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { CalendarStore } from '../ports/calendar-store.ts'
import { mediaTypeOf } from '../ports/evidence-kind.ts'
import type { EvidenceStore } from '../ports/evidence-store.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import type { RubricArchive } from '../ports/rubric-archive.ts'
import { storeRefusal } from '../ports/store-refusals.ts'
import type { BundleSource, ProofOutcome } from './bundle-source.ts'

/** The stores that a bundle is made from. */
export interface BundleStores {
  readonly ledgers: Pick<LedgerStore, 'headers' | 'read'>
  readonly rubrics: Pick<RubricArchive, 'find'>
  readonly people: Pick<CalendarStore, 'calendars'>
  readonly evidence: Pick<EvidenceStore, 'stat'>
}

const PAGE = 2_000

/** One assessment of a server's stores. */
export async function storedSource(
  { ledgers, rubrics, people, evidence }: BundleStores,
  tenantId: TenantId,
  assessmentId: AssessmentId,
): Promise<ProofOutcome<BundleSource>> {
  const headers = await ledgers.headers(tenantId)
  if (!headers.ok) return headers
  const header = headers.value.find((one) => one.assessmentId === assessmentId)
  if (header === undefined) return storeRefusal('assessment-unknown', assessmentId)
  const adopted = await rubrics.find(tenantId, header.rubricDigest)
  if (!adopted.ok) return adopted
  const calendars = await people.calendars(tenantId)
  if (!calendars.ok) return calendars
  return accepted({
    header,
    notice: adopted.value.notice,
    rubric: adopted.value.rubric,
    earlier: [],
    calendars: calendars.value,
    entries: (afterSeq) => ledgers.read(tenantId, assessmentId, afterSeq, PAGE),
    evidence: async (digest) => {
      const parsed = parseDigest(digest)
      if (parsed === null) throw new Error(`not a digest: ${digest}`)
      const file = await evidence.stat(tenantId, parsed)
      if (!file.ok) return file
      const { bytes, kind } = file.value
      return accepted({ kind: 'evidence', digest, bytes, mediaType: mediaTypeOf(kind) } as const)
    },
  })
}
