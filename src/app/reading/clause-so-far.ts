import type { AssessmentId, CenterId, ClauseId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { FindingStanding } from '../../core/ledger/assessment-state.ts'
import { refusal } from '../../core/ledger/ledger-refusals.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { conditionInWords } from '../../core/rubric/condition-in-words.ts'
import { priceInWords } from '../../core/rubric/price-in-words.ts'
import type { Interval, ScoreLine, SignedPoints } from '../../core/scoring/score-sheet.ts'
import type { Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { narrowed } from './narrowed.ts'
import { findingsOf } from './progress-of.ts'

/** What a clause has come to in the assessment. */
export interface ClauseSoFar {
  readonly price: string
  readonly conditions: readonly string[]
  readonly counts: Readonly<Record<FindingStanding, number>>
  /** The lines of the sheets under it, added up, before caps and floors of their sections. */
  readonly effect: SignedPoints
  readonly between: Interval
  /** What was decided first, then what is open, then what came to nothing; newest first. At most `MOST`: `counts` says how many there are. */
  readonly findings: readonly FindingUnderClause[]
}

export interface FindingUnderClause {
  readonly findingId: FindingId
  readonly centerName: string
  readonly occurredOn: PlainDate
  readonly description: string
  readonly standing: FindingStanding
  readonly effect: SignedPoints
  readonly between: Interval
}

const MOST = 8

/** 一款今年的情形, of the centers that the actor may read. */
export async function clauseSoFar(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  clauseId: ClauseId,
): Promise<Acting<ClauseSoFar>> {
  const looked = await lookIn(office, actor, 'finding.read', assessmentId)
  if (!looked.ok) return looked
  const live = looked.value
  const clause = findClause(live.adopted.rubric, clauseId)
  if (clause === null) return { ok: false, refusal: refusal('clause-unknown', clauseId) }
  const centerIds = narrowed(actor, 'finding.read')
  const lines = linesUnder(live, clauseId, centerIds)
  const byFinding = new Map(
    lines.flatMap((line) => (line.subject.kind === 'finding' ? [[line.subject.findingId, line] as const] : [])),
  )
  const counts = { suspected: 0, reported: 0, notified: 0, substantiated: 0, dismissed: 0, reversed: 0, withdrawn: 0 }
  const under: FindingUnderClause[] = []
  for (const finding of findingsOf(live, centerIds)) {
    if ((finding.decision?.clauseId ?? finding.clauseId) !== clauseId) continue
    const { findingId, centerId, standing, decision, occurredOn, description } = finding
    counts[standing] += 1
    const line = byFinding.get(findingId)
    under.push({
      findingId,
      centerName: live.state.centers.get(centerId) ?? centerId,
      occurredOn: decision?.occurredOn ?? occurredOn,
      description,
      standing,
      effect: line?.effect ?? 0,
      between: line?.between ?? [0, 0],
    })
  }
  const sum = (of: (line: ScoreLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return accepted({
    price: priceInWords(clause),
    conditions: clause.conditions.map(conditionInWords),
    counts,
    effect: sum(({ effect }) => effect),
    between: [sum(({ between }) => between[0]), sum(({ between }) => between[1])],
    findings: under.toSorted(byWeight).slice(0, MOST),
  })
}

const WEIGHT: Readonly<Record<FindingStanding, number>> = {
  substantiated: 0,
  notified: 1,
  reported: 1,
  suspected: 1,
  reversed: 2,
  dismissed: 3,
  withdrawn: 3,
}

function byWeight(one: FindingUnderClause, other: FindingUnderClause): number {
  const order = WEIGHT[one.standing] - WEIGHT[other.standing]
  return order !== 0 ? order : one.occurredOn < other.occurredOn ? 1 : -1
}

function linesUnder(
  { scores, state }: LiveAssessment,
  clauseId: ClauseId,
  centerIds: readonly CenterId[] | null,
): ScoreLine[] {
  return (centerIds ?? [...state.centers.keys()]).flatMap((centerId) =>
    (scores.sheet(centerId)?.sections ?? []).flatMap(({ lines }) => lines.filter((line) => line.clauseId === clauseId)),
  )
}
