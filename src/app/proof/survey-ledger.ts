import type { CenterId, SamplingPlanId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { applyEvent, draftOf, type AssessmentDraft } from '../../core/ledger/apply-event.ts'
import type { ChainHead } from '../../core/ledger/chain.ts'
import { emptyAssessment } from '../../core/ledger/evolve.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { centerBook } from '../../core/proof/center-of.ts'
import type { Digests } from '../../core/proof/digests.ts'
import { isShownTo, type LaidOpen } from '../../core/proof/shown-to.ts'
import { deadlineIn } from '../../core/proof/verify-deadlines.ts'
import { evidenceIn } from '../../core/proof/verify-evidence.ts'
import { readSource, type BundleSource, type ProofOutcome } from './bundle-source.ts'

/** What a bundle needs to know of the ledger before its first line is written. */
export interface Survey {
  readonly head: ChainHead
  /** Folded from every event, and from those only that are shown. One and the same where all are. */
  readonly whole: AssessmentDraft
  readonly shown: AssessmentDraft
  readonly evidence: readonly string[]
  readonly calendarVersions: ReadonlySet<string>
  readonly laidOpen: LaidOpen
}

export async function surveyLedger(
  source: BundleSource,
  centerId: CenterId | null,
  digests: Digests,
): Promise<ProofOutcome<Survey>> {
  const whole = draftOf(emptyAssessment)
  const shown = centerId === null ? whole : draftOf(emptyAssessment)
  const book = centerBook()
  const evidence = new Set<string>()
  const calendarVersions = new Set<string>()
  const published = new Set<number>()
  const revealed = new Set<SamplingPlanId>()
  const laidOpen = { published, revealed }
  const read = await readSource(source, null, digests, (event) => {
    if (event.type === 'ResultsPublished' && whole.seal !== null) published.add(whole.seal.seq)
    if (event.type === 'SamplingPlanRevealed') revealed.add(event.planId)
    applyEvent(whole, event)
    if (centerId !== null) {
      if (!isShownTo(centerId, event, book, laidOpen)) return
      applyEvent(shown, event)
    }
    noteNeeds(event, evidence, calendarVersions)
  })
  if (!read.ok) return read
  for (const [planId, { design }] of whole.samplingPlans)
    if (centerId === null || revealed.has(planId)) calendarVersions.add(design.calendarVersion)
  return accepted({
    head: read.value,
    whole,
    shown,
    evidence: [...evidence].toSorted(),
    calendarVersions,
    laidOpen,
  })
}

function noteNeeds(event: LedgerEvent, evidence: Set<string>, calendarVersions: Set<string>): void {
  for (const digest of evidenceIn(event)) evidence.add(digest)
  const deadline = deadlineIn(event)
  if (deadline !== null) calendarVersions.add(deadline.calendarVersion)
}
