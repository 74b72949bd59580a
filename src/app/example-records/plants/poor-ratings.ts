import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import type { Random } from '../../../core/kernel/random.ts'
import { counterCase, papersOf, readOf } from '../case-rows.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import { orderRow } from '../order-rows.ts'
import { chanceFor, keyOf, type PlanDraft } from '../plan-draft.ts'
import { remoteRating, verified, type Verdict } from '../rating-rows.ts'
import type { Site } from '../site.ts'
import { rowOf } from '../world.ts'
import { plantedArrival, plantedCounter, workingDayIn } from './planted-case.ts'

const POOR = 'poor-rating-substantiated'
const STILL = 'poor-rating-still-dissatisfied'
const ORDER = 'hotline-complaint-substantiated'

/** Poor ratings that are the center's own, those that are not, and those that became an order of the hotline. */
export function plantPoorRatings(draft: PlanDraft): void {
  if (!draft.world.limits.has(POOR)) return
  const random = chanceFor(draft, POOR)
  for (const site of draft.world.sites) {
    const plant = (story: Partial<Story>) => plantStory(draft, random, site, { ...ORDINARY, ...story })
    for (let count = random.below(3); count > 0; count--) plant({ stars: 1 + random.below(2) })
    // On the line of what the notice may mean by poor.
    plant({ stars: 3, responsibility: 'center' })
    plant({ stars: 2, responsibility: 'policy', followUp: 'dissatisfied' })
    plant({ verification: 'unsubstantiated', responsibility: null, followUp: 'dissatisfied' })
    plant({ isExcluded: true, followUp: 'dissatisfied' })
    if (site.place % 3 === 0) plant({ followUp: 'dissatisfied' })
    if (site.place % 3 === 1) plant({ stars: 2, responsibility: null, followUp: 'unreached' })
    if (site.place % 3 === 2) plant({ stars: 2, responsibility: 'center', followUp: 'dissatisfied' })
    // One event in two systems, whichever of the two names the other; and only one of them found true.
    if (site.place % 3 === 0) plant({ order: { verification: 'substantiated', link: 'both' } })
    if (site.place % 4 === 1) plant({ stars: 2, order: { verification: 'substantiated', link: 'rating' } })
    if (site.place % 4 === 2) plant({ stars: 2, order: { verification: 'substantiated', link: 'order' } })
    if (site.place % 3 === 2) plant({ order: { verification: 'unsubstantiated', link: 'both' } })
    if (site.place % 4 === 3) plant({ ...UNTRUE, order: { verification: 'substantiated', link: 'both' } })
  }
}

interface Story {
  readonly stars: number
  readonly verification: Verdict['verification']
  readonly responsibility: string | null
  readonly followUp: Verdict['followUp']
  readonly isExcluded: boolean
  /** `link`: which of the two records names the other. */
  readonly order: { readonly verification: Verdict['verification']; readonly link: 'both' | 'rating' | 'order' } | null
}

const ORDINARY: Story = {
  stars: 1,
  verification: 'substantiated',
  responsibility: 'staff',
  followUp: 'satisfied',
  isExcluded: false,
  order: null,
}

const UNTRUE = { verification: 'unsubstantiated', responsibility: null } as const

function plantStory(draft: PlanDraft, random: Random, site: Site, story: Story): void {
  const day = workingDayIn(draft, random)
  const plain = plantRated(draft, random, { site, day }, story)
  const order = story.order && orderOf(draft, random, { site, day }, plain, story.order)
  const names = order !== null && story.order?.link !== 'order'
  const rating = names ? rowOf('ratings', { ...plain.values, order_id: order.values.record_id }) : plain
  draft.add(day, rating, ...(order ? [order] : []))
  expectStory(draft, { site, day }, story, rating, order)
}

interface Place {
  readonly site: Site
  readonly day: PlainDate
}

/** A case at a counter, rated on the phone the same day and verified by the next. */
function plantRated(draft: PlanDraft, random: Random, { site, day }: Place, story: Story): ExampleRow {
  const { world } = draft
  const arrival = plantedArrival(draft, random, site, day)
  const counter = plantedCounter(site, random)
  const values = counterCase(world, random, arrival, { counter, seconds: 900, ending: 'completed' })
  draft.add(day, rowOf('service_cases', values), readOf(arrival, values))
  if (arrival.item.type === 'promised') draft.add(day, ...papersOf(arrival))
  const given = {
    ...remoteRating(random, values, { day, second: 17 * 3600 + random.below(7200) }),
    satisfaction: STARS[story.stars] ?? 'very-dissatisfied',
    words: random.pick(WORDS),
    is_excluded: story.isExcluded ? 'yes' : random.pick(['no', null]),
  }
  return rowOf('ratings', verified(world, random, given, day, story))
}

function orderOf(
  { world, serial }: PlanDraft,
  random: Random,
  { site, day }: Place,
  rating: ExampleRow,
  { verification, link }: NonNullable<Story['order']>,
): ExampleRow {
  return orderRow(
    world,
    random,
    { site, day, second: 19 * 3600 + random.below(7200), serial: serial(site, day) },
    {
      kind: 'complaint',
      origin: 'rating',
      verification,
      responsibility: verification === 'substantiated' ? 'staff' : null,
      ratingId: link === 'rating' ? null : rating.values.record_id,
    },
  )
}

function expectStory(
  draft: PlanDraft,
  { site, day }: Place,
  story: Story,
  rating: ExampleRow,
  order: ExampleRow | null,
): void {
  const { limits } = draft.world
  const common = { centerId: site.center.id, occurredOn: day, eventKey: `rating:${rating.values.record_id}` }
  const ofRating = { ...common, subject: keyOf(rating), records: [refOf(rating)] }
  const isCharged = isSubstantiated(rating) && story.responsibility !== 'policy' && !story.isExcluded
  if (isCharged && story.stars <= limits.parameter(POOR, 'poor_stars'))
    draft.expect({ ...ofRating, detection: POOR, measured: String(story.stars) })
  const isStill = rating.values['follow_up'] === 'dissatisfied'
  if (isCharged && isStill && limits.has(STILL) && story.stars <= limits.parameter(STILL, 'poor_stars'))
    draft.expect({ ...ofRating, detection: STILL })
  if (order !== null && limits.has(ORDER) && isSubstantiated(order))
    draft.expect({ ...common, detection: ORDER, subject: keyOf(order), records: [refOf(order)] })
}

/** As far as the export knows: near the end of the period the answer may still be out. */
function isSubstantiated({ values }: ExampleRow): boolean {
  return values['verification'] === 'substantiated'
}

const STARS: Readonly<Record<number, string>> = { 1: 'very-dissatisfied', 2: 'dissatisfied', 3: 'fairly-satisfied' }

const WORDS = ['等了一个多小时没人理', '态度很差，问什么都不耐烦', '让我跑了三趟', '说好的材料又变了', '窗口没人']
