import { addDays } from '../../core/kernel/plain-date.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { roughCost } from './clause-cost.ts'
import type { FollowUp, followUpDealer } from './follow-up.ts'
import type { Course, PlannedFinding } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'
import { someAmount } from './some-amount.ts'
import { someRectification, someReply } from './some-course.ts'
import type { RaisedSuspicion, YearCenter, YearSetting } from './year-setting.ts'

/** What becomes of the suspicions about one center, and the points (in hundredths) that are then left to lose. */
export function planSuspicions(
  setting: YearSetting,
  random: Random,
  given: { readonly center: YearCenter; readonly points: number; readonly deal: ReturnType<typeof followUpDealer> },
): { readonly plans: readonly PlannedFinding[]; readonly left: number } {
  const { center, deal } = given
  let left = given.points
  const own = setting.found?.suspicions.filter(({ centerId }) => centerId === center.id) ?? []
  const plans = own.flatMap((suspicion): PlannedFinding[] => {
    const clause = findClause(setting.rubric, suspicion.clauseId)
    if (clause === null) return []
    const cost = roughCost(setting.rubric, clause) * suspicion.occurrences
    const course = courseOf(setting, random, suspicion, cost <= left)
    const isCharged = course === 'substantiated'
    if (isCharged) left -= cost
    const amount = someAmount(setting.rubric, clause, random)
    const { occurrences, eventKey } = suspicion
    const mayFollow = isCharged && eventKey === null && isRecent(setting, suspicion)
    const followUp: FollowUp = mayFollow ? deal({ clause, occurrences, points: amount }) : 'none'
    return [
      {
        allegation: suspicion,
        clause,
        source: 'records',
        suspicion,
        course,
        reply: someReply(course, random),
        amount,
        followUp,
        rectification: isCharged && followUp !== 'reversed' ? someRectification(random) : 'none',
      },
    ]
  })
  return { plans, left }
}

/** What was raised in the period's last weeks is mostly still open at its end; the rest is decided. */
function courseOf(
  { period }: YearSetting,
  random: Random,
  { occurredOn, eventKey }: RaisedSuspicion,
  isAffordable: boolean,
): Course {
  if (occurredOn > addDays(period.to, -OPEN_DAYS) && random.chance(80))
    return random.pick<Course>(['alleged', 'alleged', 'notified', 'answered'])
  if (isAffordable && (eventKey !== null || random.chance(75))) return 'substantiated'
  return random.chance(90) ? 'dismissed' : random.pick<Course>(['notified', 'answered'])
}

/** Raised so shortly before the end that replies and decisions are still out. */
const OPEN_DAYS = 31

/** An appeal or an amount that is still open at the end is of something recent. */
function isRecent({ period }: YearSetting, { occurredOn }: RaisedSuspicion): boolean {
  return occurredOn > addDays(period.to, -3 * OPEN_DAYS)
}
