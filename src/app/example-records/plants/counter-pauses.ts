import type { Random } from '../../../core/kernel/random.ts'
import { hoursRows } from '../hours-rows.ts'
import { chanceFor, expectRecord, type OpenSpan, type PlanDraft } from '../plan-draft.ts'
import type { Site } from '../site.ts'
import { AFTERNOON, MORNING } from '../year-rhythm.ts'
import { plantedCounter, workingDayIn } from './planted-case.ts'

const DETECTION = 'counter-vacated'

/** Counters that stop in the middle of a morning or afternoon, for longer than is allowed or just as long. */
export function plantCounterPauses(draft: PlanDraft): void {
  const { limits, sites } = draft.world
  if (!limits.has(DETECTION)) return
  const random = chanceFor(draft, DETECTION)
  const allowed = 60 * limits.parameter(DETECTION, 'pause_minutes')
  for (const site of sites) {
    // At these the hours of all counters must be the same.
    if (site.place % 5 === 1) continue
    for (let count = random.below(3); count > 0; count--)
      plant(draft, random, site, pausedAt(random, allowed + 60 * (1 + random.below(25))), [0])
    plant(draft, random, site, pausedAt(random, allowed), [])
    // Twice too long on one day is two.
    if (site.place % 4 === 2) plant(draft, random, site, pausedTwice(allowed + 60), [0, 1])
    // Early to lunch and late from it; and closed for the rest of the day.
    plant(
      draft,
      random,
      site,
      [
        { ...MORNING, to: MORNING.to - allowed - 600 },
        { ...AFTERNOON, from: AFTERNOON.from + allowed },
      ],
      [],
    )
    plant(draft, random, site, [MORNING, { ...AFTERNOON, to: AFTERNOON.from + 3600 }], [])
    // Somebody else takes over without a break, and has one of his own that is just allowed.
    plant(draft, random, site, [MORNING, ...handedOver(allowed)], [])
    // Noon itself belongs to the break, at its beginning and at its end.
    const noon = 60 * limits.parameter(DETECTION, 'lunch_minute')
    plant(
      draft,
      random,
      site,
      [
        { ...MORNING, to: noon },
        { ...AFTERNOON, from: noon + allowed + 300 },
      ],
      [],
    )
    plant(
      draft,
      random,
      site,
      [
        { ...MORNING, to: noon - allowed - 300 },
        { ...AFTERNOON, from: noon },
      ],
      [],
    )
  }
}

/** One pause, in the morning or in the afternoon; the span that stops comes first in its half of the day. */
function pausedAt(random: Random, seconds: number): readonly OpenSpan[] {
  const from = MORNING.from + 60 * (20 + random.below(30))
  return [{ from: MORNING.from, to: from }, { from: from + seconds, to: MORNING.to }, AFTERNOON]
}

function handedOver(seconds: number): readonly OpenSpan[] {
  const { from, to } = AFTERNOON
  return [
    { from, to: from + 1800 },
    { from: from + 1800, to: from + 3600 },
    { from: from + 3600 + seconds, to },
  ]
}

function pausedTwice(seconds: number): readonly OpenSpan[] {
  const first = MORNING.from + 1200
  const second = first + seconds + 1800
  return [
    { from: MORNING.from, to: first },
    { from: first + seconds, to: second },
    { from: second + seconds, to: MORNING.to },
    AFTERNOON,
  ]
}

/** `flagged`: which spans stop for too long. */
function plant(
  draft: PlanDraft,
  random: Random,
  site: Site,
  spans: readonly OpenSpan[],
  flagged: readonly number[],
): void {
  const day = workingDayIn(draft, random)
  const counter = plantedCounter(site, random)
  // One story a day: another may have been told of this counter already.
  if (draft.hoursOf(counter.id, day) !== null) return
  draft.setHours({ counterId: counter.id, day, spans })
  for (const [at, row] of hoursRows(site, counter, day, spans).entries())
    if (flagged.includes(at)) expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: day })
}
