import { compoundOf, sampleEntry, zipOf } from '../../conformance/archive-samples.ts'
import { cell, documentOf, paragraph, part, rawWord, relations, SENTENCE } from './raw-word.ts'
import { rawWorkbook, sheetRow } from './raw-workbook.ts'
import type { HostileFile } from './hostile-file.ts'

const whole = rawWord()
const deep = 100_000

/** Word, Excel, and what only seems to be either. */
export const HOSTILE_OFFICE: readonly HostileFile[] = [
  [
    'a part that swells a thousand times',
    'a.docx',
    () => rawWord({ document: documentOf(paragraph(' '.repeat(64 * 2 ** 20))) }),
    'document-damaged',
  ],
  ['a bomb within a bomb, beside the text', 'a.docx', () => rawWord({ more: [nested(4)] }), SENTENCE],
  [
    'ten thousand parts and one',
    'a.docx',
    () => rawWord({ more: Array.from({ length: 10_001 }, (_, n) => sampleEntry(`word/${n}`, '')) }),
    'document-too-large',
  ],
  ['a part that says it is shorter than it is', 'a.docx', () => lying(10), 'document-damaged'],
  ['a part that says it is longer than it is', 'a.docx', () => lying(2 ** 31), 'document-damaged'],
  [
    'entities that grow by tens',
    'a.docx',
    () => rawWord({ document: documentOf(paragraph('&l9;'), laughs()) }),
    'document-damaged',
  ],
  [
    'an entity of a file of the server',
    'a.docx',
    () => rawWord({ document: documentOf(paragraph('&x;'), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>') }),
    'document-damaged',
  ],
  [
    'a document type from elsewhere',
    'a.docx',
    () => rawWord({ document: documentOf('', '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">') }),
    SENTENCE,
  ],
  [
    'a template and a picture from elsewhere',
    'a.docx',
    () =>
      rawWord({
        more: [
          sampleEntry(
            'word/_rels/document.xml.rels',
            relations([
              ['attachedTemplate', 'http://127.0.0.1:9/t.dotm', true],
              ['image', 'file:///etc/passwd', true],
            ]),
          ),
        ],
      }),
    SENTENCE,
  ],
  [
    'a macro',
    'a.docm',
    () => rawWord({ more: [sampleEntry('word/vbaProject.bin', 'Sub AutoOpen()\nShell "rm"\nEnd Sub')] }),
    SENTENCE,
  ],
  [
    'a document behind a password',
    'a.docx',
    () =>
      compoundOf([
        { name: 'EncryptionInfo', type: 'stream' },
        { name: 'EncryptedPackage', type: 'stream' },
      ]),
    'document-encrypted',
  ],
  [
    'parts behind a password',
    'a.docx',
    () => zipOf([{ ...sampleEntry('word/document.xml', documentOf('')), flags: 0x801 }]),
    'document-encrypted',
  ],
  [
    'a Word document of which the end is missing',
    'a.docx',
    () => whole.subarray(0, whole.length - 40),
    'document-damaged',
  ],
  ['half a Word document', 'a.docx', () => whole.subarray(0, whole.length / 2), 'document-damaged'],
  [
    'a Word document with a turned byte',
    'a.docx',
    () => whole.map((byte, at) => (at === Math.floor(whole.length * 0.6) ? byte ^ 0xff : byte)),
    'document-damaged',
  ],
  ['a Word document called a PDF', 'a.pdf', () => whole, SENTENCE],
  ['a Word document called a text', 'a.txt', () => whole, SENTENCE],
  ['an archive of nothing', 'a.docx', () => zipOf([]), 'file-is-document'],
  ['an archive of something else', 'a.docx', () => zipOf([sampleEntry('a.txt', SENTENCE)]), 'file-is-document'],
  [
    'parts that want to lie outside',
    'a.docx',
    () =>
      rawWord({
        more: [sampleEntry('../../../../tmp/out', 'x'), sampleEntry('/etc/out', 'x'), sampleEntry('C:\\out', 'x')],
      }),
    'document-damaged',
  ],
  [
    'two texts in one document',
    'a.docx',
    () => rawWord({ more: [sampleEntry('word/document.xml', documentOf(''))] }),
    'document-damaged',
  ],
  [
    'a document without its text',
    'a.docx',
    () => zipOf([sampleEntry('[Content_Types].xml', '<Types/>'), sampleEntry('word/document.bin', '')]),
    'document-damaged',
  ],
  [
    'a text that is no XML',
    'a.docx',
    () => rawWord({ document: Buffer.from('d0cf11e0a1b11ae1', 'hex') }),
    'document-damaged',
  ],
  [
    'elements a hundred thousand deep',
    'a.docx',
    () => rawWord({ body: '<w:sdt><w:sdtContent>'.repeat(deep) + '</w:sdtContent></w:sdt>'.repeat(deep) }),
    'document-damaged',
  ],
  [
    'tables ten thousand deep',
    'a.docx',
    () => rawWord({ body: '<w:tbl><w:tr><w:tc>'.repeat(10_000) + '</w:tc></w:tr></w:tbl>'.repeat(10_000) }),
    'document-damaged',
  ],
  [
    'a cell over a billion columns',
    'a.docx',
    () =>
      rawWord({
        body: `<w:tbl><w:tr>${cell(paragraph('x'), '<w:gridSpan w:val="1000000000"/>')}${cell(paragraph('y'), '<w:gridSpan w:val="-5"/>')}</w:tr></w:tbl>`,
      }),
    'xy',
  ],
  [
    'three hundred thousand cells',
    'a.docx',
    () => rawWord({ body: `<w:tbl>${`<w:tr>${cell(paragraph('1')).repeat(10)}</w:tr>`.repeat(30_000)}</w:tbl>` }),
    'document-too-large',
  ],
  [
    'styles that rest on each other',
    'a.docx',
    () =>
      rawWord({
        body: paragraph('续', '<w:pStyle w:val="a"/>'),
        more: part(
          'styles',
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        ),
      }),
    '续',
  ],
  [
    'numberings that rest on each other',
    'a.docx',
    () =>
      rawWord({
        body: paragraph('续', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
        more: part(
          'numbering',
          '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        ),
      }),
    '续',
  ],
  [
    'a workbook called a Word document',
    'a.docx',
    () => rawWorkbook(`<sheetData>${sheetRow(1, [['A', SENTENCE]])}</sheetData>`),
    SENTENCE,
  ],
  [
    'a sheet of a million cells',
    'a.xlsx',
    () =>
      rawWorkbook(
        `<sheetData>${Array.from({ length: 100_000 }, (_, n) =>
          sheetRow(
            n + 1,
            Array.from('ABCDEFGHIJ', (at) => [at, '1'] as const),
          ),
        ).join('')}</sheetData>`,
      ),
    'document-too-large',
  ],
  [
    'a cell over a whole sheet',
    'a.xlsx',
    () =>
      rawWorkbook(
        `<sheetData>${sheetRow(1, [['A', SENTENCE]])}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    SENTENCE,
  ],
  [
    'a row of number two billion',
    'a.xlsx',
    () =>
      rawWorkbook(`<sheetData>${sheetRow(1, [['A', SENTENCE]])}${sheetRow(2_000_000_000, [['A', 'x']])}</sheetData>`),
    'document-damaged',
  ],
  ['half a workbook', 'a.xlsx', () => rawWorkbook('<sheetData/>').subarray(0, 700), 'document-damaged'],
  [
    'a workbook that links to another',
    'a.xlsx',
    () =>
      rawWorkbook(`<sheetData>${sheetRow(1, [['A', SENTENCE]])}</sheetData>`, [
        sampleEntry(
          'xl/externalLinks/_rels/externalLink1.xml.rels',
          relations([['externalLinkPath', 'file:///etc/passwd', true]]),
        ),
      ]),
    SENTENCE,
  ],
]

function lying(declaredBytes: number): Uint8Array {
  return zipOf([
    sampleEntry('_rels/.rels', relations([['officeDocument', 'word/document.xml', false]])),
    { ...sampleEntry('word/document.xml', documentOf('')), declaredBytes },
  ])
}

function nested(depth: number): ReturnType<typeof sampleEntry> {
  const inner = depth === 0 ? Buffer.alloc(16 * 2 ** 20) : zipOf([nested(depth - 1), nested(depth - 1)])
  return sampleEntry(`bomb-${depth}-${inner.length}.zip`, inner)
}

function laughs(): string {
  const each = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
  return `<!DOCTYPE d [<!ENTITY l0 "哈">${each.join('')}]>`
}
