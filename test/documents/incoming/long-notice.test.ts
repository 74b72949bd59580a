import { expect, test } from 'vitest'
import type { IncomingBlock } from '../../../src/adapters/documents/incoming/incoming-block.ts'
import type { IncomingRead } from '../../../src/adapters/documents/incoming/incoming-fault.ts'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { readWorkbook } from '../../../src/adapters/documents/incoming/workbook/read-workbook.ts'
import type { Amount } from '../../../src/core/rubric/amount.ts'
import { criterionOf, type IssuedForm } from './issued-form.ts'
import { longNotice } from './long-notice.ts'
import { clausePlaces, compiled } from './same-reading.ts'
import { issueInWord } from './word-form.ts'
import { issueInWorkbook } from './workbook-form.ts'

const { content, clauses } = longNotice()

test.each<
  [
    form: 'docx' | 'xlsx',
    issue: () => Promise<IssuedForm>,
    read: (bytes: Uint8Array) => Promise<IncomingRead<readonly IncomingBlock[]>>,
  ]
>([
  ['docx', () => issueInWord(content, { numbers: 'generated', rows: 'one an item' }), (bytes) => readWord(bytes)],
  ['docx', () => issueInWord(content, { numbers: 'generated', rows: 'one a section' }), (bytes) => readWord(bytes)],
  ['xlsx', () => issueInWorkbook(content, 'one an item'), (bytes) => readWorkbook(bytes)],
])(
  'a thousand clauses of a notice of sixty pages in %s are a thousand, each with its id, its price and its place',
  async (form, issue, readForm) => {
    const issued = await issue()
    const read = await readForm(issued.content)
    if (!read.ok) throw new Error(read.fault.code)
    const source = markedText({ form, fileName: `long.${form}`, sha256: '0'.repeat(64) }, read.value)
    const rubric = compiled(source, 'long')
    const found = rubric.sections.flatMap(({ criteria }) => criteria).flatMap((criterion) => criterion.clauses)
    expect(clauses.length).toBe(1000)
    expect(found.map(({ id, amount }) => [id, pointsOf(amount)])).toEqual(clauses)
    const places = [...clausePlaces(rubric, source)]
    expect(places).toEqual(places.map(([clause]) => [clause, issued.places.get(criterionOf(clause))]))
  },
)

function pointsOf(amount: Amount): unknown {
  if (amount.kind === 'fixed') return amount.points
  return amount.kind === 'range' ? [amount.min, amount.max] : amount
}
