import { deepStrictEqual } from 'node:assert'
import { sheetsOf, type AssessedYear } from '../../src/core/analysis/assessed-year.ts'
import { compareScenario, scenarioInSteps } from '../../src/core/analysis/what-if/compare-scenario.ts'
import { suppose } from '../../src/core/analysis/what-if/suppose.ts'
import { supposedSheets } from '../../src/core/analysis/what-if/supposed-sheets.ts'
import type { Supposition } from '../../src/core/analysis/what-if/supposition.ts'
import { id } from '../../src/core/kernel/identifiers.ts'
import { points } from '../../src/core/kernel/points.ts'
import { caseNumber } from '../../src/core/ledger/case-number.ts'
import type { ScoreSheet } from '../../src/core/scoring/score-sheet.ts'
import { alternate } from './measure.ts'
import { openYear } from './open-year.ts'
import type { Row, Size, Suite } from './suite.ts'

/** 50,000 over 220 centers. */
const FINDINGS = 228

/** One supposition over a year that still runs, from what is typed to every number that changes, against scoring the year once. */
export const whatIfSuite: Suite = {
  name: 'what-if',
  about: 'one supposition over 220 centers with 50,000 findings: touching one center, touching all',
  parts: ['one', 'all'],
  run: (part, size) => whatIfRows(part === 'one' ? 'one' : 'all', size),
}

async function whatIfRows(part: 'one' | 'all', size: Size): Promise<Row[]> {
  const centers = size === 'quick' ? 4 : 220
  const year = await openYear(centers, size === 'quick' ? 60 : FINDINGS)
  const before = sheetsOf(year)
  const supposition = part === 'one' ? dismissed(year) : dearer
  checkWhole(year, before, supposition, part)
  const { timings, ratios } = await alternate(
    size === 'quick' ? { rounds: 1, warmUps: 0 } : { rounds: 15, warmUps: 3 },
    () => year,
    [
      (held) => sheetsOf(held),
      (held) => supposedSheets(before, supposedOf(held, supposition)),
      (held) => compareScenario(held, before, { name: '', suppositions: [supposition] }),
    ],
  )
  const [scored, supposed, told] = timings
  if (!scored || !supposed || !told) throw new Error('nothing was timed')
  const what = `${centers} centers, ${year.state.findings.size} findings: `
  const touching = part === 'one' ? 'one center' : 'all centers'
  const against = (place: number) => (ratios[place] === undefined ? {} : { ratio: ratios[place], than: 'every sheet' })
  return [
    { what: `${what}every sheet once`, time: scored, per: 'year' },
    { what: `${what}sheets with a supposition touching ${touching}`, time: supposed, per: 'year', ...against(1) },
    {
      what: `${what}all numbers that it changes, in sentences too; longest piece ${longestPiece(year, before, supposition)} ms of the processor`,
      time: told,
      per: 'answer',
      ...against(2),
      aim: part === 'one' ? 'under 0.2 s' : 'under 1 s',
      isReached: told.processor < (part === 'one' ? 200 : 1000),
    },
  ]
}

/** A server serves others between two pieces of it. */
function longestPiece(year: AssessedYear, before: readonly ScoreSheet[], supposition: Supposition): number {
  const steps = scenarioInSteps(year, before, { name: '', suppositions: [supposition] })
  let longest = 0
  for (let isDone = false; !isDone;) {
    const used = process.cpuUsage()
    isDone = steps.next().done === true
    const { user, system } = process.cpuUsage(used)
    longest = Math.max(longest, (user + system) / 1000)
  }
  return Math.round(longest)
}

const dearer: Supposition = { kind: 'price', clauseId: id('1.1.1'), amount: { kind: 'fixed', points: points('2') } }

function dismissed(year: AssessedYear): Supposition {
  for (const finding of year.state.findings.values())
    if (finding.standing === 'substantiated') return { kind: 'finding-dismissed', number: caseNumber(finding) }
  throw new Error('nothing is substantiated')
}

function supposedOf(year: AssessedYear, supposition: Supposition) {
  const supposed = suppose(year, supposition)
  if (!supposed.ok) throw new Error(supposed.refusal.message)
  return supposed.value
}

/** What is timed is what it should be: the same as scoring everything, and of others the very same sheets. */
function checkWhole(
  year: AssessedYear,
  before: readonly ScoreSheet[],
  supposition: Supposition,
  part: 'one' | 'all',
): void {
  const supposed = supposedOf(year, supposition)
  const after = supposedSheets(before, supposed)
  deepStrictEqual(after, sheetsOf(supposed))
  const kept = after.filter((sheet, place) => sheet === before[place]).length
  deepStrictEqual(kept, part === 'one' ? before.length - 1 : 0)
}
