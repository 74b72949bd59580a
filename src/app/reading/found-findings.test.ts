import { expect, test } from 'vitest'
import {
  asks,
  assessmentId,
  kept,
  openedOffice,
  people,
  xiayang,
  yingpu,
} from '../../../test/fixtures/acting-office.ts'
import { alleged, f1, toNotified } from '../../../test/fixtures/acting-story.ts'
import { clauses } from '../../../test/fixtures/small-rubric.ts'
import { id, type EventKey, type FindingId } from '../../core/kernel/identifiers.ts'
import { plainDate } from '../../core/kernel/plain-date.ts'
import { reportFinding, type ReportFindingInput } from '../acting/report-finding.ts'
import type { FindingFilter } from './finding-filter.ts'
import type { FindingOrder } from './finding-order.ts'
import { listFindings } from './list-findings.ts'
import { readFinding } from './read-finding.ts'

const everything: FindingFilter = {
  centerId: null,
  standings: [],
  clauseId: null,
  source: null,
  text: null,
  occurredFrom: null,
  occurredTo: null,
  isMine: false,
}
const page = { order: 'newest', after: null, limit: 50 } as const

/** f1 is notified; f2 to f4 are reported, one of another center. */
async function fourFindings() {
  const office = await openedOffice()
  await toNotified(office)
  const report = async (findingId: string, rest: Partial<ReportFindingInput>) =>
    kept(
      await reportFinding(
        office,
        asks(people.inspector),
        alleged(clauses.vacated, { findingId: id<FindingId>(findingId), ...rest }),
      ),
    )
  await report('f2', { clauseId: clauses.dress, occurredOn: plainDate('2021-05-02'), description: '工牌没有佩戴' })
  await report('f3', { clauseId: clauses.training, source: 'complaint', centerId: yingpu })
  await report('f4', { occurredOn: plainDate('2021-05-12'), eventKey: id<EventKey>('event-1') })
  return office
}

test.each<[string, Partial<FindingFilter>, string[]]>([
  ['nothing', {}, ['f4', 'f3', 'f2', 'f1']],
  ['two standings', { standings: ['notified', 'dismissed'] }, ['f1']],
  ['a section', { clauseId: '1' }, ['f4', 'f2', 'f1']],
  ['a criterion', { clauseId: '1.3' }, ['f2']],
  ['a clause', { clauseId: '1.1.1' }, ['f4', 'f1']],
  ['no other clause that begins alike', { clauseId: '1.1.' }, []],
  ['a source', { source: 'complaint' }, ['f3']],
  ['words in any order', { text: '佩戴 工牌' }, ['f2']],
  ['an id, in capitals', { text: 'F3' }, ['f3']],
  ['the name of a center', { text: '盈浦' }, ['f3']],
  ['a number', { text: '8' }, ['f3']],
  ['a number as an office writes it', { text: '第5号' }, ['f1']],
  ['a number that no finding has, though another begins with it', { text: '第1号' }, []],
  ['a span of days', { occurredFrom: plainDate('2021-05-03'), occurredTo: plainDate('2021-05-11') }, ['f3', 'f1']],
  ['what waits for the assessor', { isMine: true }, ['f4', 'f3', 'f2']],
])('filtered by %s', async (_what, rest, expected) => {
  const office = await fourFindings()
  const found = kept(await listFindings(office, people.assessor, assessmentId, { ...everything, ...rest }, page))
  expect(found.entries.map(({ finding }) => finding.findingId)).toEqual(expected)
  expect(found.total).toBe(expected.length)
})

test('how many stand where is counted whatever standing is asked for', async () => {
  const office = await fourFindings()
  const filter = { ...everything, centerId: xiayang, standings: ['dismissed'] } as const
  const found = kept(await listFindings(office, people.assessor, assessmentId, filter, page))
  expect(found).toMatchObject({ total: 0, byStanding: { notified: 1, reported: 2, dismissed: 0 } })
})

test.each<[FindingOrder, string[]]>([
  ['newest', ['f4', 'f3', 'f2', 'f1']],
  ['oldest', ['f1', 'f2', 'f3', 'f4']],
  ['occurred', ['f4', 'f3', 'f1', 'f2']],
  ['due', ['f1', 'f2', 'f3', 'f4']],
  ['clause', ['f1', 'f4', 'f2', 'f3']],
])('in the order “%s” pages of one follow each other without loss', async (order, expected) => {
  const office = await fourFindings()
  const seen: string[] = []
  for (let after = null, more = true; more;) {
    const asked = { order, after, limit: 1 }
    const { entries, next } = kept(await listFindings(office, people.assessor, assessmentId, everything, asked))
    seen.push(...entries.map(({ finding }) => finding.findingId))
    after = next as never
    more = next !== null
  }
  expect(seen).toEqual(expected)
})

test('a view tells the next step, whose it is, and what the line of the sheet can move', async () => {
  const office = await fourFindings()
  const found = kept(await listFindings(office, people.assessor, assessmentId, everything, page))
  expect(found.entries.at(-1)).toMatchObject({
    finding: { findingId: 'f1' },
    step: { kind: 'reply-due', isMine: false },
    effect: { now: 0, between: [-100, 0] },
  })
  expect(found.entries[0]).toMatchObject({ step: { kind: 'finding-to-notify', isMine: true } })
})

test('what may be the same event is told with the sign of it', async () => {
  const office = await fourFindings()
  const read = kept(await readFinding(office, people.assessor, assessmentId, f1))
  expect(read.alike).toMatchObject([{ findingId: 'f4', why: 'same-clause-near', phrase: null }])
  expect(read.digests).toHaveLength(read.history.length)
})
