import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'

/** Which findings are asked for; null or empty: no matter. */
export interface FindingFilter {
  readonly centerId: CenterId | null
  readonly standings: readonly FindingStanding[]
  /** A clause, or the criterion or section that holds it: ids are positions. As decided, and as alleged until then. */
  readonly clauseId: string | null
  readonly source: FindingSource | null
  /** Every word of it occurs in the description, the id, the clause or the center's name, or is the finding's number: 123, 第123号. */
  readonly text: string | null
  /** When it happened, as decided, and as alleged until then; both days included. */
  readonly occurredFrom: PlainDate | null
  readonly occurredTo: PlainDate | null
  /** Only those that wait for the actor. */
  readonly isMine: boolean
}

/** All of the filter but where the finding stands, which is counted, and whom it waits for. */
export function matcherOf(
  { state }: Pick<LiveAssessment, 'state'>,
  { clauseId, source, text, occurredFrom, occurredTo }: FindingFilter,
): (finding: Finding) => boolean {
  const words = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const numbers = words.map((word) => Number(NUMBERED.exec(word)?.[1]))
  const within = clauseId === null ? null : `${clauseId}.`
  return (finding) => {
    const clause = clauseOf(finding)
    if (within !== null && clause !== clauseId && !clause.startsWith(within)) return false
    if (source !== null && finding.source !== source) return false
    const day = dayOf(finding)
    if ((occurredFrom !== null && day < occurredFrom) || (occurredTo !== null && day > occurredTo)) return false
    if (words.length === 0) return true
    const said = searchedIn(finding)
    const center = state.centers.get(finding.centerId) ?? finding.centerId
    const number = caseNumber(finding)
    return words.every(
      (word, place) => numbers[place] === number || said.includes(word) || center.toLowerCase().includes(word),
    )
  }
}

const NUMBERED = /^(?:第|no\.?|#)?(\d+)号?$/

/** A finding never changes, another takes its place: what is searched in it is made once. */
const searched = new WeakMap<Finding, string>()

function searchedIn(finding: Finding): string {
  const known = searched.get(finding)
  if (known !== undefined) return known
  const said = `${finding.description}\n${finding.findingId}\n${clauseOf(finding)}`.toLowerCase()
  searched.set(finding, said)
  return said
}

export function clauseOf({ decision, clauseId }: Finding): string {
  return decision?.clauseId ?? clauseId
}

export function dayOf({ decision, occurredOn }: Finding): PlainDate {
  return decision?.occurredOn ?? occurredOn
}
