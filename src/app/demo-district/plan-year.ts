import { id, type BonusId, type ClauseId, type FindingId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { pointsAtStake, roughCost } from '../example-year/clause-cost.ts'
import { findClause } from '../../core/rubric/find-clause.ts'
import { describeFinding } from '../example-year/describe-case.ts'
import { followUpDealer } from '../example-year/follow-up.ts'
import { officeDiary, type OfficeDiary } from '../example-year/office-diary.ts'
import { planFindings } from '../example-year/plan-findings.ts'
import { planSuspicions } from '../example-year/plan-suspicions.ts'
import type { PlannedFinding } from '../example-year/planned-finding.ts'
import { randomFrom, type Random } from '../../core/kernel/random.ts'
import { tellBonuses } from '../example-year/tell-bonuses.ts'
import { tellFinding } from '../example-year/tell-finding.ts'
import type { RaisedSuspicion, YearSetting } from '../example-year/year-setting.ts'
import { dayIn, demoNow, type DemoSetting } from './demo-setting.ts'
import { mostlySettled } from './mostly-settled.ts'

/** What people see and do from the first working day to the demonstration's now, apart from what records show. */
export function planYear(setting: DemoSetting, detected: ReadonlySet<ClauseId>): readonly Proposal[] {
  const today = dayOf(demoNow(setting.year))
  const random = randomFrom(setting.seed)
  const year: YearSetting = {
    ...yearOf(setting, dayIn(setting, '01-05'), addDays(today, -3)),
    found: { clauses: detected, suspicions: [] },
  }
  const diary = officeDiary(year, random)
  const plans = planFindings(year, random).map((plan) => grownOld(plan, today))
  return [
    ...mostlySettled(
      plans.map((plan) => tellFinding(year, random, diary, plan)),
      { ...settling(setting, diary, random), leftOpen: { alleged: 3, notified: 0, accepted: 3, contested: 0 } },
    ),
    ...tellBonuses(year, random, diary),
    ...proposedLately(setting, year, diary),
    ...waitingForReply(setting, diary, plans),
  ]
}

/** What becomes of the suspicions that one run has raised. */
export function planRaised(
  setting: DemoSetting,
  suspicions: readonly RaisedSuspicion[],
  given: { readonly raisedOn: PlainDate; readonly openUntil: PlainDate; readonly salt: number },
): readonly Proposal[] {
  const random = randomFrom(setting.seed + given.salt)
  const clauses = new Set(suspicions.map(({ clauseId }) => clauseId))
  const year: YearSetting = {
    ...yearOf(setting, dayIn(setting, '01-05'), given.openUntil),
    found: { clauses, suspicions, raisedOn: given.raisedOn },
  }
  const diary = officeDiary(year, random)
  const deal = followUpDealer(setting.rubric)
  const lives = year.centers.flatMap((center, at) => {
    const points = (pointsAtStake(setting.rubric) * laxness(at, year.centers.length)) / 100
    const { plans } = planSuspicions(year, random, { center, points, deal })
    return plans
      .map((plan) => grownOld(plan, dayOf(demoNow(setting.year))))
      .map((plan) => tellFinding(year, random, diary, plan))
  })
  return mostlySettled(lives, {
    ...settling(setting, diary, random),
    leftOpen: { alleged: 5, notified: 0, accepted: 1, contested: 1 },
  }).filter(({ type }) => type !== 'SuspicionRaised')
}

/** In hundredths of the points at stake: from strict to lax, so that centers stand apart and not in the order of the list. */
function laxness(at: number, centers: number): number {
  return 1 + (8 * ((at * 7 + 3) % centers)) / centers
}

function smallIn({ rubric }: DemoSetting): (clauseId: ClauseId) => boolean {
  return (clauseId) => {
    const clause = findClause(rubric, clauseId)
    return clause !== null && roughCost(rubric, clause) <= 100
  }
}

function settling(setting: DemoSetting, diary: OfficeDiary, random: Random) {
  return {
    now: demoNow(setting.year),
    diary,
    random,
    settledOn: dayIn(setting, '10-22'),
    isSmall: smallIn(setting),
  }
}

export function yearOf({ rubric, folder, calendar, seed }: DemoSetting, from: PlainDate, to: PlainDate): YearSetting {
  return { rubric, centers: folder.centers, calendar, seed, period: { from, to } }
}

const OPEN_DAYS = 45

/** From what happened to the end of its rectification an office takes longer. */
const RECTIFIED_DAYS = 100

/** What is long past has come to its end: nobody leaves a matter of spring open until autumn. */
function grownOld(plan: PlannedFinding, today: PlainDate): PlannedFinding {
  const { occurredOn } = plan.allegation
  if (occurredOn >= addDays(today, -OPEN_DAYS)) return plan
  const isOpen = plan.course === 'alleged' || plan.course === 'notified' || plan.course === 'answered'
  const isRectified = plan.rectification === 'none' || plan.rectification === 'accepted'
  const isRecent = occurredOn >= addDays(today, -RECTIFIED_DAYS)
  return {
    ...plan,
    course: isOpen ? 'dismissed' : plan.course,
    rectification: isRectified || isRecent ? plan.rectification : 'accepted-later',
  }
}

/** Bonuses of the last weeks that nobody has answered. */
function proposedLately(setting: DemoSetting, year: YearSetting, diary: OfficeDiary): readonly Proposal[] {
  const period = { ...year.period, from: dayIn(setting, '09-15') }
  return tellBonuses({ ...year, period }, randomFrom(setting.seed + 14), diary).flatMap((one): Proposal[] =>
    one.type === 'BonusProposed' ? [{ ...one, bonusId: id<BonusId>(`${one.centerId}-B9`) }] : [],
  )
}

/** On some of the last working days one center was told of something: its days for a reply are ample, near their end or over. */
function waitingForReply(
  setting: DemoSetting,
  diary: OfficeDiary,
  plans: readonly PlannedFinding[],
): readonly Proposal[] {
  const { rubric, folder } = setting
  const isSmall = smallIn(setting)
  const today = dayOf(demoNow(setting.year))
  const days = Array.from({ length: 20 }, (_, at) => addDays(today, at - 20)).filter(
    (day) => diary.after(addDays(day, -1), 1, 1) === day,
  )
  return TOLD.flatMap((before) => days.at(-before) ?? []).flatMap((day, at) => {
    const center = folder.centers[at % folder.centers.length]
    const model = plans.find(
      ({ allegation, clause, source }) =>
        allegation.centerId === center?.id &&
        allegation.eventKey === null &&
        clause.direction === 'deduct' &&
        isSmall(clause.id) &&
        source === 'inspection',
    )
    const replyBy = diary.deadline(day, 1)
    if (model === undefined || replyBy === null) return []
    const occurredOn = addDays(day, -1)
    const { clause, allegation } = model
    const { measured, level, unmet } = allegation
    const described = { clause, particulars: { measured, level, unmet }, occurredOn, occurrences: 1 }
    const findingId = id<FindingId>(`${allegation.centerId}-F9${at}`)
    const description = describeFinding(rubric, described, 'inspection')
    const about = { ...allegation, findingId, occurredOn, occurrences: 1, description }
    const reported = diary.stamp('inspector-1', day)
    const notified = { ...diary.stamp('assessor-2', day) }
    const [first, second] = reported.recordedAt < notified.recordedAt ? [reported, notified] : [notified, reported]
    return [
      { type: 'FindingReported', ...about, ...first, by: reported.by, source: 'inspection', evidence: [] },
      { type: 'FindingNotified', ...second, by: notified.by, findingId, replyBy },
    ] satisfies Proposal[]
  })
}

/** So many working days ago. */
const TOLD = [8, 7, 5, 4, 2, 1] as const
