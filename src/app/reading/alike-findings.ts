import type { CenterId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { caseNumber } from '../../core/ledger/case-number.ts'
import type { Finding, FindingStanding } from '../../core/ledger/assessment-state.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { clauseOf, dayOf } from './finding-filter.ts'

/** Another finding that may be about the same event; `why` is the strongest sign of it. `phrase`: what the notice says of both clauses. */
export interface AlikeFinding {
  readonly findingId: FindingId
  readonly number: number
  readonly centerId: CenterId
  readonly clauseId: ClauseId
  readonly occurredOn: PlainDate
  readonly standing: FindingStanding
  readonly description: string
  readonly why: 'same-event' | 'same-records' | 'same-clause-near' | 'related-clause-near'
  readonly phrase: string | null
}

const NEAR_DAYS = 3
const MOST = 10
const SIGNS: readonly AlikeFinding['why'][] = ['same-event', 'same-records', 'related-clause-near', 'same-clause-near']

/** 是不是同一件事: of the same center, the likeliest first. A person judges; nothing is merged by it. */
export function alikeFindings({ state, scores, adopted }: LiveAssessment, finding: Finding): AlikeFinding[] {
  const found = scores.findingIds(finding.centerId).flatMap((findingId) => {
    const other = state.findings.get(findingId)
    if (!other || findingId === finding.findingId || other.standing === 'withdrawn') return []
    const phrase = relationOf(adopted.rubric, clauseOf(finding), clauseOf(other))
    const why = signOf(finding, other, phrase !== null)
    if (why === null) return []
    const { centerId, standing, description } = other
    const clauseId = other.decision?.clauseId ?? other.clauseId
    return [
      {
        findingId,
        number: caseNumber(other),
        centerId,
        clauseId,
        occurredOn: dayOf(other),
        standing,
        description,
        why,
        phrase,
      },
    ]
  })
  return found.sort((one, other) => SIGNS.indexOf(one.why) - SIGNS.indexOf(other.why)).slice(0, MOST)
}

function signOf(one: Finding, other: Finding, isRelated: boolean): AlikeFinding['why'] | null {
  if (one.eventKey !== null && one.eventKey === other.eventKey) return 'same-event'
  const records = new Set(one.records.map(withoutVersion))
  if (other.records.some((record) => records.has(withoutVersion(record)))) return 'same-records'
  const day = dayOf(one)
  const isNear = dayOf(other) >= addDays(day, -NEAR_DAYS) && dayOf(other) <= addDays(day, NEAR_DAYS)
  if (!isNear) return null
  if (isRelated) return 'related-clause-near'
  return clauseOf(one) === clauseOf(other) ? 'same-clause-near' : null
}

function withoutVersion(ref: string): string {
  return ref.replace(/@\d+$/, '')
}

/** What the notice says of the two clauses together, as printed. */
function relationOf({ relations }: Rubric, one: string, other: string): string | null {
  if (one === other) return null
  for (const relation of relations) {
    const members: readonly string[] =
      relation.kind === 'charged-as'
        ? [relation.from, relation.to, relation.chargedAs]
        : relation.kind === 'escalates'
          ? [relation.clauseId, relation.base]
          : relation.clauseIds
    if (members.includes(one) && members.includes(other)) return relation.phrase
  }
  return null
}
