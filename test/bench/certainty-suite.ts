import { ok } from 'node:assert'
import { assumptionsFrom } from '../../src/core/analysis/certainty/assumptions.ts'
import { rankBounds, type RankBounds } from '../../src/core/analysis/certainty/rank-bounds.ts'
import { rankOdds } from '../../src/core/analysis/certainty/rank-odds.ts'
import { sheetsOf, type AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { rankSheets } from '../../src/core/analysis/rank-sheets.ts'
import { alternate, scaled } from './measure.ts'
import { openYear } from './open-year.ts'
import type { Row, Size, Suite } from './suite.ts'

/**
 * How far ranks can go and how likely each is, where a share of 50,000 findings and several questions are open. Beside
 * them in the same rounds what everybody has already: all sheets, and the bounds that their intervals alone allow.
 */
export const certaintySuite: Suite = {
  name: 'certainty',
  about: '220 centers x 227 findings, one in ten open and 9 questions: exact rank bounds; 10,000 simulated rankings',
  parts: ['55', '110', '220'],
  quickParts: ['220'],
  run: async (part, size) => rows(Number(part), size),
}

const FINDINGS = 227

async function rows(centers: number, size: Size): Promise<Row[]> {
  const isQuick = size === 'quick'
  const count = isQuick ? Math.ceil(centers / 20) : centers
  const draws = isQuick ? 100 : 10_000
  const year = await openYear(count, isQuick ? 40 : FINDINGS)
  agrees(year)
  const { assumptions } = assumptionsFrom(year.state)
  const { timings, ratios } = await alternate({ rounds: isQuick ? 1 : 3, warmUps: 0 }, () => year, [
    (given) => rankSheets(sheetsOf(given)),
    (given) => rankBounds(given),
    (given) => rankOdds(given, { seed: 2021, draws, assumptions }),
  ])
  const [sheets, bounds, odds] = timings
  if (!sheets || !bounds || !odds) throw new Error('nothing was timed')
  const isWhole = centers === 220
  const shared = { per: 'year', count, unit: 'centers', series: centers }
  const told = (time: number, limit: number) =>
    isWhole && !isQuick ? { aim: `under ${limit} s of processor`, isReached: time <= limit * 1000 } : {}
  return [
    { what: 'all sheets, and the ranks that their intervals allow (outer bounds)', time: scaled(sheets, 1), ...shared },
    {
      what: 'Mingheng, exact best and worst rank of every center',
      time: bounds,
      ratio: ratios[1] ?? 0,
      than: 'sheets',
      ...told(bounds.processor, 2),
      ...shared,
    },
    {
      what: `Mingheng, ${draws} simulated rankings`,
      time: odds,
      ratio: ratios[2] ?? 0,
      than: 'sheets',
      ...told(odds.processor, 5),
      ...shared,
    },
  ]
}

/** Warms up too. The exact bounds lie within those of the intervals, are proven, and the simulation stays within them. */
function agrees(year: AssessedYear): void {
  const outer = new Map(rankSheets(sheetsOf(year)).map(({ sheet, possible }) => [sheet.centerId, possible]))
  const exact = new Map<RankBounds['centerId'], RankBounds>()
  for (const bounds of rankBounds(year)) {
    const [best, worst] = outer.get(bounds.centerId) ?? [0, 0]
    ok(bounds.isExact && bounds.best >= best && bounds.worst <= worst, `${bounds.centerId} is not exact`)
    exact.set(bounds.centerId, bounds)
  }
  const { assumptions } = assumptionsFrom(year.state)
  for (const { centerId, times } of rankOdds(year, { seed: 1, draws: 100, assumptions }))
    times.forEach((count, at) => {
      const { best, worst } = exact.get(centerId) ?? { best: 0, worst: 0 }
      ok(count === 0 || (best <= at + 1 && at + 1 <= worst), `${centerId} was drawn outside its bounds`)
    })
}
