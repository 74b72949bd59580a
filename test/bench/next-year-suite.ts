import { deepStrictEqual } from 'node:assert'
import { draftRubric } from '../fixtures/draft-notice.ts'
import { sheetsOf } from '../../src/core/analysis/assessed-year.ts'
import { underNotice } from '../../src/core/analysis/next-year/carry-over.ts'
import { nextYear } from '../../src/core/analysis/next-year/next-year.ts'
import { alternate, timed, type Timing } from './measure.ts'
import { openYear } from './open-year.ts'
import type { Row, Size, Suite } from './suite.ts'

/** 50,000 over 220 centers. */
const FINDINGS = 228

/** A draft of the next year over a year that still runs, against scoring the same year once under its own notice. */
export const nextYearSuite: Suite = {
  name: 'next-year',
  about: 'another notice over 220 centers with 50,000 findings, every sheet; then each of its changes alone',
  parts: ['55', '110', '220', 'changes'],
  run: (part, size) => (part === 'changes' ? changeRows(size) : noticeRows(Number(part), size)),
}

async function noticeRows(centers: number, size: Size): Promise<Row[]> {
  const count = size === 'quick' ? 4 : centers
  const [year, draft] = [await openYear(count, size === 'quick' ? 60 : FINDINGS), await draftRubric()]
  const once = underNotice(year, year.rubric)
  deepStrictEqual([once.notCarried, sheetsOf(once.year)], [[], sheetsOf(year)])
  const { timings, ratios } = await alternate(
    size === 'quick' ? { rounds: 1, warmUps: 0 } : { rounds: 7, warmUps: 2 },
    () => year,
    [(held) => sheetsOf(held), (held) => sheetsOf(underNotice(held, draft).year)],
  )
  const [scored, ours] = timings
  if (!scored || !ours || ratios[1] === undefined) throw new Error('nothing was timed')
  const about = { per: 'year', count, unit: 'centers', series: count }
  const what = `${count} centers, ${year.state.findings.size} findings: every sheet under`
  return [
    { what: `${what} this year's notice`, time: scored, ...about },
    { what: `${what} the draft`, time: ours, ...about, ratio: ratios[1], than: 'own notice', ...aimOf(count, ours) },
  ]
}

/** All that the page asks for, in the pieces between which others are served. */
async function changeRows(size: Size): Promise<Row[]> {
  const centers = size === 'quick' ? 4 : 220
  const [year, draft] = [await openYear(centers, size === 'quick' ? 60 : FINDINGS), await draftRubric()]
  const pieces: { readonly clock: number; readonly processor: number }[] = []
  const whole = await timed(size === 'quick' ? 1 : 5, size === 'quick' ? 0 : 2, () => {
    const steps = nextYear(year, draft)
    for (let isDone = false; !isDone;) {
      const [start, used] = [performance.now(), process.cpuUsage()]
      isDone = steps.next().done === true
      const { user, system } = process.cpuUsage(used)
      pieces.push({ clock: performance.now() - start, processor: (user + system) / 1000 })
    }
  })
  const inOrder = (of: 'clock' | 'processor') => pieces.map((piece) => piece[of]).toSorted((a, b) => a - b)
  const [clock, worked] = [inOrder('clock'), inOrder('processor')]
  const piece: Timing = {
    median: clock[clock.length >> 1] ?? 0,
    least: clock[0] ?? 0,
    most: clock.at(-1) ?? 0,
    processor: worked[worked.length >> 1] ?? 0,
  }
  const longest = `the longest ${Math.round(worked.at(-1) ?? 0)} ms of the processor`
  const { findings } = year.state
  return [
    { what: `the whole answer with every change alone, ${findings.size} findings`, time: whole, per: 'answer' },
    { what: `one piece of it, ${longest} (for information)`, time: piece, per: 'piece' },
  ]
}

function aimOf(centers: number, { processor }: Timing): Pick<Row, 'aim' | 'isReached'> {
  return centers === 220 ? { aim: 'under 1 s', isReached: processor < 1000 } : {}
}
