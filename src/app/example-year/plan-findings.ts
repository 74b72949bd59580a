import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import type { Allegation } from '../../core/ledger/allegation.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { needsMeasure } from '../../core/rubric/clause-needs.ts'
import { pointsAtStake, roughCost } from './clause-cost.ts'
import { particularsOf } from './clause-particulars.ts'
import { describeFinding } from './describe-case.ts'
import { followUpDealer, type FollowUp } from './follow-up.ts'
import { planSuspicions } from './plan-suspicions.ts'
import type { Course, PlannedFinding } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'
import { someAmount } from './some-amount.ts'
import { someRectification, someReply } from './some-course.ts'
import { wishesOf, type Wish } from './wish.ts'
import { someWorkingDay, type YearCenter, type YearSetting } from './year-setting.ts'

/**
 * The findings of every center. Between them they touch every clause and every relation of the rubric; under the clauses
 * that detections look at there is what they found, and nothing made up.
 */
export function planFindings(setting: YearSetting, random: Random): PlannedFinding[] {
  const deal = followUpDealer(setting.rubric)
  return setting.centers.flatMap((center, place) => {
    const laxness = random.below(101)
    const points = (pointsAtStake(setting.rubric) * (6 + (14 * laxness) / 100)) / 100
    const seen = setting.found ? planSuspicions(setting, random, { center, points: points * SEEN_PART, deal }) : null
    const sketches = planCenter(setting, random, {
      center,
      place,
      budget: seen ? seen.left + points * (1 - SEEN_PART) : points,
      count: seen ? 8 + Math.round(laxness / 12) : 25 + Math.round(laxness / 5),
    })
    return [...(seen?.plans ?? []), ...sketches.map((sketch) => planFinding(setting, random, sketch, deal))]
  })
}

/** Of what a center may lose, the part that goes to what its records show. */
const SEEN_PART = 0.6

/** What is settled before the particulars. */
interface Sketch {
  readonly wish: Wish
  readonly course: Course
  readonly about: Pick<Allegation, 'findingId' | 'centerId' | 'occurrences'>
}

interface CenterPlan {
  readonly center: YearCenter
  readonly place: number
  readonly count: number
  /** Points that may be lost, in hundredths. */
  readonly budget: number
}

/** The first center shows each course that moves no points once, whatever chance says. */
const SHOWN: readonly Course[] = ['alleged', 'dismissed', 'notified', 'answered']

/**
 * Some centers are strict with themselves and some lax: 25 to 45 findings, and 6 to 20 in a hundred of the points at
 * stake. When those are lost, what else is found comes to nothing, so that totals stay plausible under any rubric.
 */
function planCenter(
  setting: YearSetting,
  random: Random,
  { center, place, count, budget: points }: CenterPlan,
): Sketch[] {
  let budget = points
  return wishesOf(setting, random, place, count).map((wish, index) => {
    const occurrences = wish.clause.per.length > 0 && wish.eventKey === null && random.chance(20) ? 2 : 1
    const cost = roughCost(setting.rubric, wish.clause) * occurrences
    const course = (place === 0 ? SHOWN[index] : undefined) ?? someCourse(wish, cost <= budget, random)
    if (course === 'substantiated') budget -= cost
    const findingId = id<FindingId>(`${center.id}-F${String(index + 1).padStart(3, '0')}`)
    return { wish, course, about: { findingId, centerId: center.id, occurrences } }
  })
}

function someCourse({ clause, eventKey }: Wish, isAffordable: boolean, random: Random): Course {
  if (clause.direction === 'earn') return 'substantiated'
  if (isAffordable && (eventKey !== null || random.chance(75))) return 'substantiated'
  const roll = random.below(100)
  return roll < 62 ? 'dismissed' : roll < 80 ? 'alleged' : roll < 90 ? 'notified' : 'answered'
}

function planFinding(
  setting: YearSetting,
  random: Random,
  { wish, course, about }: Sketch,
  deal: ReturnType<typeof followUpDealer>,
): PlannedFinding {
  const { clause, eventKey } = wish
  const { occurrences } = about
  const amount = someAmount(setting.rubric, clause, random)
  const isCharged = course === 'substantiated' && clause.direction !== 'earn'
  const followUp = isCharged && eventKey === null ? deal({ clause, occurrences, points: amount }) : 'none'
  const occurredOn = wish.occurredOn ?? someWorkingDay(setting, random, staysOpen(course, followUp))
  const source = wish.source ?? someSource(setting, clause, random)
  const particulars = particularsOf(clause, random)
  const description = describeFinding(setting.rubric, { clause, particulars, occurredOn, occurrences }, source)
  return {
    allegation: { ...about, clauseId: clause.id, occurredOn, eventKey, ...particulars, description },
    clause,
    source,
    suspicion: null,
    course,
    reply: someReply(course, random),
    amount,
    followUp,
    rectification: isCharged && followUp !== 'reversed' ? someRectification(random) : 'none',
  }
}

/** What is still open when the period closes began late in it. */
function staysOpen(course: Course, followUp: FollowUp): boolean {
  if (course === 'substantiated') return followUp === 'pending' || followUp === 'undecided'
  return course !== 'dismissed'
}

/** What records show is not made up where there are records. */
function someSource({ found }: YearSetting, clause: Clause, random: Random): FindingSource {
  if (clause.direction === 'earn') return 'self-assessment'
  const records = found ? 'inspection' : 'records'
  if (needsMeasure(clause)) return records
  return random.chance(60) ? 'inspection' : random.pick([records, 'complaint', 'self-assessment'])
}
