import type { CenterId } from '../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { ExampleRow, ExampleValues } from './example-row.ts'
import { madeUpPerson } from './made-up-people.ts'
import type { CatalogueItem } from './service-catalogue.ts'
import type { Site, SiteCounter } from './site.ts'
import { compact, knownMoment, officeSecond, rowOf, workingDaysOn, type World } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** One case as it comes in. `serial` is unique at the center on that day. */
export interface Arrival {
  readonly site: Site
  readonly item: CatalogueItem
  readonly day: PlainDate
  /** Of the day, when the applicant submits. */
  readonly second: number
  readonly serial: number
  /** Another center of the district where the applicant is registered there (全市通办). */
  readonly homeCenterId: CenterId | null
}

export interface Moment {
  readonly day: PlainDate
  /** Of the day. */
  readonly second: number
}

/** How a case ends: `declined` and `withdrawn` cases have no receipt, since nothing was accepted. */
export type Ending = 'completed' | 'declined' | 'withdrawn'

export function caseIdOf({ site, day, serial }: Pick<Arrival, 'site' | 'day' | 'serial'>): string {
  return `${site.code}${compact(day)}${String(serial).padStart(5, '0')}`
}

/** A case at a counter, accepted at once; `seconds` is how long the applicant sits there. */
export function counterCase(
  world: World,
  random: Random,
  arrival: Arrival,
  at: { readonly counter: SiteCounter; readonly seconds: number; readonly ending: Ending },
): ExampleValues {
  const { item, day, second } = arrival
  const { counter, seconds, ending } = at
  const isKept = ending !== 'declined' && item.type === 'promised'
  return caseValues(random, arrival, {
    recordId: caseIdOf(arrival),
    counter,
    channel: 'counter',
    status: ending,
    respondedAt: momentOf(day, second + Math.min(seconds, 20 + random.below(100))),
    hasReceipt: isKept,
    promisedOn: isKept ? workingDaysOn(world, day, item.promisedDays) : null,
    completedAt: ending === 'completed' ? completedAt(world, random, arrival, seconds) : null,
    loginMethod: random.pick(LOGIN_METHODS),
  })
}

/** A case from the city's platform; `answer` is when the center first answers, null where it has not. */
export function onlineCase(
  world: World,
  random: Random,
  arrival: Arrival,
  { answer, ending }: { readonly answer: Moment | null; readonly ending: Ending },
): ExampleValues {
  const { item } = arrival
  const isAccepted = ending !== 'declined' && answer !== null
  const isKept = isAccepted && item.type === 'promised'
  const completedOn = answer && workingDaysOn(world, answer.day, random.below(Math.max(1, item.promisedDays)))
  const completedAt = Math.min(86_399, Math.max(LAST_MINUTES + random.below(600), answer?.second ?? 0))
  const completed = ending === 'completed' ? knownMoment(world, completedOn, completedAt) : null
  return caseValues(random, arrival, {
    recordId: `W${caseIdOf(arrival)}`,
    counter: null,
    channel: 'online',
    status: (ending === 'completed' && completed === null) || answer === null ? 'in-progress' : ending,
    respondedAt: answer && momentOf(answer.day, answer.second),
    hasReceipt: isKept,
    promisedOn: isKept ? workingDaysOn(world, answer.day, item.promisedDays) : null,
    completedAt: completed,
    loginMethod: null,
  })
}

/**
 * An office's answer that takes `afterDays` working days: 0 is the same day and, where that is past office hours or no working
 * day, at once by whoever is on duty. Null where the export does not know of it yet.
 */
export function answerAfter(world: World, random: Random, { day, second }: Moment, afterDays: number): Moment | null {
  const on = workingDaysOn(world, day, afterDays)
  if (on === null || on > world.asOf) return null
  if (on > day) return { day: on, second: officeSecond(random) }
  return { day, second: second + random.below(Math.min(1800, 86_400 - second)) }
}

/** Papers that the guide lists, taken when a promised case is accepted at a counter. */
export function papersOf(arrival: Arrival): ExampleRow[] {
  const { site, item, day, second } = arrival
  return item.papers.map((paper, at) =>
    rowOf('papers_taken', {
      record_id: `CLS${caseIdOf(arrival)}-${at + 1}`,
      center_id: site.center.id,
      case_id: caseIdOf(arrival),
      item_id: item.id,
      paper_id: paper.id,
      paper_name: paper.name,
      taken_at: momentOf(day, second + 20),
    }),
  )
}

/** The read before the case, or the failed one before a manual entry. */
export function readOf(arrival: Arrival, { login_method: method, counter_id }: ExampleValues): ExampleRow {
  return rowOf('licence_reads', {
    record_id: `DZ${caseIdOf(arrival)}`,
    center_id: arrival.site.center.id,
    counter_id: counter_id ?? null,
    case_id: caseIdOf(arrival),
    method: method === 'manual' ? 'id-card' : (method ?? null),
    result: method === 'manual' ? 'failed' : 'read',
    read_at: momentOf(arrival.day, Math.max(0, arrival.second - 15)),
  })
}

interface CaseCourse {
  readonly recordId: string
  readonly counter: SiteCounter | null
  readonly channel: 'counter' | 'online'
  readonly status: Ending | 'in-progress'
  readonly respondedAt: string | null
  readonly promisedOn: PlainDate | null
  readonly hasReceipt: boolean
  readonly completedAt: string | null
  readonly loginMethod: string | null
}

/** Written out as one literal: a million of them are made. */
function caseValues(
  random: Random,
  { site, item, day, second, homeCenterId }: Arrival,
  course: CaseCourse,
): ExampleValues {
  const person = madeUpPerson(random)
  return {
    record_id: course.recordId,
    center_id: site.center.id,
    home_center_id: homeCenterId ?? (random.chance(80) ? site.center.id : null),
    item_id: item.id,
    item_name: item.name,
    line: item.line,
    counter_id: course.counter && course.counter.id,
    staff_id: course.counter && course.counter.staffId,
    channel: course.channel,
    case_type: item.type,
    status: course.status,
    submitted_at: momentOf(day, second),
    responded_at: course.respondedAt,
    promised_on: course.promisedOn,
    completed_at: course.completedAt,
    receipt_no: course.hasReceipt ? `HZ${course.recordId}` : null,
    login_method: course.loginMethod,
    applicant_name: person.name,
    applicant_id_number: person.idNumber,
    applicant_phone: person.phone,
  }
}

const LAST_MINUTES = 16 * 3600

const LOGIN_METHODS = [
  ...Array<string>(15).fill('id-card'),
  'e-licence',
  'e-licence',
  'e-licence',
  'e-licence',
  'manual',
]

/** At the counter for what is done at once; else within the promise, early enough for the export to know. */
function completedAt(world: World, random: Random, { item, day, second }: Arrival, seconds: number): string {
  const atOnce = momentOf(day, second + seconds)
  if (item.promisedDays === 0) return atOnce
  const on = workingDaysOn(world, day, 1 + random.below(item.promisedDays))
  return knownMoment(world, on, LAST_MINUTES + random.below(600)) ?? atOnce
}
