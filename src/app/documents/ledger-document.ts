import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId, TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { genesisOf } from '../../core/ledger/chain.ts'
import { eventIn } from '../../core/ledger/read-chain.ts'
import type { Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { called } from '../people/called.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { wholeLedger, type LedgerLine } from './whole-ledger.ts'

/** 台账, all of it as it stands, for who may read the ledger. */
export async function ledgerDocument(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
): Promise<Acting<OfficialDocument>> {
  const looked = await lookIn(office, actor, 'ledger.read', assessmentId)
  if (!looked.ok) return looked
  const names = await called(office.people, actor.tenantId)
  if (!names.ok) return names
  const { header, adopted, state, digestOf, head } = looked.value
  return accepted(
    wholeLedger({
      rubric: adopted.rubric,
      state,
      lines: () => linesOf(office.ledgers, actor.tenantId, assessmentId, head.seq),
      genesis: genesisOf(header, digestOf).digest,
      head,
      called: names.value,
      madeOn: dayOf(office.clock.now()),
    }),
  )
}

const AT_A_TIME = 1000

/** Ends early where the store fails: the document then has fewer rows than it says, and is refused. */
async function* linesOf(
  ledgers: LedgerStore,
  tenantId: TenantId,
  assessmentId: AssessmentId,
  last: number,
): AsyncGenerator<LedgerLine> {
  for (let after = 0; after < last;) {
    const read = await ledgers.read(tenantId, assessmentId, after, Math.min(AT_A_TIME, last - after))
    if (!read.ok || read.value.length === 0) return
    for (const { seq, body, digest, previous } of read.value) {
      const event = eventIn(body, seq)
      if (!event.ok) return
      yield { event: event.value, digest, previous }
    }
    after += read.value.length
  }
}
