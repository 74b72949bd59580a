import { id, type FindingId } from '../../core/kernel/identifiers.ts'
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { hundredths, type Points } from '../../core/kernel/points.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { isWorkingDay } from '../../core/kernel/working-days.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { openPriceOf } from '../../core/rubric/clause-needs.ts'
import type { Clause } from '../../core/rubric/clause.ts'
import { breachClauses } from '../example-year/breach-clauses.ts'
import { particularsOf } from '../example-year/clause-particulars.ts'
import { describeFinding } from '../example-year/describe-case.ts'
import { officeDiary } from '../example-year/office-diary.ts'
import type { PlannedFinding } from '../example-year/planned-finding.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import { tellFinding } from '../example-year/tell-finding.ts'
import { detectedClauses } from './demo-records.ts'
import { demoNow, type DemoSetting } from './demo-setting.ts'
import { yearOf } from './plan-year.ts'

/** What becomes of a finding that the demonstration must not be without, and how many working days ago it happened. */
interface Showpiece extends Pick<PlannedFinding, 'course' | 'reply' | 'followUp' | 'rectification'> {
  readonly ago: number
  /** Where in the clause's range the amount lies: 0 for its least, 1 for its most. */
  readonly gravity: number
  /** Under the first or the second clause that leaves its amount to people. */
  readonly under: 0 | 1
}

const DECIDED = { course: 'substantiated', reply: 'accepted', followUp: 'none', rectification: 'accepted' } as const
const CONTESTED = {
  course: 'answered',
  reply: 'contested',
  followUp: 'none',
  rectification: 'none',
  gravity: 0,
} as const
const APPEALED = { ...DECIDED, reply: 'contested', followUp: 'pending', rectification: 'none' } as const

/** Precedents that differ, matters that wait for a decision beside them, and appeals. */
const SHOWPIECES: readonly Showpiece[] = [
  { ...DECIDED, ago: 150, gravity: 0, under: 0 },
  { ...DECIDED, ago: 115, gravity: 0.5, under: 0 },
  { ...DECIDED, ago: 80, gravity: 1, under: 0 },
  { ...CONTESTED, ago: 14, under: 0 },
  { ...CONTESTED, ago: 16, under: 1 },
  { ...CONTESTED, ago: 17, under: 1 },
  { ...APPEALED, ago: 28, gravity: 0.5, under: 1 },
  { ...APPEALED, ago: 29, gravity: 1, under: 1 },
  { ...DECIDED, ago: 26, gravity: 0, followUp: 'undecided', rectification: 'submitted', under: 1 },
  { ...DECIDED, ago: 45, gravity: 0.5, rectification: 'returned', under: 0 },
]

/** Nobody who opens the demonstration looks for these in vain, whatever chance has done elsewhere. */
export function showcase(setting: DemoSetting): readonly Proposal[] {
  const { rubric, folder } = setting
  const today = dayOf(demoNow(setting.year))
  const clauses = discretionary(setting)
  const random = randomFrom(setting.seed + 15)
  const year = yearOf(setting, addDays(today, -200), today)
  const diary = officeDiary(year, random)
  return SHOWPIECES.flatMap(({ ago, gravity, under, ...life }, at) => {
    const clause = clauses[under] ?? clauses[0]
    const center = folder.centers[(at * 3) % folder.centers.length]
    if (center === undefined || clause === undefined) return []
    const occurredOn = workingDayBefore(setting, today, ago)
    const particulars = particularsOf(clause, random)
    const described = { clause, particulars, occurredOn, occurrences: 1 }
    const allegation = {
      findingId: id<FindingId>(`${center.id}-S${String(at + 1).padStart(2, '0')}`),
      centerId: center.id,
      clauseId: clause.id,
      occurrences: 1,
      occurredOn,
      eventKey: null,
      ...particulars,
      description: describeFinding(rubric, described, 'inspection'),
    }
    const amount = amountAt(setting, clause, gravity)
    return tellFinding(year, random, diary, {
      ...life,
      allegation,
      clause,
      amount,
      source: 'inspection',
      suspicion: null,
    })
  })
}

/** Clauses with a range of at least a point and nothing else to them, which no detection looks at. */
function discretionary({ rubric, folder }: DemoSetting): readonly Clause[] {
  const detected = detectedClauses(folder)
  return breachClauses(rubric).filter((clause) => {
    const price = openPriceOf(rubric, clause)
    if (clause.direction !== 'deduct' || price === null || price.max === null) return false
    return price.max - price.min >= 100 && clause.conditions.length === 0 && !detected.has(clause.id)
  })
}

function amountAt({ rubric }: DemoSetting, clause: Clause, gravity: number): Points | null {
  const price = openPriceOf(rubric, clause)
  if (price === null || price.max === null) return null
  return hundredths(price.min + HALF * Math.round(((price.max - price.min) * gravity) / HALF))
}

const HALF = 50

function workingDayBefore({ calendar }: DemoSetting, day: PlainDate, count: number): PlainDate {
  let before = day
  for (let left = count; left > 0;) {
    before = addDays(before, -1)
    if (isWorkingDay(calendar, before)) left -= 1
  }
  return before
}
