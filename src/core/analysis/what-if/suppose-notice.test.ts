import { expect, test } from 'vitest'
import { draftRubric } from '../../../../test/fixtures/draft-notice.ts'
import { renumberedRubric } from '../../../../test/fixtures/renumbered-rubric.ts'
import { workedYear } from '../../../../test/guide/worked-year.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Digest } from '../../ledger/chain.ts'
import type { Rubric } from '../../rubric/rubric.ts'
import { sheetsOf, type AssessedYear } from '../assessed-year.ts'
import { underNotice } from '../next-year/carry-over.ts'
import { compareScenario } from './compare-scenario.ts'
import { parseScenario, printScenario } from './scenario.ts'
import { suppose, supposeAll } from './suppose.ts'
import type { Supposition } from './supposition.ts'

const digest = 'd'.repeat(64) as Digest
const notice: Supposition = { kind: 'other-notice', rubricDigest: digest }

async function yearWith(make: (rubric: Rubric) => Rubric | Promise<Rubric>): Promise<AssessedYear> {
  const year = await workedYear()
  return { ...year, others: new Map([[digest, await make(year.rubric)]]) }
}

test('another notice as a supposition gives the scores that carrying the year over gives', async () => {
  const year = await yearWith(async () => draftRubric())
  const supposed = suppose(year, notice)
  if (!supposed.ok) throw new Error(supposed.refusal.message)
  const carried = underNotice(year, await draftRubric()).year
  const scores = (one: AssessedYear) =>
    sheetsOf(one).map(({ centerId, score, interval }) => [centerId, score, interval])
  expect(scores(supposed.value)).toEqual(scores(carried))
})

test.each<[what: string, make: (rubric: Rubric) => Rubric]>([
  ['the very same notice', (rubric) => rubric],
  ['the same under other numbers', renumberedRubric],
])('%s changes no number', async (_what, make) => {
  const year = await yearWith(make)
  const outcome = compareScenario(year, sheetsOf(year), { name: '', suppositions: [notice] })
  expect(outcome.ok && outcome.value.numbers).toEqual([])
})

test('what is supposed before it and after it holds under it, one by one as at once', async () => {
  const year = await yearWith(async () => draftRubric())
  const parsed = parseScenario('改价 5.9.1 2;周期结束')
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  const [price, closed] = parsed.value.suppositions
  if (price === undefined || closed === undefined) throw new Error('two were written')
  const all = [closed, notice, price]
  let step: AssessedYear = year
  for (const one of all) {
    const next = suppose(step, one)
    if (!next.ok) throw new Error(next.refusal.message)
    step = next.value
  }
  const atOnce = supposeAll(year, all)
  expect(atOnce.ok && canonicalJson(sheetsOf(atOnce.value))).toBe(canonicalJson(sheetsOf(step)))
  expect(step.state.isClosed).toBe(true)
  const alone = suppose(year, notice)
  expect(alone.ok && canonicalJson(sheetsOf(alone.value)) === canonicalJson(sheetsOf(step))).toBe(false)
})

test('it is written as one line that reads back, and says which notice it is', async () => {
  const scenario = { name: '按草案', suppositions: [notice] }
  expect(printScenario(scenario)).toBe(`按草案|notice:${digest}`)
  expect(parseScenario(`按草案|通知 ${digest}`)).toEqual({ ok: true, value: scenario })
  const year = await yearWith(async () => draftRubric())
  const outcome = compareScenario(year, sheetsOf(year), scenario)
  expect(outcome.ok && outcome.value.sentences[0]).toMatch(/^按另一份通知：2022年的《.+》（现为.+）$/u)
})

test('a notice that is not at hand is refused with what to do', async () => {
  const refused = suppose(await workedYear(), notice)
  expect(refused.ok ? '' : refused.refusal.message).toContain('没有采用过摘要为 dddddddddddd')
  expect(parseScenario('通知 abc').ok).toBe(false)
})
