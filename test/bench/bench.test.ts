import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { scoreCenter, type CenterFacts } from '../../src/core/scoring/score-center.ts'
import { compilePlan, type ScoringPlan } from '../../src/core/scoring/scoring-plan.ts'
import { bareCharges } from './bare-charges.ts'
import { bareColumns } from './bare-columns.ts'
import { bareSheet } from './bare-sheet.ts'
import { bareTables, type BareTables } from './bare-tables.ts'
import { bareTotal } from './bare-total.ts'
import { benchCenter } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { jsonRules } from './json-rules.ts'
import { pricedFindings, type PriceEngine } from './priced-finding.ts'
import { runBench } from './run-bench.ts'
import { SUITES } from './suites.ts'
import { zenRules } from './zen-rules.ts'

let plan: ScoringPlan
let tables: BareTables
let centers: CenterFacts[]
beforeAll(async () => {
  const { rubric, answers } = await benchRubric()
  plan = compilePlan(rubric, new Map(answers.map((answer) => [answer.questionId, answer])))
  tables = bareTables(plan)
  const [happenings, random] = [happeningsUnder(rubric), randomFrom(1)]
  centers = Array.from({ length: 20 }, (_, at) => benchCenter(happenings, random, `center-${at}`, 300))
})

describe('what is compared is the same', () => {
  test('the bare loop writes the sheet of scoring, to the last field', () => {
    for (const center of centers)
      expect(bareSheet(tables, bareColumns(tables, center))).toEqual(scoreCenter(plan, center))
  })

  test('the centers have every outcome that a settled sheet of this notice can have', () => {
    const lines = centers.flatMap((center) => scoreCenter(plan, center).sections.flatMap((section) => section.lines))
    const outcomes = ['deducted', 'added', 'dismissed', 'reversed', 'rejected', 'not-met', 'absence']
    expect(new Set(lines.map(({ outcome }) => outcome.kind))).toEqual(
      new Set([...outcomes, 'charged-elsewhere', 'charged-already']),
    )
  })

  test.each<[engine: string, make: () => PriceEngine]>([
    ['json-rules-engine', () => jsonRules(tables, false)],
    ['json-rules-engine with the clause picked', () => jsonRules(tables, true)],
    ['@gorules/zen-engine', () => zenRules(tables)],
  ])('%s comes to the same totals', async (_engine, make) => {
    const engine = make()
    for (const center of centers.slice(0, 5)) {
      const columns = bareColumns(tables, center)
      const charges = bareCharges(columns.clause.length)
      await engine(pricedFindings(tables, columns), charges)
      expect(bareTotal(tables, columns, charges)).toBe(scoreCenter(plan, center).score)
    }
  })
})

/** Half of the time of all, and each on servers or engines of its own: nightly. */
const LONG = ['http sheet', 'start many', 'detect district', 'detect engines', 'detect rows-1', 'pages district']

test.each(
  SUITES.flatMap((suite) =>
    (suite.quickParts ?? suite.parts).map((part) => [`${suite.name} ${part}`, suite, part] as const),
  ).filter(([title]) => process.env['NIGHTLY'] || !LONG.includes(title)),
)('%s runs', async (_name, suite, part) => {
  const rows = await suite.run(part, 'quick')
  expect(rows.length).toBeGreaterThan(0)
  for (const { time } of rows) expect(time.median).toBeGreaterThan(0)
})

/** What the command prints; here, and a part of a suite in a process of its own, as always. */
async function said(given: readonly string[]): Promise<string> {
  const lines: string[] = []
  const runPart = join(import.meta.dirname, 'run-part.ts')
  await runBench({ suites: SUITES, runPart, say: (words) => void lines.push(words) }, given)
  return lines.join('\n')
}

test('what is left to the night is there', () => {
  const titles = SUITES.flatMap(({ name, parts, quickParts }) => (quickParts ?? parts).map((part) => `${name} ${part}`))
  expect(titles).toEqual(expect.arrayContaining(LONG))
})

test('the command prints a table of the suites asked for', async () => {
  const table = await said(['example', '--quick'])
  for (const part of ['node v', 'example:', 'median', 'ratio', 'peak memory', ' MB', 'all three'])
    expect(table).toContain(part)
  expect(table).not.toContain('replay:')
})

test('the command refuses a suite that there is not', async () => {
  const { exitCode } = process
  expect(await said(['speed'])).toMatch(/^unknown: speed; suites are .*example/)
  expect(process.exitCode).toBe(2)
  process.exitCode = exitCode
})
