import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markedText } from '../../../src/adapters/documents/incoming/marked-text.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { readWorkbook } from '../../../src/adapters/documents/incoming/workbook/read-workbook.ts'
import { recalculated, rewrittenInWord } from '../office-tools.ts'
import { noticeContent } from './notice-content.ts'
import { compiled, goldenReading, readingOf } from './same-reading.ts'
import { issueInWord } from './word-form.ts'
import { issueInWorkbook } from './workbook-form.ts'

const NOTICE = 'qingpu-2021'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-issued-'))
})
afterAll(async () => rm(folder, { recursive: true }))

/** Another program writes the same document otherwise: its own styles, lists, shared texts and widths. */
test.each([
  [
    'Word',
    'docx',
    () => issueInWord(noticeContent(NOTICE), { numbers: 'generated', rows: 'one an item' }),
    rewrittenInWord,
    readWord,
  ],
  ['Excel', 'xlsx', () => issueInWorkbook(noticeContent(NOTICE), 'one an item'), recalculated, readWorkbook],
] as const)(
  'the notice of 2021 as LibreOffice writes it for %s compiles to the golden reading',
  async (_program, form, issue, rewrite, read) => {
    const path = join(folder, `notice.${form}`)
    await writeFile(path, (await issue()).content)
    const blocks = await read(await readFile(await rewrite(path)))
    if (!blocks.ok) throw new Error(blocks.fault.code)
    const source = markedText({ form, fileName: `notice.${form}`, sha256: '0'.repeat(64) }, blocks.value)
    expect(readingOf(compiled(source, NOTICE))).toEqual(goldenReading(NOTICE))
  },
)
