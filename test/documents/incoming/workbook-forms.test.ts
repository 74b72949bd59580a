import { describe, expect, test } from 'vitest'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readWorkbook } from '../../../src/adapters/documents/incoming/workbook/read-workbook.ts'
import { goldenNotices } from '../../golden/golden-notices.ts'
import { criterionOf, type RowManner } from './issued-form.ts'
import { noticeContent } from './notice-content.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'
import { issueInWorkbook } from './workbook-form.ts'

const MANNERS: readonly RowManner[] = ['one an item', 'one a section']

describe.each(goldenNotices().map(({ name }) => name))('the notice %s issued in Excel', (name) => {
  test.each(MANNERS)('with rows %s compiles to the golden reading', async (manner) => {
    const { source } = await issued(name, manner)
    expect(readingOf(compiled(source, name))).toEqual(goldenReading(name))
  })

  test.each(MANNERS)('with rows %s says of every clause in which cell it stands', async (manner) => {
    const { source, places } = await issued(name, manner)
    const found = clausePlaces(compiled(source, name), source)
    expect(found.size).toBeGreaterThan(0)
    for (const [clause, place] of found) expect([clause, place]).toEqual([clause, places.get(criterionOf(clause))])
  })
})

async function issued(name: string, manner: RowManner) {
  const { content, places } = await issueInWorkbook(noticeContent(name), manner)
  const read = await readWorkbook(content)
  if (!read.ok) throw new Error(read.fault.code)
  return { source: markedText({ form: 'xlsx', fileName: `${name}.xlsx`, sha256: '0'.repeat(64) }, read.value), places }
}
