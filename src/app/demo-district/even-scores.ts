import { id, type CenterId, type FindingId } from '../../core/kernel/identifiers.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { addDays } from '../../core/kernel/plain-date.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { breachClauses } from '../example-year/breach-clauses.ts'
import { particularsOf } from '../example-year/clause-particulars.ts'
import { describeFinding } from '../example-year/describe-case.ts'
import { officeDiary } from '../example-year/office-diary.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import type { DemoOffice } from './demo-office.ts'
import { demoNow, momentIn, type DemoPorts, type DemoSetting } from './demo-setting.ts'
import { yearOf } from './plan-year.ts'
import type { Step } from './timeline.ts'
import { whole } from './whole.ts'

/**
 * Where no two centers share a score, the last matter of the day: reported, told, accepted, and decided for as many
 * occurrences as bring its center level with another. A ranking without a tie would not show how ties are told.
 */
export function evenScores(ports: DemoPorts, setting: DemoSetting, demo: DemoOffice): readonly Step[] {
  const today = dayOf(demoNow(setting.year))
  const clause = countable(setting)
  if (clause === undefined) return []
  const random = randomFrom(setting.seed + 16)
  const diary = officeDiary(yearOf(setting, today, today), random)
  const stamped = (person: string, time: string) => ({
    ...diary.stamp(person, today),
    actedAt: momentIn(today, time),
    recordedAt: momentIn(today, time),
  })
  const scores = async () => {
    const looked = await ports.desk.office.live.look(setting.tenantId, demo.assessmentId)
    return whole(looked, 'scores')
      .scores.sheets()
      .map(({ centerId, score }) => ({ centerId, score }))
  }
  return [
    {
      at: momentIn(today, '13:35'),
      take: async () => {
        const before = await scores()
        const highest = before.toSorted((a, b) => b.score - a.score)[0]
        if (highest === undefined || isTied(before)) return []
        const { centerId } = highest
        const findingId = id<FindingId>(`${centerId}-S99`)
        const occurredOn = addDays(today, -3)
        const particulars = particularsOf(clause, random)
        const described = { clause, particulars, occurredOn, occurrences: MOST }
        const allegation = {
          ...described.particulars,
          findingId,
          centerId,
          clauseId: clause.id,
          occurrences: MOST,
          occurredOn,
          eventKey: null,
          description: describeFinding(setting.rubric, described, 'inspection'),
        }
        const replyBy = diary.deadline(today, 1)
        if (replyBy === null) return []
        const told: readonly Proposal[] = [
          {
            type: 'FindingReported',
            ...stamped('inspector-2', '13:40'),
            ...allegation,
            source: 'inspection',
            evidence: [],
          },
          { type: 'FindingNotified', ...stamped('assessor-2', '13:52'), findingId, replyBy },
          {
            type: 'FindingAccepted',
            ...stamped(`${centerId}-staff`, '14:26'),
            findingId,
            statement: '情况属实，已当场改正。',
          },
        ]
        return [
          ...demo.steps(told),
          {
            at: momentIn(today, '15:38'),
            take: async () => {
              const occurrences = countFor(await scores(), centerId, clause)
              if (occurrences === null) return []
              const reason = '中心已确认，其余各次未能核实，按核实的次数认定。'
              const decided = { findingId, clauseId: clause.id, occurrences, occurredOn, reason }
              return demo.steps([{ type: 'FindingSubstantiated', ...stamped('assessor-1', '15:38'), ...decided }])
            },
          },
        ]
      },
    },
  ]
}

const MOST = 6

/** The first clause at half a point for each occurrence, with nothing else to it. */
function countable({ rubric }: DemoSetting): Clause | undefined {
  return breachClauses(rubric).find(
    ({ amount, direction, per, conditions }) =>
      direction === 'deduct' &&
      amount.kind === 'fixed' &&
      amount.points === 50 &&
      per.length > 0 &&
      conditions.length === 0,
  )
}

/** How often it must have happened so that the center has the score of another; null where some share one as it is. */
function countFor(
  scores: readonly { readonly centerId: CenterId; readonly score: number }[],
  centerId: CenterId,
  { amount }: Clause,
): number | null {
  const own = scores.find((one) => one.centerId === centerId)
  if (own === undefined || amount.kind !== 'fixed') return null
  if (isTied(scores)) return null
  const counts = scores.map(({ score }) => (own.score - score) / amount.points)
  return (
    counts.filter((count) => Number.isInteger(count) && count >= 1 && count <= MOST).toSorted((a, b) => a - b)[0] ??
    null
  )
}

function isTied(scores: readonly { readonly score: number }[]): boolean {
  return new Set(scores.map(({ score }) => score)).size < scores.length
}
