import { expect, test } from 'vitest'
import { asEvents, closed, enrolled, lawfully, opened, published, sealed } from '../../../test/fixtures/small-ledger.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { planId, sampled, secret, smallDesign, unveiled, unvisited } from '../../../test/fixtures/small-sampling.ts'
import { id } from '../kernel/identifiers.ts'
import { timestamp } from '../kernel/timestamp.ts'
import { decide, type Proposal } from './decide.ts'
import { replay } from './evolve.ts'
import { formatLedger, parseLedger } from './ledger-lines.ts'

const start = [opened(), enrolled()]
const committed = [...start, sampled()]
const early = { recordedAt: timestamp('2021-06-08T09:00:00+08:00'), earlyBecause: '检查员病假，另抽一份' }

test.each<[given: string, before: readonly Proposal[], command: Proposal]>([
  ['a plan is committed', start, sampled()],
  [
    'of the other mode over the same days',
    committed,
    sampled({ planId: id('S2'), design: { ...smallDesign, mode: 'announced' } }),
  ],
  [
    'a second one once the first is revealed with a reason',
    [...committed, unveiled(early)],
    sampled({ planId: id('S2') }),
  ],
  ['it is revealed after its last day', committed, unveiled()],
  ['it is revealed early with a reason', committed, unveiled(early)],
  ['it is revealed when results are published already', [...committed, closed(), sealed(), published()], unveiled()],
  ['a visit is told as missed before the reveal', committed, unvisited()],
  ['and after it', [...committed, unveiled()], unvisited({ visit: 2 })],
])('%s', (_given, before, command) => {
  expect(decide(lawfully(...before), smallRubric, command)).toMatchObject({ ok: true })
})

test('the state knows the seed once it is revealed, and the first reason of a missed visit', () => {
  const before = replay(asEvents([...committed, unvisited(), unvisited({ reason: '改口' })])).samplingPlans.get(planId)
  expect(before?.reveal).toBeNull()
  expect([...(before?.missed ?? [])]).toMatchObject([[1, { reason: '当日台风，中心不开放' }]])
  const after = replay(asEvents([...committed, unveiled(), unveiled({ seed: 'other' })])).samplingPlans.get(planId)
  expect(after?.reveal).toMatchObject({ ...secret, earlyBecause: null })
})

test('a ledger with plans is written and read back', () => {
  const events = asEvents([...committed, unvisited(), unveiled()])
  expect(parseLedger(formatLedger(events))).toEqual({ ok: true, value: events })
})

test('a design with a field that nobody knows is not read', () => {
  const [line = ''] = formatLedger(asEvents([sampled()])).split('\n')
  expect(parseLedger(line.replace('"stratum"', '"layer"'))).toMatchObject({
    ok: false,
    refusal: { code: 'field-wrong' },
  })
})
