import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Finding } from '../../core/ledger/assessment-state.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { eventIn } from '../../core/ledger/read-chain.ts'
import type { EvidencePorts } from '../evidence/evidence-ports.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import type { PictureSource } from '../ports/document-writer.ts'
import type { FindingFilter } from '../reading/finding-filter.ts'
import { allInOrder, type FindingOrder } from '../reading/finding-order.ts'
import { effectsOn, type Effects } from '../reading/finding-view.ts'
import { matchingFindings } from '../reading/matching-findings.ts'
import { findingList } from './finding-list.ts'
import { jpegSize } from './picture-size.ts'
import { smallPictures } from './small-pictures.ts'

export interface FindingListAsked {
  readonly actor: Actor
  readonly assessmentId: AssessmentId
  readonly filter: FindingFilter
  readonly order: FindingOrder
}

/** 问题清单 as the page of findings is filtered and ordered, with the pictures that it shows. */
export async function findingListDocument(
  office: Office,
  files: EvidencePorts,
  { actor, assessmentId, filter, order }: FindingListAsked,
): Promise<Acting<{ readonly document: OfficialDocument; readonly pictures: PictureSource }>> {
  const looked = await lookIn(office, actor, 'finding.read', assessmentId, filter.centerId)
  if (!looked.ok) return looked
  const live = looked.value
  const today = dayOf(office.clock.now())
  const { found, byStanding } = matchingFindings(live, actor, filter, today)
  // The live state goes on changing while rows are written; a finding and a sheet never do.
  const centers = new Map(live.state.centers)
  const effects = new Map<CenterId, Effects>()
  for (const centerId of new Set(found.map(({ centerId }) => centerId))) {
    const sheet = live.scores.sheet(centerId)
    if (sheet !== null) effects.set(centerId, effectsOn(sheet))
  }
  const document = findingList({
    rubric: live.adopted.rubric,
    madeOn: today,
    ledger: { seq: live.head.seq, head: live.head.digest },
    filter,
    byStanding,
    centers,
    findings: allInOrder(live, found, order, today),
    effectOf: ({ centerId, findingId }) => effects.get(centerId)?.get(findingId)?.now ?? null,
    reasonOf: (finding) => reasonOf(office, actor, assessmentId, finding),
    pictureOf: async ({ centerId }, digest) => {
      const bytes = await smallPictures(files, actor, centerId)(digest)
      const size = bytes && jpegSize(bytes)
      return size && { key: `${digest} ${centerId}`, ...size }
    },
  })
  return accepted({ document, pictures: picturesBy(files, actor) })
}

/** A file is shown as evidence of the center's case that refers to it, and to whoever may read that. */
function picturesBy(files: EvidencePorts, actor: Actor): PictureSource {
  return async (key) => {
    const [digest = '', centerId = ''] = key.split(' ')
    return smallPictures(files, actor, centerId as CenterId)(digest)
  }
}

/** A decision is kept with its reason; why something was dismissed or reversed is told by its event only. */
async function reasonOf(
  { ledgers }: Pick<Office, 'ledgers'>,
  { tenantId }: Actor,
  assessmentId: AssessmentId,
  { standing, decision, because }: Finding,
): Promise<string> {
  const kind = TOLD_BY_EVENT[standing]
  if (kind === undefined) return decision?.reason ?? ''
  for (const seq of because.toReversed()) {
    const read = await ledgers.read(tenantId, assessmentId, seq - 1, 1)
    // Rows are on their way already: a list that leaves a reason out must not be handed out.
    if (!read.ok) throw new Error(read.refusal.message)
    for (const entry of read.value) {
      const event = eventIn(entry.body, entry.seq)
      if (!event.ok) throw new Error(event.refusal.message)
      if (event.value.type === kind && 'reason' in event.value) return event.value.reason
    }
  }
  return ''
}

const TOLD_BY_EVENT: Partial<Record<Finding['standing'], LedgerEvent['type']>> = {
  dismissed: 'FindingDismissed',
  reversed: 'FindingReversed',
  withdrawn: 'SuspicionWithdrawn',
}
