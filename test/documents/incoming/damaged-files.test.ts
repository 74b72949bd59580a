import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { DOCUMENT_LIMITS } from '../../../src/adapters/documents/incoming/document-limits.ts'
import type { IncomingFault } from '../../../src/adapters/documents/incoming/incoming-fault.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { readWorkbook } from '../../../src/adapters/documents/incoming/workbook/read-workbook.ts'
import { sampleEntry, zipOf, type SampleEntry } from '../../conformance/archive-samples.ts'
import { shownBlocks } from './shown-blocks.ts'
import { cell, list, listed, num, row, said, table, wordEntries, wordOf } from './word-samples.ts'

const WHOLE = { body: said('扣1分') }

function without(name: string): Uint8Array {
  return zipOf(wordEntries(WHOLE).filter((entry) => entry.name !== name))
}

function replaced(name: string, content: string): Uint8Array {
  return zipOf([...wordEntries(WHOLE).filter((entry) => entry.name !== name), sampleEntry(name, content)])
}

const MAIN = 'word/document.xml'
const damaged = (part: string) => ({ code: 'document-damaged', part }) as const

test.each<[title: string, bytes: Uint8Array, fault: Partial<IncomingFault>]>([
  ['a file without its text', without(MAIN), damaged(MAIN)],
  ['no archive at all', Buffer.from('%PDF-1.7 nothing'), damaged('')],
  ['an archive cut off', wordOf(WHOLE).subarray(0, 300), damaged('')],
  ['text that is no XML', replaced(MAIN, '<w:document><w:body>'), damaged(MAIN)],
  [
    'text with an entity of its own',
    replaced(MAIN, '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'),
    damaged(MAIN),
  ],
  [
    'text that is no UTF-8',
    zipOf([...wordEntries(WHOLE).slice(0, 1), sampleEntry(MAIN, Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]))]),
    damaged(MAIN),
  ],
  ['a part that is another one', replaced(MAIN, '<x:workbook xmlns:x="x"/>'), damaged(MAIN)],
  ['styles that are no XML', replaced('word/styles.xml', '<w:styles'), damaged('word/styles.xml')],
  ['no words', wordOf({ body: said(' ') }), { code: 'document-empty' }],
  ['an encrypted part', zipOf([{ ...sampleEntry(MAIN, 'x'), flags: 1 }]), { code: 'document-encrypted' }],
  [
    'two parts of one name',
    zipOf([...wordEntries(WHOLE), sampleEntry('WORD/document.xml', '<a/>')]),
    damaged('WORD/document.xml'),
  ],
  ['a part that swells beyond measure', wordOf({ body: said('0'.repeat(6 * 2 ** 20)) }), damaged(MAIN)],
])('%s is a fault of a Word file', async (_title, bytes, fault) => {
  expect(await readWord(bytes)).toMatchObject({ ok: false, fault })
})

test.each<[title: string, bytes: Uint8Array, shown: readonly string[]]>([
  [
    'whose relations lead nowhere is read by the usual names',
    replaced(
      '_rels/.rels',
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="gone.xml"/></Relationships>',
    ),
    ['扣1分'],
  ],
  ['without relations', without('_rels/.rels'), ['扣1分']],
  ['without relations of its text has no styles and lists', without('word/_rels/document.xml.rels'), ['扣1分']],
  [
    'with macros and links to the outside is read without looking at them',
    zipOf([...wordEntries(WHOLE), sampleEntry('word/vbaProject.bin', 'Sub AutoOpen()')]),
    ['扣1分'],
  ],
  [
    'with numbers of lists that are no numbers',
    wordOf({
      body: listed('甲', 3),
      numbering: list(0, ['decimal', '%1', '<w:start w:val="-7"/>']) + num(1, 0),
    }),
    ['甲'],
  ],
  [
    'with columns that no table has',
    wordOf({
      body: table([row([cell('甲', '<w:gridSpan w:val="99999999"/>'), cell('乙', '<w:gridSpan w:val="x"/>')])]),
    }),
    ['甲 | 乙'],
  ],
])('a Word file %s', async (_title, bytes, shown) => {
  expect(shownBlocks(await readWord(bytes))).toEqual(shown)
})

test('more text or cells than a notice has are told with the limit', async () => {
  const limits = { ...DOCUMENT_LIMITS, characters: 10, cells: 2 }
  const long = await readWord(wordOf({ body: said('一'.repeat(11)) }), limits)
  const wide = await readWord(wordOf({ body: table([row([cell('甲'), cell('乙'), cell('丙')])]) }), limits)
  expect([long, wide]).toEqual([
    {
      ok: false,
      fault: { code: 'document-too-large', what: 'characters', limit: 10 },
    },
    {
      ok: false,
      fault: { code: 'document-too-large', what: 'cells', limit: 2 },
    },
  ])
})

const SHEET = 'xl/worksheets/sheet1.xml'

async function workbookWith(change: (entries: Map<string, SampleEntry>) => void): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationships><Relationship Id="${id}" Type="x/${type}" Target="${target}"/></Relationships>`
  const entries = new Map(
    [
      sampleEntry('_rels/.rels', relation('a', 'officeDocument', 'xl/workbook.xml')),
      sampleEntry(
        'xl/workbook.xml',
        '<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="b"/></sheets></workbook>',
      ),
      sampleEntry('xl/_rels/workbook.xml.rels', relation('b', 'worksheet', 'worksheets/sheet1.xml')),
      sampleEntry(SHEET, sheetOf('<c r="A1" t="inlineStr"><is><t>扣1分</t></is></c>')),
    ].map((entry) => [entry.name, entry]),
  )
  change(entries)
  return zipOf([...entries.values()])
}

function sheetOf(cells: string, behind = ''): string {
  return `<worksheet><sheetData><row r="1">${cells}</row></sheetData>${behind}</worksheet>`
}

const put = (name: string, content: string) => (entries: Map<string, SampleEntry>) =>
  entries.set(name, sampleEntry(name, content))

test.each<[title: string, change: (entries: Map<string, SampleEntry>) => void, fault: Partial<IncomingFault>]>([
  ['without its index', (entries) => entries.delete('xl/workbook.xml'), damaged('xl/workbook.xml')],
  ['without a sheet that it names', (entries) => entries.delete(SHEET), damaged(SHEET)],
  ['with a sheet that is no XML', put(SHEET, '<worksheet><sheetData>'), damaged(SHEET)],
  ['with a shared text that is not there', put(SHEET, sheetOf('<c t="s"><v>7</v></c>')), damaged(SHEET)],
  [
    'with merged cells over each other',
    put(
      SHEET,
      sheetOf(
        '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>',
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A1:B9"/></mergeCells>',
      ),
    ),
    damaged(SHEET),
  ],
  ['with nothing in it', put(SHEET, sheetOf('')), { code: 'document-empty' }],
])('a workbook %s is a fault', async (_title, change, fault) => {
  expect(await readWorkbook(await workbookWith(change))).toMatchObject({
    ok: false,
    fault,
  })
})

test('a merged cell over the whole sheet, and cells at its ends, cost no more than what they hold', async () => {
  const far = put(
    SHEET,
    sheetOf(
      '<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>',
      '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>',
    ),
  )
  expect(shownBlocks(await readWorkbook(await workbookWith(far)))).toEqual(['1 | 2'])
})

test('a whole workbook is what the damaged ones were made of', async () => {
  expect(shownBlocks(await readWorkbook(await workbookWith(() => undefined)))).toEqual(['扣1分'])
  const empty = new ExcelJS.Workbook()
  empty.addWorksheet('空')
  expect(await readWorkbook(new Uint8Array(await empty.xlsx.writeBuffer()))).toEqual({
    ok: false,
    fault: { code: 'document-empty' },
  })
})
