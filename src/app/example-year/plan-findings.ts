import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import type { Allegation } from '../../core/ledger/allegation.ts'
import type { FindingSource } from '../../core/ledger/ledger-event.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { needsMeasure } from '../../core/rubric/clause-needs.ts'
import { pointsAtStake, roughCost } from './clause-cost.ts'
import { particularsOf } from './clause-particulars.ts'
import { describeFinding } from './describe-case.ts'
import { followUpDealer, type FollowUp } from './follow-up.ts'
import type { Course, PlannedFinding, RectificationCourse } from './planned-finding.ts'
import type { Random } from './random.ts'
import { someAmount } from './some-amount.ts'
import { wishesOf, type Wish } from './wish.ts'
import { someWorkingDay, type YearCenter, type YearSetting } from './year-setting.ts'

/** The findings of every center. Between them they touch every clause and every relation of the rubric. */
export function planFindings(setting: YearSetting, random: Random): PlannedFinding[] {
  const deal = followUpDealer(setting.rubric)
  return setting.centers.flatMap((center, place) =>
    planCenter(setting, random, center, place).map((sketch) => planFinding(setting, random, sketch, deal)),
  )
}

/** What is settled before the particulars. */
interface Sketch {
  readonly wish: Wish
  readonly course: Course
  readonly about: Pick<Allegation, 'findingId' | 'centerId' | 'occurrences'>
}

/** The first center shows each course that moves no points once, whatever chance says. */
const SHOWN: readonly Course[] = ['alleged', 'dismissed', 'notified', 'answered']

/**
 * Some centers are strict with themselves and some lax: 25 to 45 findings, and 6 to 20 in a hundred of the points at
 * stake. When those are lost, what else is found comes to nothing, so that totals stay plausible under any rubric.
 */
function planCenter(setting: YearSetting, random: Random, center: YearCenter, place: number): Sketch[] {
  const laxness = random.below(101)
  let budget = (pointsAtStake(setting.rubric) * (6 + (14 * laxness) / 100)) / 100
  return wishesOf(setting, random, place, 25 + Math.round(laxness / 5)).map((wish, index) => {
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
  const source = wish.source ?? someSource(clause, random)
  const particulars = particularsOf(clause, random)
  const description = describeFinding(setting.rubric, { clause, particulars, occurredOn, occurrences }, source)
  return {
    allegation: { ...about, clauseId: clause.id, occurredOn, eventKey, ...particulars, description },
    clause,
    source,
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

function someSource(clause: Clause, random: Random): FindingSource {
  if (clause.direction === 'earn') return 'self-assessment'
  if (needsMeasure(clause)) return 'records'
  return random.chance(60) ? 'inspection' : random.pick(['records', 'complaint', 'self-assessment'])
}

function someReply(course: Course, random: Random): PlannedFinding['reply'] {
  if (course === 'answered') return random.pick(['accepted', 'contested'])
  if (course === 'dismissed') return random.pick(['none', 'contested', 'contested'])
  return random.pick(['accepted', 'accepted', 'accepted', 'contested', 'none'])
}

function someRectification(random: Random): RectificationCourse {
  if (random.chance(55)) return random.pick(['none', 'accepted'])
  return random.pick(['accepted', 'planned', 'submitted', 'returned', 'accepted-later'])
}
