import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  district,
  kept,
  officeOver,
  openedOffice,
  opening,
  people,
  xiayang,
  type TestOffice,
} from '../../../test/fixtures/acting-office.ts'
import { noon, sha256 } from '../../../test/fixtures/ledger-batches.ts'
import { alleged, toSubstantiated } from '../../../test/fixtures/acting-story.ts'
import { id, type AssessmentId } from '../../core/kernel/identifiers.ts'
import { linkEvents, type WholeEntry } from '../../core/ledger/chain.ts'
import type { LedgerStore } from '../ports/ledger-store.ts'
import { listAssessments } from '../reading/list-assessments.ts'
import { myTodos } from '../reading/my-todos.ts'
import { openAssessment } from '../acting/open-assessment.ts'
import { readSheet } from '../reading/read-sheet.ts'
import { reportFinding } from '../acting/report-finding.ts'

const other = id<AssessmentId>('b2021')

/** The same stores after a restart, with what is read of the first assessment changed on its way. */
function damaged(office: TestOffice, change: (entry: WholeEntry) => WholeEntry | null): TestOffice {
  const read: LedgerStore['read'] = async (tenantId, asked, after, limit) => {
    const entries = await office.ledgers.read(tenantId, asked, after, limit)
    if (!entries.ok || asked !== assessmentId) return entries
    return { ok: true, value: entries.value.flatMap((entry) => change(entry) ?? []) }
  }
  return officeOver({ ...office.file, ledgers: { ...office.ledgers, read } }, office.people)
}

const at = (seq: number, change: (entry: WholeEntry) => WholeEntry | null) => (entry: WholeEntry) =>
  entry.seq === seq ? change(entry) : entry

test.each<[what: string, change: (entry: WholeEntry) => WholeEntry | null, said: string]>([
  [
    'a changed word',
    at(5, (entry) => ({ ...entry, body: entry.body.replace('综合窗口', '综合窗囗') })),
    '第 5 条的内容与当时的摘要不符',
  ],
  ['an entry that is gone', at(4, () => null), '应接第 4 条，却是第 5 条'],
  ['another predecessor', at(6, (entry) => ({ ...entry, previous: entry.bodyDigest })), '第 6 条不接前一条'],
  ['another link', at(6, (entry) => ({ ...entry, digest: entry.bodyDigest })), '第 6 条的链接摘要不符'],
])('%s is named with its place, refuses the assessment and no other', async (_what, change, said) => {
  const whole = await openedOffice()
  await toSubstantiated(whole)
  kept(await openAssessment(whole, asks(people.assessor, { assessmentId: other }), opening))
  const office = damaged(whole, change)
  const refused = { ok: false, refusal: { code: 'store-corrupted', message: expect.stringContaining(said) as string } }
  expect(await readSheet(office, people.assessor, assessmentId, xiayang, null)).toMatchObject(refused)
  expect(await reportFinding(office, asks(people.inspector), alleged())).toMatchObject(refused)
  expect(kept(await listAssessments(office, people.assessor))).toMatchObject([
    { assessmentId, fault: { code: 'store-corrupted' } },
    { assessmentId: other, stage: 'running' },
  ])
  expect(await reportFinding(office, asks(people.inspector, { assessmentId: other }), alleged())).toMatchObject({
    ok: true,
  })
  expect(kept(await myTodos(office, people.assessor)).every((todo) => todo.assessmentId === other)).toBe(true)
  expect(kept(await office.ledgers.head(district, assessmentId)).seq).toBeGreaterThan(5)
})

test('what a newer version wrote is no damage: the assessment is refused until this one is renewed, and never scored without it', async () => {
  const office = await openedOffice()
  expect(await readSheet(office, people.assessor, assessmentId, xiayang, null)).toMatchObject({ ok: true })
  const head = kept(await office.ledgers.head(district, assessmentId))
  const later = {
    seq: head.seq + 1,
    type: 'FindingForgotten',
    recordedAt: noon,
    actedAt: noon,
    by: 'assessor',
  } as never
  const entries = linkEvents(head, [later], sha256)
  const batch = { expected: head, entries, key: { key: 'later', request: sha256('later') }, messages: [] }
  kept(await office.ledgers.append(district, assessmentId, batch))
  const told = {
    ok: false,
    refusal: { code: 'ledger-newer', message: expect.stringMatching(/FindingForgotten.*不要恢复备份/) as string },
  }
  const others = officeOver(office.file, office.people)
  for (const asked of [office, others, others])
    expect(await readSheet(asked, people.assessor, assessmentId, xiayang, null)).toMatchObject(told)
  expect(await reportFinding(office, asks(people.inspector), alleged())).toMatchObject(told)
})

test('a damaged ledger is read once, and not again for everybody who asks', async () => {
  const whole = await openedOffice()
  let reads = 0
  const office = damaged(whole, (entry) => {
    reads += 1
    return { ...entry, body: '{}' }
  })
  for (let asked = 0; asked < 3; asked += 1)
    expect(await readSheet(office, people.assessor, assessmentId, xiayang, null)).toMatchObject({ ok: false })
  expect(reads).toBe(4)
})
