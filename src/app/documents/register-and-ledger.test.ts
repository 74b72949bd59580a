import { expect, test } from 'vitest'
import { asks, assessmentId, kept, openedOffice, people } from '../../../test/fixtures/acting-office.ts'
import { appealed, appealId, reason } from '../../../test/fixtures/acting-plays.ts'
import { f1 } from '../../../test/fixtures/acting-story.ts'
import type { DocumentCell } from '../../core/document/document-table.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import { answerQuestion } from '../acting/answer-question.ts'
import { upholdFinding } from '../acting/uphold-finding.ts'
import { readLedger } from '../reading/read-ledger.ts'
import { ledgerDocument } from './ledger-document.ts'
import { registerDocument } from './register-document.ts'

test('the ledger as a document has a line for every event, each in Chinese, chained as the ledger is', async () => {
  const office = await openedOffice()
  kept(await appealed(office))
  kept(await upholdFinding(office, asks(people.reviewer), { appealId, findingId: f1, reason }))
  const document = kept(await ledgerDocument(office, people.auditor, assessmentId))
  const { entries, head } = kept(await readLedger(office, people.auditor, assessmentId, 0, 100))
  const rows = await tableOf(document, 'ledger')
  expect(document.proof.counts).toEqual([{ table: 'ledger', rows: head.seq }])
  expect(rows.map(([seq, at]) => [seq, at])).toEqual(
    entries.map(({ event }) => [String(event.seq), event.recordedAt.slice(0, 19).replace('T', ' ')]),
  )
  expect(rows.map((row) => row.slice(-2))).toEqual(
    entries.map(({ digest, previous }) => [digest.slice(0, 8), previous.slice(0, 8)]),
  )
  for (const [, , by, what] of rows) {
    expect(by).not.toBe('')
    expect(what).toMatch(/\p{Script=Han}/u)
    expect(what).not.toMatch(/[A-Z][a-z]+[A-Z]/u)
  }
  expect(rows.map(([, , , what]) => what)).toContain('复核员维持')
  expect(rows.at(-1)?.[4]).toMatch(/，问题第\d+号，/u)
  expect(rows.at(-1)?.[5]).toBe(reason)
})

test('the ledger is for who may read it, the register for everybody of the assessment', async () => {
  const office = await openedOffice()
  expect(await ledgerDocument(office, people.staff, assessmentId)).toMatchObject({
    ok: false,
    refusal: { code: 'not-permitted' },
  })
  expect(kept(await registerDocument(office, people.staff, assessmentId)).kind).toBe('interpretation-register')
})

test('a question is open until it is answered, and an answer that another takes the place of stays in the register', async () => {
  const office = await openedOffice()
  const { adopted } = kept(await office.live.look(people.assessor.tenantId, assessmentId))
  const question = adopted.rubric.questions.find(({ readings }) =>
    readings.every(({ effect }) => effect.kind !== 'amount'),
  )
  if (question === undefined) throw new Error('the rubric asks nothing')
  const [one, other] = question.readings
  const before = kept(await registerDocument(office, people.leader, assessmentId))
  for (const [reading, because] of [
    [one?.key, '先这样定'],
    [other?.key, '会上改定'],
  ] as const) {
    const answer = { questionId: question.id, reading: reading ?? '', points: null, reason: because }
    kept(await answerQuestion(office, asks(people.assessor), answer))
  }
  const after = kept(await registerDocument(office, people.leader, assessmentId))
  const openBefore = (await tableOf(before, 'open')).length
  expect(await tableOf(after, 'open')).toHaveLength(openBefore - 1)
  const [inForce] = await tableOf(after, 'in-force')
  expect(inForce?.slice(-4, -2)).toEqual([other?.label, '会上改定'])
  const [earlier] = await tableOf(after, 'earlier')
  expect(earlier?.slice(-4, -2)).toEqual([one?.label, '先这样定'])
  expect(inForce?.[0]).toBe(earlier?.[0])
  const total = adopted.rubric.questions.length
  expect(after.proof.sentences[0]).toBe(
    `通知没有写明之处${total}项：已定口径${total - openBefore + 1}项，未答复${openBefore - 1}项；被取代的口径1条。`,
  )
})

async function tableOf({ blocks }: OfficialDocument, id: string): Promise<string[][]> {
  const block = blocks.find((one) => one.kind === 'table' && one.table.id === id)
  const rows: string[][] = []
  if (block?.kind !== 'table') return rows
  const { table } = block
  for await (const { cells } of typeof table.rows === 'function' ? table.rows() : table.rows)
    rows.push(cells.map(wordsOf))
  return rows
}

function wordsOf(cell: DocumentCell | null): string {
  if (cell?.kind === 'text') return cell.text
  if (cell?.kind === 'lines') return cell.lines.join('\n')
  if (cell?.kind === 'count') return String(cell.count)
  return cell?.kind === 'date' ? cell.date : ''
}
