import type { Random } from '../../../core/kernel/random.ts'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import { answerAfter, counterCase, papersOf, readOf } from '../case-rows.ts'
import { promisedItem } from '../item-choice.ts'
import { chanceFor, keyOf, type PlanDraft } from '../plan-draft.ts'
import { refOf, type ExampleRow } from '../example-row.ts'
import type { Site } from '../site.ts'
import { splitIntakeOf } from '../split-rows.ts'
import { isPast, rowOf } from '../world.ts'
import { pickFrom, plantedArrival, plantedCounter, workingDayIn } from './planted-case.ts'
import { trickyDays } from './tricky-days.ts'

const DETECTION = 'split-intake-late'

/** Cases that one center receives for another, where one of the two is late, or both, or only the two together. */
export function plantLateSplits(draft: PlanDraft): void {
  const { world } = draft
  if (!world.limits.has(DETECTION) || world.sites.length < 2) return
  const forward = world.limits.parameter(DETECTION, 'forward_working_days')
  const answer = world.limits.parameter(DETECTION, 'answer_working_days')
  const random = chanceFor(draft, DETECTION)
  const tricky = trickyDays(world, forward)
  const plant = planter(draft, random, { forward, answer })
  for (const site of world.sites) {
    const day = () => workingDayIn(draft, random)
    if (site.place % 3 === 0) plant(site, day(), { sentAfter: forward + 1, answeredAfter: answer })
    if (site.place % 3 === 1) plant(site, day(), { sentAfter: forward, answeredAfter: answer + 1 + random.below(3) })
    if (site.place % 4 === 2) plant(site, day(), { sentAfter: forward + 2, answeredAfter: answer + 2 })
    // Each on its own last day: together longer than either may take.
    plant(site, day(), { sentAfter: forward, answeredAfter: answer })
    plant(site, pickFrom(random, tricky.endsOnExchanged), { sentAfter: forward, answeredAfter: 0 })
    plant(site, pickFrom(random, tricky.longest), { sentAfter: forward, answeredAfter: answer })
    if (site.place % 5 === 3) plant(site, day(), { sentAfter: null, answeredAfter: 0 })
    if (site.place % 5 === 4) plant(site, day(), { sentAfter: 0, answeredAfter: null })
  }
  const [site] = world.sites
  // Sent in the next period, so that the answer's lateness belongs there.
  if (site)
    plant(site, world.days.findLast(world.clock.isWorking) ?? null, { sentAfter: forward, answeredAfter: answer + 2 })
}

/** Working days; null where it was never done. */
interface Pace {
  readonly sentAfter: number | null
  readonly answeredAfter: number | null
}

function planter(draft: PlanDraft, random: Random, limits: { readonly forward: number; readonly answer: number }) {
  const { world } = draft
  return (site: Site, day: PlainDate | null, pace: Pace): void => {
    const home = world.sites[(site.place + 1 + random.below(world.sites.length - 1)) % world.sites.length]
    if (day === null || home === undefined) return
    const item = promisedItem(random)
    const arrival = plantedArrival(draft, random, site, day, { item, homeCenterId: home.center.id })
    const counter = plantedCounter(site, random)
    const values = counterCase(world, random, arrival, { counter, seconds: 600, ending: 'completed' })
    const sent = pace.sentAfter === null ? null : answerAfter(world, random, arrival, pace.sentAfter)
    const answered =
      sent === null || pace.answeredAfter === null ? null : answerAfter(world, random, sent, pace.answeredAfter)
    const split = splitIntakeOf(arrival, values, { sent, answered })
    draft.add(day, rowOf('service_cases', values), readOf(arrival, values), ...papersOf(arrival), split)
    const isSentLate = sent === null ? isPast(world, day, limits.forward) : (pace.sentAfter ?? 0) > limits.forward
    if (isSentLate) expectStep(draft, split, 'receiving', { site, day: arrival.day })
    if (sent === null || sent.day > world.period.to) return
    const isAnsweredLate =
      answered === null ? isPast(world, sent.day, limits.answer) : (pace.answeredAfter ?? 0) > limits.answer
    if (isAnsweredLate) expectStep(draft, split, 'accepting', { site: home, day: sent.day })
  }
}

function expectStep(
  draft: PlanDraft,
  split: ExampleRow,
  step: 'receiving' | 'accepting',
  { site, day }: { readonly site: Site; readonly day: PlainDate },
): void {
  draft.expect({
    detection: DETECTION,
    centerId: site.center.id,
    subject: `${keyOf(split)}/${step}`,
    occurredOn: day,
    records: [refOf(split)],
  })
}
