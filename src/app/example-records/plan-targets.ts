import { compareRational, rational } from '../../core/kernel/rational.ts'
import type { Random } from '../../core/kernel/random.ts'
import { shareOf } from './counter-group.ts'
import { chanceFor, type PlanDraft } from './plan-draft.ts'
import { leastAtCounters, planLoads } from './plan-loads.ts'
import { NOTHING_PLANTED, tallyPlanted, type PlantedTally } from './planted-tally.ts'
import { expectMeasure } from './plants/expect-measure.ts'
import type { Site } from './site.ts'
import type { SiteTarget } from './site-target.ts'

const RATED = 'rating-rate-low'
const ONLINE = 'online-rate-low'

/**
 * How much ordinary traffic each center needs beside what is planted, so that its rates come out as meant: some exactly on
 * the bound, some one short of it, some far below. Called when everything else is planted.
 */
export function planTargets(draft: PlanDraft): SiteTarget[] {
  const { sites, cases } = draft.world
  const random = chanceFor(draft, RATED)
  const planted = tallyPlanted(draft)
  const sum = sites.reduce((all, { weight }) => all + weight, 0)
  return sites.map((site) =>
    planSite(draft, random, site, {
      already: planted.get(site.center.id) ?? NOTHING_PLANTED,
      wanted: Math.round((cases * site.weight) / sum),
    }),
  )
}

function planSite(
  draft: PlanDraft,
  random: Random,
  site: Site,
  { already, wanted }: { readonly already: PlantedTally; readonly wanted: number },
): SiteTarget {
  const onlineCourse = courseOf(draft, ONLINE, site.place, 1)
  const onlineShare = ratioOf(draft, ONLINE, { course: onlineCourse, by: 4 + random.below(4), usual: 0.5 })
  const least = leastAtCounters(site, already.byCounter)
  const rated = planRated(draft, random, site, { already, wanted: Math.max(least, wanted * (1 - onlineShare) * 0.9) })
  const unfinished = Math.max(already.unfinished, Math.ceil(rated.completed / 20))
  const atCounters = rated.completed + unfinished
  const offline = atCounters + already.elsewhere
  const online = planOnline(draft, onlineCourse, { offline, share: onlineShare, least: already.online })
  expectBelow(draft, site, ONLINE, onlineCourse, { numerator: online.online, denominator: online.all })
  return {
    site,
    rated: rated.rated - already.rated,
    unrated: rated.completed - rated.rated - already.unrated,
    unfinished: unfinished - already.unfinished,
    online: online.online - already.online,
    elsewhere: online.all - online.online - offline,
    rate: rated,
    ...planLoads(draft, site, { atCounters, planted: already.byCounter }),
  }
}

/** Where a center's rate comes to lie: on the bound, one case short of it, well below, or above. */
type RateCourse = 'exact' | 'short' | 'below' | 'above'

/** Each takes its turn round the centers; where nobody looks for it, all are above. */
function courseOf({ world: { limits } }: PlanDraft, detection: string, place: number, first: number): RateCourse {
  if (!limits.has(detection)) return 'above'
  // So near to all that hardly anything may be without: nobody gets there.
  if (compareRational(shareOf(limits, detection), rational(19, 20)) > 0) return 'below'
  const turn = (place - first + 10) % 5
  if (turn === 0) return 'exact'
  if (turn === 2) return place % 2 === 0 ? 'below' : 'short'
  return 'above'
}

/** As a fraction; `by` is how many hundredths away from the bound it lies where it is not on it. */
function ratioOf(
  { world: { limits } }: PlanDraft,
  detection: string,
  { course, by, usual }: { readonly course: RateCourse; readonly by: number; readonly usual: number },
): number {
  const { numerator, denominator } = limits.has(detection)
    ? shareOf(limits, detection)
    : { numerator: usual * 100, denominator: 100 }
  const bound = numerator / denominator
  if (course === 'above') return bound + Math.min(by / 100, (1 - bound) / 2)
  return course === 'below' ? Math.max(0, bound - by / 100) : bound
}

function planRated(
  draft: PlanDraft,
  random: Random,
  site: Site,
  { already, wanted }: { readonly already: PlantedTally; readonly wanted: number },
): { readonly completed: number; readonly rated: number } {
  const course = courseOf(draft, RATED, site.place, 0)
  const share = ratioOf(draft, RATED, { course, by: 3 + random.below(8), usual: 0.7 })
  const least = Math.max((already.rated + 2) / share, (already.unrated + 2) / (1 - share))
  const { completed, part } = wholeShare(draft, RATED, course, Math.max(wanted, least), share)
  expectBelow(draft, site, RATED, course, { numerator: part, denominator: completed })
  return { completed, rated: part }
}

function planOnline(
  draft: PlanDraft,
  course: RateCourse,
  { offline, share, least }: { readonly offline: number; readonly share: number; readonly least: number },
): { readonly all: number; readonly online: number } {
  // Some more are not online: by mail, at terminals.
  const wanted = Math.max((offline * 1.05 + 1) / (1 - share), (least + 2) / share)
  const { completed, part } = wholeShare(draft, ONLINE, course, wanted, share)
  return { all: completed, online: part }
}

/** A whole and its part: on the bound exactly, or one short of it, where the course asks for it. */
function wholeShare(
  { world: { limits } }: PlanDraft,
  detection: string,
  course: RateCourse,
  wanted: number,
  share: number,
): { readonly completed: number; readonly part: number } {
  if (course === 'above' || course === 'below') {
    const completed = Math.ceil(wanted)
    return { completed, part: course === 'above' ? Math.ceil(completed * share) : Math.floor(completed * share) }
  }
  const { numerator, denominator } = shareOf(limits, detection)
  const times = Math.ceil(wanted / denominator)
  return { completed: times * denominator, part: times * numerator - (course === 'short' ? 1 : 0) }
}

function expectBelow(
  draft: PlanDraft,
  site: Site,
  detection: string,
  course: RateCourse,
  counted: { readonly numerator: number; readonly denominator: number },
): void {
  const { period, limits } = draft.world
  if (limits.has(detection) && (course === 'below' || course === 'short'))
    expectMeasure(draft, detection, site, { period: period.from.slice(0, 4), lastDay: period.to, ...counted })
}
