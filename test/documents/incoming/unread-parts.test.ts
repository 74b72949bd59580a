import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readPdf } from '../../../src/adapters/documents/incoming/pdf/read-pdf.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import type { IncomingBlock } from '../../../src/adapters/documents/incoming/incoming-block.ts'
import type { IncomingRead } from '../../../src/adapters/documents/incoming/incoming-fault.ts'
import { rawWord } from '../hostile/raw-word.ts'
import { openPrinter, printed } from './chromium-notice.ts'

test.each<[given: string, body: string, unread: readonly string[]]>([
  ['a picture as large as a table', drawing(16, 6), ['picture -']],
  ['a seal', drawing(4.2, 4.2), []],
  [
    'a picture of an older Word, or the face of a table of Excel',
    run('<w:pict><v:imagedata/></w:pict>'),
    ['picture -'],
  ],
  ['a picture that was taken out', `<w:p><w:del>${drawn(16, 6)}</w:del></w:p>`, []],
  ['another document set into it', '<w:altChunk r:id="r9"/>', ['document -']],
  [
    'both, and a further picture',
    `<w:altChunk/>${drawing(9, 9)}${drawing(9, 9)}`,
    ['document -', 'picture -', 'picture -'],
  ],
])('of a Word document with %s', async (_given, body, unread) => {
  expect(unreadOf(await readWord(rawWord({ body })))).toEqual(unread)
})

test('of a PDF the pages are named that have a picture as large as a table beside their text', async () => {
  const words = '<p>1、没有到岗到位，查实一例扣1分；</p>'
  const next = '<div style="break-after: page"></div>'
  const [table, seal] = [await picture(600, 200), await picture(150, 150)]
  const ruled = `<table style="border-collapse: collapse"><tr><td style="border: 1px solid; width: 300px">甲</td></tr></table>`
  const browser = await openPrinter()
  try {
    const pages = [words, `${words}${table}`, `${words}${seal}`, `${words}${ruled}`, `${table}${words}`]
    expect(unreadOf(await readPdf(await printed(browser, pages.join(next))))).toEqual(['picture 2', 'picture 5'])
  } finally {
    await browser.close()
  }
})

async function picture(width: number, height: number): Promise<string> {
  const png = await sharp({ create: { width, height, channels: 3, background: '#ddd' } })
    .png()
    .toBuffer()
  return `<img src="data:image/png;base64,${png.toString('base64')}" style="display: block; width: ${width}px">`
}

function unreadOf(read: IncomingRead<readonly IncomingBlock[]>): string[] {
  if (!read.ok) return [read.fault.code]
  return read.value.flatMap((block) =>
    block.kind === 'unread' ? [`${block.part.what} ${block.part.page ?? '-'}`] : [],
  )
}

function drawing(wide: number, high: number): string {
  return `<w:p>${drawn(wide, high)}</w:p>`
}

/** In centimeters. */
function drawn(wide: number, high: number): string {
  const extent = `<wp:extent cx="${wide * 360_000}" cy="${high * 360_000}"/>`
  return `<w:r><w:drawing><wp:inline>${extent}<a:graphic><a:blip r:embed="r9"/></a:graphic></wp:inline></w:drawing></w:r>`
}

function run(content: string): string {
  return `<w:p><w:r>${content}</w:r></w:p>`
}
