import { compareOrder } from '../../src/core/analysis/evenness/compare-order.ts'
import { evennessSteps } from '../../src/core/analysis/evenness/evenness.ts'
import { namesIn, standIns } from '../../src/core/analysis/evenness/evenness-names.ts'
import { stratumOf } from '../../src/core/analysis/evenness/stratum.ts'
import type { AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { id, type InspectionId, type PersonId } from '../../src/core/kernel/identifiers.ts'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { dayAt, stampAt } from './bench-days.ts'
import { timed, type Timing } from './measure.ts'
import { openYear } from './open-year.ts'
import type { Row, Size, Suite } from './suite.ts'

/** 50,000 over 220 centers. */
const FINDINGS = 228

/** Where counting all arrangements ends and drawing begins is chosen by the first part; the second is what a page asks for. */
export const evennessSuite: Suite = {
  name: 'evenness',
  about: 'how even: one comparison by its number of cases, and the whole answer for 220 centers with 50,000 findings',
  parts: ['comparison', 'year'],
  run: (part, size) => (part === 'year' ? yearRows(size) : comparisonRows(size)),
}

async function comparisonRows(size: Size): Promise<Row[]> {
  const random = randomFrom(2021)
  const rows: Row[] = []
  for (const cases of size === 'quick' ? [12] : [12, 24, 48, 96, 960, 9600]) {
    const side = () => Array.from({ length: cases / 2 }, () => 100 + 50 * random.below(5))
    const strata = [stratumOf([side(), side()])]
    const { how } = compareOrder(strata, 1).chance
    const time = await timed(size === 'quick' ? 1 : 9, size === 'quick' ? 0 : 2, () => compareOrder(strata, 1))
    const what = `half against half of ${cases} amounts of five kinds, ${how === 'all' ? 'all counted' : 'drawn'}`
    rows.push({ what, time, per: 'comparison', series: cases })
  }
  return rows
}

/** In the pieces between which others are served. */
async function yearRows(size: Size): Promise<Row[]> {
  const centers = size === 'quick' ? 4 : 220
  const year = inspected(await openYear(centers, size === 'quick' ? 60 : FINDINGS))
  const people = standIns(year)
  const names = namesIn(year, (by: PersonId) => people.get(by) ?? by)
  const pieces: number[] = []
  const whole = await timed(size === 'quick' ? 1 : 3, size === 'quick' ? 0 : 1, () => {
    const steps = evennessSteps(year, names, 1)
    for (let isDone = false; !isDone;) {
      const used = process.cpuUsage()
      isDone = steps.next().done === true
      const { user, system } = process.cpuUsage(used)
      pieces.push((user + system) / 1000)
    }
  })
  const ordered = pieces.toSorted((a, b) => a - b)
  const middle = ordered[ordered.length >> 1] ?? 0
  const piece: Timing = { median: middle, least: ordered[0] ?? 0, most: ordered.at(-1) ?? 0, processor: middle }
  const isReached = piece.most < 200
  return [
    {
      what: `the whole answer, ${year.state.findings.size} findings of ${centers} centers`,
      time: whole,
      per: 'answer',
    },
    {
      what: 'one piece of it, by the processor',
      time: piece,
      per: 'piece',
      ...(size === 'quick' ? {} : { aim: 'the longest under 200 ms', isReached }),
    },
  ]
}

/** A visit a month and center on which nothing was found, so that effort is compared too. */
function inspected(year: AssessedYear): AssessedYear {
  const visits = [...year.state.centers.keys()].flatMap((centerId, place) =>
    Array.from({ length: 12 }, (_, month) => {
      const { by, recordedAt } = stampAt(month * 30)
      const inspectedOn = dayAt(month * 30 + (place % 28))
      return [id<InspectionId>(`I${place}-${month}`), { centerId, inspectedOn, clauseIds: [], by, recordedAt }] as const
    }),
  )
  return { ...year, state: { ...year.state, inspections: new Map(visits) } }
}
