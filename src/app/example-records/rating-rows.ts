import type { PlainDate } from '../../core/kernel/plain-date.ts'
import { addDays } from '../../core/kernel/plain-date.ts'
import type { Random } from '../../core/kernel/random.ts'
import type { ExampleValues } from './example-row.ts'
import { weighted } from './weighted.ts'
import { knownMoment, officeSecond, workingDaysOn, type World } from './world.ts'
import { momentOf } from './year-rhythm.ts'

/** Given on the device at the counter as the applicant leaves. */
export function deviceRating(
  random: Random,
  rated: ExampleValues,
  at: { day: PlainDate; second: number; deviceId: string },
): ExampleValues {
  const given = { channel: 'counter-device', deviceId: at.deviceId, satisfaction: someSatisfaction(random) }
  return ratingOf(rated, `PJ${rated.record_id}`, at, given)
}

/** Given on the city's platform, from a phone or a browser. */
export function remoteRating(
  random: Random,
  rated: ExampleValues,
  at: { day: PlainDate; second: number },
): ExampleValues {
  const given = { channel: random.pick(REMOTE), deviceId: null, satisfaction: someSatisfaction(random) }
  return ratingOf(rated, `HP${rated.record_id}`, at, given)
}

/** What the platform enters by itself when nobody has rated for a week; null where the period ends before. */
export function defaultRating({ period }: World, rated: ExampleValues, day: PlainDate): ExampleValues | null {
  const on = addDays(day, DAYS_TO_DEFAULT)
  if (on > period.to) return null
  return ratingOf(rated, `HPD${rated.record_id}`, { day: on, second: 1800 }, DEFAULT)
}

/** A second thought about a case that was rated before; null where the period ends before. */
export function secondRating(
  { period }: World,
  random: Random,
  rated: ExampleValues,
  day: PlainDate,
): ExampleValues | null {
  const on = addDays(day, 1 + random.below(5))
  if (on > period.to) return null
  const rating = remoteRating(random, rated, { day: on, second: 9 * 3600 + random.below(36_000) })
  return { ...rating, record_id: `HPZ${rated.record_id}`, attempt: 2 }
}

/** Judged to be a mistake or malicious: it does not count, and the case is as good as not rated. */
export function excludedRating(random: Random, rating: ExampleValues): ExampleValues {
  return { ...rating, satisfaction: 'very-dissatisfied', is_excluded: 'yes', words: random.pick(MISTAKEN) }
}

/** What becomes of a poor rating: verified within a working day, then followed up. */
export interface Verdict {
  readonly verification: 'substantiated' | 'unsubstantiated'
  readonly responsibility: string | null
  readonly followUp: 'satisfied' | 'dissatisfied' | 'unreached'
}

export function verified(
  world: World,
  random: Random,
  rating: ExampleValues,
  day: PlainDate,
  verdict: Verdict,
): ExampleValues {
  const verifiedOn = workingDaysOn(world, day, 1)
  const verifiedAt = knownMoment(world, verifiedOn, officeSecond(random))
  if (verifiedOn === null || verifiedAt === null) return { ...rating, verification: 'pending' }
  const followedUpAt = knownMoment(world, workingDaysOn(world, verifiedOn, 1 + random.below(3)), officeSecond(random))
  return {
    ...rating,
    verification: verdict.verification,
    verified_at: verifiedAt,
    responsibility: verdict.responsibility,
    followed_up_at: followedUpAt,
    follow_up: followedUpAt && verdict.followUp,
  }
}

/** What the centers do not answer for: this is how ordinary poor ratings end. */
export function mildVerdict(random: Random): Verdict {
  const isTrue = random.chance(35)
  return {
    verification: isTrue ? 'substantiated' : 'unsubstantiated',
    responsibility: isTrue ? random.pick(['policy', 'system', 'other']) : null,
    followUp: random.pick(['satisfied', 'satisfied', 'dissatisfied', 'unreached']),
  }
}

export function isPoor({ satisfaction }: ExampleValues): boolean {
  return satisfaction === 'dissatisfied' || satisfaction === 'very-dissatisfied'
}

const DAYS_TO_DEFAULT = 7

/** All at one second and from one device: nobody rates himself there. */
const DEFAULT = { channel: 'system-default', deviceId: 'SYSTEM', satisfaction: 'very-satisfied' }

const REMOTE = ['app', 'app', 'app', 'web', 'sms', 'phone']

const MISTAKEN = ['点错了', '系统测试', '同一人连续恶意评价，已认定', '误触']

const SATISFACTION = weighted(
  [
    ['very-satisfied', 830],
    ['satisfied', 120],
    ['fairly-satisfied', 34],
    ['dissatisfied', 10],
    ['very-dissatisfied', 6],
  ] as const,
  ([, weight]) => weight,
)

function someSatisfaction(random: Random): string {
  return SATISFACTION(random)[0]
}

function ratingOf(
  rated: ExampleValues,
  recordId: string,
  { day, second }: { day: PlainDate; second: number },
  { channel, deviceId, satisfaction }: { channel: string; deviceId: string | null; satisfaction: string },
): ExampleValues {
  return {
    record_id: recordId,
    case_id: rated.record_id,
    center_id: rated['center_id'] ?? null,
    counter_id: rated['counter_id'] ?? null,
    staff_id: rated['staff_id'] ?? null,
    channel,
    device_id: deviceId,
    satisfaction,
    rated_at: momentOf(day, second),
    attempt: 1,
    is_excluded: null,
    rater_name: rated['applicant_name'] ?? null,
    rater_phone: rated['applicant_phone'] ?? null,
  }
}
