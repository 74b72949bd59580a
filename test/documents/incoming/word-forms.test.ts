import { describe, expect, test } from 'vitest'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { goldenNotices } from '../../golden/golden-notices.ts'
import { criterionOf } from './issued-form.ts'
import { noticeContent } from './notice-content.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'
import { issueInWord, type WordManner } from './word-form.ts'

const MANNERS: readonly (readonly [manner: string, WordManner])[] = [
  ['numbers typed, a row an item', { numbers: 'typed', rows: 'one an item' }],
  ['numbers typed, a row a section', { numbers: 'typed', rows: 'one a section' }],
  ['numbers made by Word, a row an item', { numbers: 'generated', rows: 'one an item' }],
  ['numbers made by Word, a row a section', { numbers: 'generated', rows: 'one a section' }],
]

describe.each(goldenNotices().map(({ name }) => name))('the notice %s issued in Word', (name) => {
  test.each(MANNERS)('with %s compiles to the golden reading', async (_manner, manner) => {
    const { source } = await issued(name, manner)
    expect(readingOf(compiled(source, name))).toEqual(goldenReading(name))
  })

  test.each(MANNERS)('with %s says of every clause in which row and paragraph it stands', async (_manner, manner) => {
    const { source, places } = await issued(name, manner)
    const found = clausePlaces(compiled(source, name), source)
    expect(found.size).toBeGreaterThan(0)
    for (const [clause, place] of found) expect([clause, place]).toEqual([clause, places.get(criterionOf(clause))])
  })
})

async function issued(name: string, manner: WordManner) {
  const { content, places } = await issueInWord(noticeContent(name), manner)
  const read = await readWord(content)
  if (!read.ok) throw new Error(read.fault.code)
  return { source: markedText({ form: 'docx', fileName: `${name}.docx`, sha256: '0'.repeat(64) }, read.value), places }
}
