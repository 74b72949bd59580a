import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { chromiumNotice, openPrinter, printed, type ChromiumSetting } from './chromium-notice.ts'
import { expectGolden, pdfSource } from './golden-pdf.ts'
import { noticeContent } from './notice-content.ts'
import { toPdf } from '../office-tools.ts'
import { issueInWord, type WordManner } from './word-form.ts'
import { typstNotice, type TypstSetting } from './typst-notice.ts'

const NOTICE = 'qingpu-2021'
const content = noticeContent(NOTICE)
let browser: Browser
beforeAll(async () => {
  browser = await openPrinter()
})
afterAll(() => browser.close())

const FURNITURE = `#set page(numbering: "— 1 —", header: align(center)[青浦区政务服务办公室文件], footer: context [内部资料　注意保存 #h(1fr) — #counter(page).display() —])`

test.each<[set: string, setting: TypstSetting]>([
  ['on A4, each section a cell', {}],
  ['on A4, each item a row', { rows: 'items' }],
  ['on small pages, each section a cell that goes on over pages', { width: '148mm', height: '90mm', margin: '8mm' }],
  ['on small pages, each item a row', { rows: 'items', width: '148mm', height: '90mm', margin: '8mm' }],
  ['on narrow pages, so that items go on over pages', { rows: 'items', width: '100mm', height: '70mm', margin: '8mm' }],
  ['centered in its cells', { rows: 'items', alignment: 'horizon + center' }],
  ['with dashed rules', { stroke: '(thickness: 0.6pt, dash: "dashed")' }],
  ['with page numbers, a head and a foot', { setup: FURNITURE, height: '180mm' }],
  ['without a table', { isPlain: true }],
  ['in a table without rules, each section a row', { stroke: 'none' }],
  ['in a table without rules, each item a row', { stroke: 'none', rows: 'items' }],
])('the notice of 2021, set by typst %s, is read as the golden reading', async (_set, setting) => {
  await expectGolden(typstNotice(content, setting), NOTICE)
})

test.each<[set: string, setting: ChromiumSetting]>([
  ['on A4', {}],
  ['with its lines at the top of their cells', { css: 'td, th { vertical-align: top }' }],
  ['on small pages', { width: '148mm', height: '105mm', margin: '10mm' }],
  [
    'on pages that cut its items',
    { width: '90mm', height: '80mm', margin: '8mm', css: 'td, th { vertical-align: top }' },
  ],
  ['with double rules', { css: 'td, th { border: 3px double #000 }' }],
  ['with dotted rules', { css: 'td, th { border: 1px dotted #000 }' }],
  ['with rules that do not meet', { css: 'table { border-collapse: separate; border-spacing: 2px }' }],
  [
    'on a ground of gray, with its text justified',
    { css: 'th { background: #ddd } td, p { text-align: justify; letter-spacing: 0.08em }' },
  ],
  ['with a head and page numbers', { isNumbered: true }],
])('the notice of 2021, printed by a browser %s, is read as the golden reading', async (_set, setting) => {
  await expectGolden(await chromiumNotice(browser, content, setting), NOTICE)
})

test.each<[rows: string, manner: WordManner]>([
  ['each section a row', { numbers: 'typed', rows: 'one a section' }],
  ['each item a row, numbers made by the program', { numbers: 'generated', rows: 'one an item' }],
])(
  'the notice of 2021, printed from Word by LibreOffice with %s, is read as the golden reading',
  async (_rows, manner) => {
    const folder = await mkdtemp(join(tmpdir(), 'mingheng-word-'))
    try {
      const path = join(folder, 'notice.docx')
      await writeFile(path, (await issueInWord(content, manner)).content)
      await expectGolden(await readFile(await toPdf(path)), NOTICE)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)

test('every character of GB 2312 is read from a page of a browser as it was written', async () => {
  const characters = gb2312()
  const lines = characters.match(/.{1,40}/gu) ?? []
  const source = await pdfSource(
    await printed(
      browser,
      `<meta charset="utf-8"><body style="font: 12pt 'Noto Serif CJK SC'">${lines.map((line) => `<p>${line}</p>`).join('')}`,
    ),
  )
  const read = new Set(source.replace(/<[^>]*>/g, ''))
  expect(Array.from(characters).filter((character) => !read.has(character))).toEqual([])
})

/** The 6,763 characters of its two levels. */
function gb2312(): string {
  const rows = Array.from({ length: 72 }, (_row, at) => 0xb0 + at)
  const bytes = rows.flatMap((row) => Array.from({ length: 94 }, (_cell, at) => [row, 0xa1 + at]))
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes.flat()))
  return text.replace(/[^\u4E00-\u9FA5]/gu, '')
}
