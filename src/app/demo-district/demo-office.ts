import { id, type AssessmentId, type ClauseId, type FindingId } from '../../core/kernel/identifiers.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { Random } from '../../core/kernel/random.ts'
import { accountPlaying } from './demo-accounts.ts'
import { withEvidence, type Bringing } from './demo-evidence.ts'
import type { DemoPorts, DemoSetting } from './demo-setting.ts'
import type { FoundPeople } from './found-people.ts'
import { perform } from './perform.ts'
import type { Step } from './timeline.ts'
import { whole } from './whole.ts'

/** The people of the demonstration at work on one assessment. */
export interface DemoOffice {
  readonly assessmentId: AssessmentId
  readonly asking: (username: string) => Parameters<typeof perform>[1]
  /** People bring files as they use to, whenever they can, or never. */
  readonly steps: (proposals: readonly Proposal[], evidence?: Bringing) => readonly Step[]
}

export function demoOffice(
  ports: DemoPorts,
  setting: DemoSetting,
  found: FoundPeople,
  given: { readonly assessmentId: AssessmentId; readonly random: Random; readonly bringing?: Bringing },
): DemoOffice {
  const { assessmentId, random, bringing: usual = 'usually' } = given
  const { office } = ports.desk
  const decided = new Map<ClauseId, readonly FindingId[]>()
  let keys = 0
  const asking = (username: string) => {
    keys += 1
    const actor = found.actor(username)
    return { actor, assessmentId, key: `${assessmentId}-${keys}`, actedAt: null, seen: null }
  }
  const take = async (proposal: Proposal, bringing: Bringing) => {
    const { state } = whole(await office.live.look(setting.tenantId, assessmentId), assessmentId)
    const finding = 'findingId' in proposal ? state.findings.get(proposal.findingId) : undefined
    // Its records turned out to be wrong: nobody goes on with it.
    if (finding?.standing === 'withdrawn') return
    const username = accountPlaying(proposal.by)
    const shown = await withEvidence(ports, found.actor(username), random, proposal, bringing)
    const clauseId = proposal.type === 'AmountDecided' ? finding?.decision?.clauseId : undefined
    const precedents = (clauseId && decided.get(clauseId)) ?? []
    const asked = shown.type === 'AmountDecided' ? { ...shown, precedents } : shown
    whole(await perform(office, asking(username), asked), `${asked.type} ${asked.recordedAt}`)
    if (clauseId && asked.type === 'AmountDecided')
      decided.set(clauseId, [...precedents.slice(1 - MOST_PRECEDENTS), asked.findingId])
  }
  return {
    assessmentId,
    asking,
    steps: (proposals, bringing = usual) =>
      proposals.map((proposal) => ({
        at: proposal.recordedAt,
        take: async () => {
          await take(proposal, bringing)
          return []
        },
      })),
  }
}

const MOST_PRECEDENTS = 3

export function assessmentId(text: string): AssessmentId {
  return id<AssessmentId>(text)
}
