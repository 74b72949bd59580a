import { afterAll, beforeAll, expect, test } from 'vitest'
import { memoryDetections } from '../../src/adapters/records/memory-detections.ts'
import { answerQuestion } from '../../src/app/acting/answer-question.ts'
import { runDetections } from '../../src/app/detecting/run-detections.ts'
import { id, type QuestionId } from '../../src/core/kernel/identifiers.ts'
import { accepted } from '../../src/core/kernel/outcome.ts'
import { asks, assessmentId, district, kept, openedOffice, people, yingpu } from '../fixtures/acting-office.ts'
import { reason } from '../fixtures/acting-plays.ts'
import { recordHouse } from '../fixtures/kept-records.ts'
import { order, ORDERS, POOR, RATE, rating } from '../fixtures/ratings-and-orders.ts'
import { smallRubric } from '../fixtures/small-rubric.ts'

const house = recordHouse()
afterAll(() => house.leave())

/** An office over the records of the house; `mayBeKept` is false for one that asks everything anew each time. */
async function runningOffice(mayBeKept: boolean) {
  const { records } = await house.open()
  const office = await openedOffice()
  const detections = memoryDetections()
  const adopt = async (texts: Readonly<Record<string, string>>) => {
    const stamp = { by: people.assessor.personId, at: office.clock.now() }
    const adopted = Object.entries(texts).map(([name, text]) => ({ name, text, ...stamp }))
    kept(await detections.adopt(district, smallRubric.id, adopted))
  }
  await adopt({ orders: ORDERS, poor: POOR, rate: RATE })
  const desk = {
    office,
    detections,
    records: {
      holdings: records.holdings,
      recount: async () => accepted(null),
      query: async (...[tenantId, asked]: Parameters<typeof records.query>) =>
        records.query(tenantId, mayBeKept ? asked : { ...asked, mayBeKept }),
    },
  }
  const quiet = { note: () => undefined, signal: null }
  return {
    office,
    adopt,
    /** The detections that were asked again. */
    run: async () => {
      const asked = { detections: null, asOf: null }
      const report = kept(await runDetections(desk, asks(people.clerk), asked, quiet))
      expect(report.detections.filter(({ hasRun }) => !hasRun)).toEqual([])
      return report.detections.flatMap(({ name, isKept }) => (isKept === true ? [] : [name]))
    },
    findings: async () => {
      const { state } = kept(await office.live.look(district, assessmentId))
      return [...state.findings.values()]
    },
  }
}

type Running = Awaited<ReturnType<typeof runningOffice>>

const RATINGS = [rating('R1', 'dissatisfied'), ...['R2', 'R3', 'R4'].map((one) => rating(one, 'satisfied'))]
const ONCE = { questionId: id<QuestionId>('1.2/once-or-per-occurrence'), reading: 'once', points: null, reason }

let keeping: Running
let asking: Running
beforeAll(async () => {
  await house.keep({ ratings: RATINGS, hotline_orders: [order('O1', { rating_id: 'R1' }), order('O2')] }, district)
  keeping = await runningOffice(true)
  asking = await runningOffice(false)
})

/** One after another, as in the life of a district. */
test('only what something changed for is asked again, and the ledger learns what it would of a whole run', async () => {
  const both = async (act: (one: Running) => Promise<unknown>) => [await act(keeping), await act(asking)]
  const bring = (records: Parameters<typeof house.keep>[0]) => house.keep(records, district)
  const steps: readonly (readonly [what: string, act: () => Promise<unknown>, asked: readonly string[]])[] = [
    ['the first time', async () => undefined, ['orders', 'poor', 'rate']],
    ['nothing', async () => undefined, []],
    ['an import of orders', () => bring({ hotline_orders: [order('O2'), order('O3')] }), ['orders']],
    [
      'a correction of a rating, and one of another month and center',
      () => bring({ ratings: [...RATINGS.slice(1), rating('R5', 'dissatisfied', { rated_at: '2021-04-01 09:00:00', center_id: yingpu })] }), // prettier-ignore
      ['poor', 'rate'],
    ],
    [
      'a day has gone by, which one of them asks for',
      () => both(async ({ office }) => office.clock.pass(86_400)),
      ['poor'],
    ],
    [
      'what the notice leaves open is answered',
      () => both(async ({ office }) => kept(await answerQuestion(office, asks(people.assessor), ONCE))),
      ['poor'],
    ],
    [
      'a detection is written anew',
      () => both(({ adopt }) => adopt({ orders: ORDERS.replace("kind = 'complaint'", "kind = 'complaint' AND record_id <> 'O3'") })), // prettier-ignore
      ['orders'],
    ],
    ['ratings are again what they once were', () => bring({ ratings: RATINGS }), ['poor']],
  ]
  for (const [what, act, asked] of steps) {
    await act()
    expect([what, await keeping.run()]).toEqual([what, asked])
    expect([what, await asking.run()]).toEqual([what, ['orders', 'poor', 'rate']])
    expect(await keeping.findings()).toEqual(await asking.findings())
  }
  const standings = (await keeping.findings()).map(({ detection, standing }) => `${detection} ${standing}`)
  expect(new Set(standings)).toContain('orders withdrawn')
})
