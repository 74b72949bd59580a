import { deepStrictEqual } from 'node:assert'
import { randomFrom } from '../../src/core/kernel/random.ts'
import { scoreCenter } from '../../src/core/scoring/score-center.ts'
import { compilePlan } from '../../src/core/scoring/scoring-plan.ts'
import { bareCharges } from './bare-charges.ts'
import { bareColumns } from './bare-columns.ts'
import { bareSheet } from './bare-sheet.ts'
import { bareTables } from './bare-tables.ts'
import { bareTotal } from './bare-total.ts'
import { benchCenter } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { jsonRules } from './json-rules.ts'
import { alternate, scaled } from './measure.ts'
import { pricedFindings, type PriceEngine } from './priced-finding.ts'
import type { Row, Size, Suite } from './suite.ts'
import { zenRules } from './zen-rules.ts'

/** Rule engines that price the same findings. They write no sheet: their totals are compared, their sheets would cost more. */
export const peersSuite: Suite = {
  name: 'peers',
  about: 'rule engines price the same 300 findings, without a sheet; time per center',
  parts: ['all'],
  run: (_, size) => peerRows(size),
}

async function peerRows(size: Size): Promise<Row[]> {
  const { rubric, answers } = await benchRubric()
  const { rounds, batch, findings } =
    size === 'quick' ? { rounds: 1, batch: 2, findings: 60 } : { rounds: 10, batch: 5, findings: 300 }
  const plan = compilePlan(rubric, new Map(answers.map((answer) => [answer.questionId, answer])))
  const tables = bareTables(plan)
  const happenings = happeningsUnder(rubric)
  const random = randomFrom(7)
  const engines: readonly (readonly [what: string, engine: PriceEngine])[] = [
    ['@gorules/zen-engine, a decision table in loop mode', zenRules(tables)],
    ['json-rules-engine, the clause picked beforehand', jsonRules(tables, true)],
    ['json-rules-engine, all clauses in one engine', jsonRules(tables, false)],
  ]
  const first = benchCenter(happenings, random, 'warm-up', findings)
  for (let left = size === 'quick' ? 1 : 2000; left > 0; left -= 1) {
    scoreCenter(plan, first)
    bareSheet(tables, bareColumns(tables, first))
  }
  const { timings, ratios } = await alternate(
    { rounds, warmUps: 1 },
    (round) =>
      Array.from({ length: batch }, (_, at) => {
        const center = benchCenter(happenings, random, `center-${round * batch + at}`, findings)
        const columns = bareColumns(tables, center)
        return { center, columns, priced: pricedFindings(tables, columns) }
      }),
    [
      (centers) => centers.map(({ center }) => scoreCenter(plan, center).score),
      (centers) => centers.map(({ columns }) => bareSheet(tables, columns).score),
      ...engines.map(([what, engine]) => async (centers: readonly Prepared[]) => {
        const totals: number[] = []
        for (const { columns, priced } of centers) {
          const charges = bareCharges(priced.length)
          await engine(priced, charges)
          totals.push(bareTotal(tables, columns, charges))
        }
        deepStrictEqual(
          totals,
          centers.map(({ columns }) => bareSheet(tables, columns).score),
          what,
        )
      }),
    ],
  )
  const names = ['Mingheng, the whole sheet', 'bare loop, the whole sheet', ...engines.map(([what]) => what)]
  return timings.map((time, at): Row => {
    const row: Row = {
      what: names[at] ?? '',
      time: scaled(time, batch),
      per: 'center',
      count: findings,
      unit: 'findings',
    }
    return at === 0 ? row : { ...row, ratio: ratios[at] ?? 0, than: 'Mingheng' }
  })
}

interface Prepared {
  readonly columns: ReturnType<typeof bareColumns>
  readonly priced: ReturnType<typeof pricedFindings>
}
