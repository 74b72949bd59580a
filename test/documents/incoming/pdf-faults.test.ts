import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { IncomingFault } from '../../../src/adapters/documents/incoming/incoming-fault.ts'
import { readPdf } from '../../../src/adapters/documents/incoming/pdf/read-pdf.ts'
import { openPrinter, printed } from './chromium-notice.ts'
import { smallPdf } from './small-pdf.ts'

const whole = smallPdf(['first', 'second'])

test.each<[given: string, bytes: Uint8Array, fault: Partial<IncomingFault>]>([
  ['nothing', new Uint8Array(), { code: 'document-empty' }],
  ['pages on which nothing stands', smallPdf(['', '']), { code: 'document-empty' }],
  ['a file that was cut off', whole.subarray(0, 700), { code: 'document-damaged' }],
  ['a beginning and an end', Buffer.from('%PDF-1.7\n%%EOF\n'), { code: 'document-damaged' }],
  ['another kind of file', Buffer.from('PK\u0003\u0004 %%EOF'), { code: 'document-damaged' }],
  ['a password that a reader must know', smallPdf(['first'], 'reader'), { code: 'document-encrypted' }],
  [
    'more pages than a notice has',
    smallPdf(Array.from({ length: 501 }, () => 'page')),
    { code: 'document-too-large', what: 'pages', limit: 500 },
  ],
])('%s is refused', async (_given, bytes, fault) => {
  const read = await readPdf(bytes)
  expect(read.ok ? read.value : read.fault).toMatchObject(fault)
})

test('what only an owner\u2019s password guards is read', async () => {
  const read = await readPdf(smallPdf(['first', 'second'], 'owner'))
  expect(read.ok && read.value.map((block) => ('pieces' in block ? block.pieces.map(({ text }) => text) : ''))).toEqual(
    [['first'], ['second']],
  )
})

test('an empty page is no fault', async () => {
  expect(await readPdf(smallPdf(['first', '', 'third']))).toMatchObject({ ok: true })
})

test('pages that were scanned are named, among others and also where a number is printed over them', async () => {
  const scan = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#eee' } })
    .png()
    .toBuffer()
  const picture = `<img src="data:image/png;base64,${scan.toString('base64')}" style="display: block; width: 560px; height: 800px; break-after: page">`
  const words = '<p style="break-after: page">一、服务事项（5分）</p>'
  const browser = await openPrinter()
  try {
    const [all, some] = await Promise.all([
      printed(browser, picture.repeat(3)),
      printed(browser, `${words}${picture}${words}${picture}<p>完</p>`, { isNumbered: true }),
    ])
    const answers = await Promise.all([readPdf(all), readPdf(some)])
    expect(answers.map((read) => (read.ok ? read.value : read.fault))).toEqual([
      { code: 'document-without-text', pages: [1, 2, 3], pageCount: 3 },
      { code: 'document-without-text', pages: [2, 4], pageCount: 5 },
    ])
  } finally {
    await browser.close()
  }
})
