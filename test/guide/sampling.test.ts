import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawPlan } from '../../src/core/analysis/sampling/draw-plan.ts'
import { expectedVisits } from '../../src/core/analysis/sampling/expected-visits.ts'
import { parsePlainDate, type PlainDate } from '../../src/core/kernel/plain-date.ts'
import { workingDaysIn } from '../../src/core/kernel/working-days.ts'
import { checkBreachClause } from '../../src/core/ledger/check-clause.ts'
import { samplingDesign } from '../../src/core/ledger/field-kinds.ts'
import { commitmentOf, designDigestOf, type SamplingDesign } from '../../src/core/ledger/sampling-design.ts'
import { shortCodeOf } from '../../src/core/scoring/verification-code.ts'
import { sha256 } from '../fixtures/sampling-designs.ts'
import { chapter, workedYear } from './worked-year.ts'

const root = join(import.meta.dirname, '..', '..')
const text = await chapter('sampling')
const design = await readDesign()
const secret = { seed: 'mingheng-2021', salt: 'salt-2021' }
const { rubric, state } = await workedYear()
const plan = drawPlan(design, secret.seed, sha256)
if (!plan.ok) throw new Error(plan.refusal.message)
const visits = plan.value
const nameOf = (centerId: string) => [...state.centers].find(([id]) => id === centerId)?.[1] ?? ''

const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('the design is of the example year: its centers, its clauses, the working days of its calendar', async () => {
  expect(design.centers.map(({ centerId }) => centerId).toSorted()).toEqual([...state.centers.keys()].toSorted())
  expect(design.clauseIds.map((clauseId) => checkBreachClause(rubric, clauseId))).toEqual(
    design.clauseIds.map(() => null),
  )
  const file = await readFile(join(root, 'notices', 'qingpu-2021', 'calendar-2021.json'), 'utf8')
  const said = JSON.parse(file) as Readonly<Record<'version' | 'from' | 'to', string>> &
    Readonly<Record<'restDays' | 'workDays', readonly PlainDate[]>>
  const [from, to] = [parsePlainDate(said.from), parsePlainDate(said.to)]
  if (from === null || to === null) throw new Error('no calendar')
  const calendar = {
    version: said.version,
    from,
    to,
    restDays: new Set(said.restDays),
    workDays: new Set(said.workDays),
  }
  expect(workingDaysIn(calendar, design.from, design.to)).toEqual(design.days)
  expect(text).toContain(`${design.from} 至 ${design.to} 共 ${design.days.length} 个工作日，抽 ${design.visits} 次`)
})

test('the chapter says what each center can expect and what it was drawn', () => {
  const told = rows.filter(([name = '']) => [...state.centers.values()].includes(name))
  expect(told).toEqual(
    expectedVisits(design).map(({ center: { centerId, stratum, weight }, numerator, denominator, least, most }) => [
      nameOf(centerId),
      stratum,
      String(weight),
      String(Math.round((100 * numerator) / denominator) / 100),
      `${least}–${most}`,
      String(visits.filter((visit) => visit.centerId === centerId).length),
    ]),
  )
  const total = design.centers.reduce((sum, { weight }) => sum + weight, 0)
  const extra = design.visits - design.minimum * design.centers.length
  expect(text).toContain(`还剩 ${extra} 次，按权重分，权重合计 ${total}`)
  const average = (weight: number) => Math.round(100 * (1 + (extra * weight) / total)) / 100
  expect(text).toContain(`1 + ${extra}×3÷${total} = ${average(3)} 次`)
  expect(text).toContain(`1 + ${extra}÷${total} = ${average(1)} 次`)
})

test('every visit of the chapter is drawn again from its seed', () => {
  const told = rows.filter(([number = '', day = '']) => /^\d+$/.test(number) && parsePlainDate(day) !== null)
  expect(told).toEqual(
    visits.map(({ number, day, centerId, personId, clauseIds }) => [
      String(number),
      day,
      nameOf(centerId),
      personId,
      clauseIds.join('、'),
    ]),
  )
})

test('its digest, its code and its first numbers are what the design makes', () => {
  const designDigest = designDigestOf(design, sha256)
  expect(text).toContain(`方案摘要是 \`${designDigest}\``)
  expect(text).toContain(`承诺码是 \`${shortCodeOf(commitmentOf(secret, designDigest, sha256))}\``)
  const numbers = [0, 1, 2].map(
    (counter) => `\`${sha256(`${secret.seed}\n${designDigest}\n${counter}`).slice(0, 12)}\``,
  )
  expect(text).toContain(`前三个数是 ${numbers.join('、')}`)
})

async function readDesign(): Promise<SamplingDesign> {
  const value: unknown = JSON.parse(await readFile(join(root, 'docs', 'guide', 'sampling-design.json'), 'utf8'))
  if (!samplingDesign.holds(value)) throw new Error('not a design')
  return value as SamplingDesign
}
