import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { noticeReader } from '../../../src/adapters/documents/incoming/read-notice.ts'
import { markedHead } from '../../../src/core/notice/source/marked-source.ts'
import { noticeContent } from './notice-content.ts'
import { compiled, goldenReading, readingOf } from './same-reading.ts'
import { issueInWord } from './word-form.ts'

const NAME = 'qingpu-2021'
const word = await issueInWord(noticeContent(NAME), { numbers: 'generated', rows: 'one an item' })
const notices = noticeReader()

test.each<[fileName: string, isMisnamed: boolean]>([
  ['通知.docx', false],
  ['通知.docm', false],
  ['通知.pdf', true],
  ['通知.txt', true],
  ['通知', false],
])('a Word document called %s is read as what it is', async (fileName, isMisnamed) => {
  const sha256 = createHash('sha256').update(word.content).digest('hex')
  const read = await notices.read(word.content, fileName)
  expect(read).toMatchObject({ ok: true, value: { form: 'docx', encoding: null, isMisnamed, sha256 } })
  if (!read.ok) return
  expect(markedHead(read.value.text)).toEqual({ form: 'docx', fileName, sha256 })
  expect(readingOf(compiled(read.value.text, NAME))).toEqual(goldenReading(NAME))
})

test.each<[title: string, bounds: Parameters<typeof noticeReader>[0], fault: object]>([
  [
    'no time',
    { seconds: 0.01, megabytes: 640, atOnce: 1, waiting: 1 },
    { code: 'document-too-slow', form: 'Word（.docx）', seconds: 0.01 },
  ],
  [
    'no memory',
    { seconds: 60, megabytes: 4, atOnce: 1, waiting: 1 },
    { code: 'document-too-heavy', form: 'Word（.docx）', megabytes: 4 },
  ],
  ['no turn', { seconds: 60, megabytes: 640, atOnce: 0, waiting: 0 }, { code: 'reading-busy' }],
])('with %s left a document is not read, and the program goes on', async (_title, bounds, fault) => {
  expect(await noticeReader(bounds).read(word.content, '通知.docx')).toEqual({ ok: false, fault })
  expect(await notices.read(word.content, '通知.docx')).toMatchObject({ ok: true })
})
