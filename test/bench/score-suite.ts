import { deepStrictEqual } from 'node:assert'
import { randomFrom } from '../../src/core/kernel/random.ts'
import type { QuestionId } from '../../src/core/kernel/identifiers.ts'
import type { Interpretation } from '../../src/core/rubric/interpretation.ts'
import { scoreCenter, type CenterFacts } from '../../src/core/scoring/score-center.ts'
import { compilePlan } from '../../src/core/scoring/scoring-plan.ts'
import { bareColumns } from './bare-columns.ts'
import { bareSheet } from './bare-sheet.ts'
import { bareTables } from './bare-tables.ts'
import { benchCenter } from './bench-ledger.ts'
import { benchRubric } from './bench-rubric.ts'
import { happeningsUnder } from './center-events.ts'
import { alternate, scaled } from './measure.ts'
import type { Row, Size, Suite } from './suite.ts'

/** Whole sheets of centers with 300 decided findings each, against a loop that can do nothing else. */
export const scoreSuite: Suite = {
  name: 'score',
  about: '10,000 centers x 300 findings, every line explained; time per sheet',
  parts: ['settled', 'open'],
  run: (part, size) => (part === 'open' ? openRows(size) : settledRows(size)),
}

/** Centers are made a batch at a time, so that memory is that of scoring. */
async function settledRows(size: Size): Promise<Row[]> {
  const { rubric, answers } = await benchRubric()
  const { rounds, batch, findings } =
    size === 'quick' ? { rounds: 2, batch: 5, findings: 60 } : { rounds: 100, batch: 100, findings: 300 }
  const plan = compilePlan(rubric, byQuestion(answers))
  const tables = bareTables(plan)
  const happenings = happeningsUnder(rubric)
  const random = randomFrom(2021)
  const { timings, ratios } = await alternate(
    { rounds, warmUps: size === 'quick' ? 1 : 10 },
    (round) => {
      const centers = named(batch, round).map((name) => benchCenter(happenings, random, name, findings))
      const columns = centers.map((center) => bareColumns(tables, center))
      const [center, column] = [centers[0], columns[0]]
      if (center && column) deepStrictEqual(scoreCenter(plan, center), bareSheet(tables, column))
      return { centers, columns }
    },
    [
      ({ columns }) => columns.reduce((sum, center) => sum + bareSheet(tables, center).score, 0),
      ({ centers }) => centers.reduce((sum, center) => sum + scoreCenter(plan, center).score, 0),
    ],
  )
  const [bare, ours] = timings.map((time) => scaled(time, batch))
  const ratio = ratios[1]
  if (!bare || !ours || ratio === undefined) throw new Error('nothing was timed')
  const shared = { per: 'sheet', count: 1, unit: 'sheets' }
  return [
    { what: 'bare loop over integers, the same sheet', time: bare, ...shared },
    {
      what: 'Mingheng, no question open',
      time: ours,
      ratio,
      than: 'loop',
      aim: 'within 3x',
      isReached: ratio <= 3,
      ...shared,
    },
  ]
}

/** For information: no question answered, so that every sheet has intervals. */
async function openRows(size: Size): Promise<Row[]> {
  const { rubric, answers } = await benchRubric()
  const { rounds, batch, findings } =
    size === 'quick' ? { rounds: 1, batch: 1, findings: 20 } : { rounds: 10, batch: 5, findings: 300 }
  const happenings = happeningsUnder(rubric)
  const random = randomFrom(2021)
  const settled = compilePlan(rubric, byQuestion(answers))
  const open = compilePlan(rubric, new Map())
  const { timings, ratios } = await alternate(
    { rounds, warmUps: 1 },
    (round) => named(batch, round).map((name) => benchCenter(happenings, random, name, findings)),
    [settled, open].map(
      (plan) => (centers: readonly CenterFacts[]) =>
        centers.reduce((sum, center) => sum + scoreCenter(plan, center).score, 0),
    ),
  )
  const [, time] = timings.map((one) => scaled(one, batch))
  if (!time || ratios[1] === undefined) throw new Error('nothing was timed')
  const what = `Mingheng, all ${open.questions.length} questions open (for information)`
  return [{ what, time, per: 'sheet', count: 1, unit: 'sheets', ratio: ratios[1], than: 'settled' }]
}

function byQuestion(answers: readonly Interpretation[]): ReadonlyMap<QuestionId, Interpretation> {
  return new Map(answers.map((answer) => [answer.questionId, answer]))
}

function named(count: number, round: number): string[] {
  return Array.from({ length: count }, (_, at) => `center-${round * count + at}`)
}
