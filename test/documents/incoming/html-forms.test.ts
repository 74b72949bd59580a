import { describe, expect, test } from 'vitest'
import { goldenNotices } from '../../golden/golden-notices.ts'
import { issueAsPage } from './html-form.ts'
import { criterionOf } from './issued-form.ts'
import { noticeContent } from './notice-content.ts'
import { clausePlaces, compiled, goldenReading, readingOf } from './same-reading.ts'

describe.each(goldenNotices().map(({ name }) => name))('the notice %s issued as a web page', (name) => {
  const { content, places } = issueAsPage(noticeContent(name))

  test('compiles to the golden reading', () => {
    expect(readingOf(compiled(content, name))).toEqual(goldenReading(name))
  })

  test('says of every clause in which line, row and column it stands', () => {
    const found = clausePlaces(compiled(content, name), content)
    expect(found.size).toBeGreaterThan(0)
    for (const [clause, place] of found) expect([clause, place]).toEqual([clause, places.get(criterionOf(clause))])
  })
})
