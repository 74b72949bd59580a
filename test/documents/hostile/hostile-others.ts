import { deflateSync } from 'node:zlib'
import { sampleEntry, zipOf } from '../../conformance/archive-samples.ts'
import type { HostileFile } from './hostile-file.ts'
import { onePage, rawPdf, scan, stream, WORDS } from './raw-pdf.ts'
import { SENTENCE } from './raw-word.ts'

const READ = 'Staff absent'
const pages = (count: number) => {
  const kids = Array.from({ length: count }, (_, n) => `${n + 3} 0 R`).join(' ')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>'
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    ...Array.from({ length: count }, () => page),
  ])
}

/** PDF, and files that are text or nothing. */
export const HOSTILE_OTHERS: readonly HostileFile[] = [
  ['a PDF called a Word document', 'a.docx', () => onePage(), READ],
  [
    'a PDF behind a password',
    'a.pdf',
    () =>
      onePage(undefined, {
        more: [`<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`],
        trailer: `/Encrypt 6 0 R/ID[<${'43'.repeat(16)}><${'43'.repeat(16)}>]`,
      }),
    'document-encrypted',
  ],
  ['half a PDF', 'a.pdf', () => onePage().subarray(0, 300), 'document-damaged'],
  ['the first line of a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7\n'), 'document-damaged'],
  [
    'a PDF without its table of objects',
    'a.pdf',
    () =>
      Buffer.from(
        Buffer.from(onePage())
          .toString('latin1')
          .replace(/xref[^]*/, ''),
        'latin1',
      ),
    'document-damaged',
  ],
  [
    'pages that hold each other',
    'a.pdf',
    () => onePage(undefined, { pages: '/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R' }),
    'document-damaged',
  ],
  ['a billion pages that are one', 'a.pdf', () => onePage(undefined, { pages: '/Kids[3 0 R]/Count 1000000000' }), READ],
  ['a thousand pages', 'a.pdf', () => pages(1_000), 'document-too-large'],
  [
    'a page that swells a thousand times',
    'a.pdf',
    () => onePage(stream(deflateSync(Buffer.alloc(600 * 2 ** 20, 0x20)), '/Filter/FlateDecode')),
    'document-too-large',
  ],
  ['a page packed a hundred times', 'a.pdf', () => onePage(packed(100)), READ],
  [
    'a page of a million operators',
    'a.pdf',
    () => onePage(stream(deflateSync(Buffer.from('q 1 0 0 1 0 0 cm '.repeat(1_000_000))), '/Filter/FlateDecode')),
    'document-too-slow',
  ],
  [
    'a script that runs when it is opened',
    'a.pdf',
    () =>
      onePage(undefined, {
        catalog: '/OpenAction 7 0 R/Names<</JavaScript<</Names[(a)7 0 R]>>>>',
        more: ['null', '<</S/JavaScript/JS(globalThis.process.exit\\(9\\))>>'],
      }),
    READ,
  ],
  [
    'a program that should be started',
    'a.pdf',
    () => onePage(undefined, { catalog: '/OpenAction<</S/Launch/F(/bin/sh)>>' }),
    READ,
  ],
  ['a scan', 'a.pdf', () => scan(), 'document-without-text'],
  [
    'a picture of a billion dots',
    'a.pdf',
    () =>
      onePage(stream(Buffer.from(`${WORDS} q 595 0 0 842 0 0 cm /I Do Q`)), {
        more: [
          stream(
            Buffer.from(''),
            '/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8',
          ),
        ],
      }),
    READ,
  ],
  [
    'a script in a page of the web',
    'a.html',
    () => Buffer.from(`<script>${'x'.repeat(1_000)}</script><p>${SENTENCE}</p>`),
    SENTENCE,
  ],
  [
    'a page of the web a million tags deep',
    'a.html',
    () => Buffer.from(`${'<b>'.repeat(1_000_000)}${SENTENCE}`),
    SENTENCE,
  ],
  ['a text with a NUL', 'a.txt', () => Buffer.from(`${SENTENCE}\0`), 'file-is-binary'],
  ['half a sign of UTF-16', 'a.txt', () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x31, 0x00]), 'file-not-text'],
  [
    'a picture called a Word document',
    'a.docx',
    () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'file-is-binary',
  ],
  ['a text called a Word document', 'a.docx', () => Buffer.from(SENTENCE), SENTENCE],
  ['an old Word document', 'a.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-is-document'],
  ['RTF', 'a.rtf', () => Buffer.from('{\\rtf1 a}'), 'file-is-document'],
  [
    'OpenDocument',
    'a.odt',
    () => zipOf([sampleEntry('content.xml', ''), sampleEntry('mimetype', 'application/vnd.oasis.opendocument.text')]),
    'file-is-document',
  ],
  ['OFD', 'a.ofd', () => zipOf([sampleEntry('OFD.xml', '')]), 'file-is-document'],
  [
    'slides',
    'a.pptx',
    () => zipOf([sampleEntry('ppt/presentation.xml', ''), sampleEntry('xl/workbook.xml', '')]),
    'file-is-document',
  ],
  ['a binary workbook', 'a.xlsb', () => zipOf([sampleEntry('xl/workbook.bin', '')]), 'file-is-document'],
  ['a file beyond the limit', 'a.txt', () => Buffer.alloc(20 * 2 ** 20 + 1, 0x31), 'file-too-large'],
]

function packed(times: number): Buffer {
  let content: Uint8Array = Buffer.from(WORDS)
  for (let time = 0; time < times; time += 1) content = deflateSync(content)
  return stream(content, `/Filter[${'/FlateDecode'.repeat(times)}]`)
}
