import { expect, test } from 'vitest'
import {
  acceptedBy,
  asEvents,
  closed,
  dismissed,
  enrolled,
  notified,
  opened,
  substantiated,
  suspected,
} from '../../../test/fixtures/small-ledger.ts'
import { smallRubric } from '../../../test/fixtures/small-rubric.ts'
import { amended, basis, detected, flagged, withdrawn } from '../../../test/fixtures/small-suspicions.ts'
import { decide, type Proposal } from '../ledger/decide.ts'
import { evolve, replay } from '../ledger/evolve.ts'
import { retirementFacts } from './retirement.ts'

const name = 'vacated'
const { by, actedAt, recordedAt } = opened()
const start = [opened(), enrolled()]
const seen = [...start, detected(undefined, { detection: name })]
const decided = [...seen, notified(), acceptedBy(), substantiated()]
const reason = '检测“样例”已停用：通知已改'
const gone = { type: 'SuspicionWithdrawn', reason, basis }

test.each<[given: string, ledger: readonly Proposal[], learned: readonly object[], standing: string | undefined]>([
  ['nothing suspected', start, [], undefined],
  ['a suspicion', seen, [gone], 'withdrawn'],
  ['one that the center was told of', [...seen, notified()], [gone], 'withdrawn'],
  ['one after the period', [...seen, notified(), closed()], [gone], 'withdrawn'],
  ['one withdrawn before', [...seen, withdrawn()], [], 'withdrawn'],
  ['one that a person raised', [...start, suspected(undefined, { detection: name })], [], 'suspected'],
  ['one that was dismissed', [...seen, dismissed()], [], 'dismissed'],
  [
    'a substantiated finding: flagged with the records that it was decided on',
    decided,
    [{ type: 'FindingFlagged', occurrences: 1, records: ['case-1'], reason, basis }],
    'substantiated',
  ],
  [
    'a substantiated finding whose records changed since: flagged with what was last told',
    [...decided, flagged()],
    [{ type: 'FindingFlagged', occurrences: 0, records: [], reason, basis }],
    'substantiated',
  ],
])('retired with %s', (_given, ledger, learned, standing) => {
  const before = replay(asEvents([...ledger]))
  const facts = retirementFacts(before, { name, version: 1, title: '样例', reason: '通知已改' })
  expect(facts).toMatchObject([
    { type: 'DetectionRetired', detection: name, version: 1, reason: '通知已改' },
    ...learned,
  ])
  const after = facts.reduce((state, fact) => {
    const proposal = { ...fact, by, actedAt, recordedAt }
    const verdict = decide(state, smallRubric, proposal)
    if (!verdict.ok) throw new Error(verdict.refusal.message)
    return evolve(state, { ...proposal, seq: state.seq + 1 })
  }, before)
  const [finding] = after.findings.values()
  expect(finding?.standing).toBe(standing)
  expect(finding?.decision).toEqual([...before.findings.values()][0]?.decision)
})

test('a suspicion of another detection stays', () => {
  const state = replay(asEvents([...seen, amended()]))
  expect(retirementFacts(state, { name: 'other', version: 1, title: '别的', reason: '通知已改' })).toHaveLength(1)
})
