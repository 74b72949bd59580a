import { sheetRow } from '../workbook-samples.ts'
import type { BrokenFile } from './broken-file.ts'
import { sheet } from './broken-workbooks.ts'
import { chinese, cut, HEADER, ROW, rows, text } from './sample-texts.ts'

export const HEADERS: readonly BrokenFile[] = [
  ['no header, a record first', text(rows(3)), 'file-no-header', '第一行不像表头'],
  ['a title over the header', text(`2021年3月办件明细,,,\n${HEADER}${rows(3)}`), 'file-no-header'],
  ['a title without commas over the header', text(`办件明细\n${HEADER}${rows(3)}`), 'file-no-header'],
  ['a name twice', text(`编号,中心,编号\n1,2,3\n`), 'header-repeated', '“编号”'],
  ['a name twice, once in full width', text(`编号A,中心, 编号Ａ\n1,2,3\n`), 'header-repeated', '编号Ａ'],
  ['a column without a name', text(`编号,,中心\n1,2,3\n`), 'header-blank', '第 2 列', '第 2 行'],
  ['a column behind the last name', text(`编号,中心,,\n1,2,,\n3,4,,备注\n`), 'header-blank', '第 4 列', '第 3 行'],
  [
    'a note beside the table',
    () => sheet(sheetRow(1, ['编号', '中心']), sheetRow(3, ['1', '2', '', '见附件'])),
    'header-blank',
    '第 D 列',
    '第 3 行',
  ],
  ['a name that is blank in JSON', text('{"编号":1," ":2}\n'), 'header-blank', '第 2 列'],
  ['a header with an open quote', text(`编号,"中心\n${rows(3)}`), 'file-damaged', '引号'],
]

export const ENCODINGS: readonly BrokenFile[] = [
  ['UTF-8 cut within a character', () => cut(text(HEADER + rows(3))(), 2), 'file-damaged', '一半'],
  ['UTF-8 with a mark, cut within a character', () => cut(text(`\ufeff${HEADER}1`)(), 6), 'file-damaged', '一半'],
  ['UTF-8 with a broken byte', () => broken(text(HEADER + rows(9))(), rows(4)), 'file-not-text', '第 6 行'],
  ['GB 18030 cut within a character', () => cut(chinese(HEADER + rows(3))(), 2), 'file-damaged', '一半'],
  ['GB 18030 with a broken byte', () => broken(chinese(HEADER + rows(9))(), ''), 'file-not-text', '第 2 行'],
  ['UTF-16 cut within a character', () => cut(Buffer.from(`\ufeff${HEADER}${ROW}`, 'utf16le'), 3), 'file-damaged'],
  [
    'UTF-16 with half a pair',
    () => Buffer.from(`\ufeff${HEADER}\ud83d,1,2,3\n`, 'utf16le'),
    'file-not-text',
    '第 2 行',
  ],
  [
    'UTF-8 and then GB 18030',
    () => Buffer.concat([text(HEADER + rows(3))(), chinese(rows(2))()]),
    'file-not-text',
    '第 5 行',
  ],
  [
    'GB 18030 and then UTF-8',
    () => Buffer.concat([chinese(HEADER + rows(3))(), text(rows(2))()]),
    'file-mixed-encodings',
    '第 5 行',
  ],
  [
    'NULs behind the rows, as a power failure leaves them',
    () => nulls(text(HEADER + rows(9999))()),
    'file-damaged',
    '空字节',
  ],
  ['Latin letters with accents in another encoding', () => Buffer.from('café,naïve\n1,2\n', 'latin1'), 'file-not-text'],
]

export const ROWS: readonly BrokenFile[] = [
  ['a row with too few cells', text(`${HEADER}${ROW}1,2\n${ROW}`), 'columns-too-few', '第 3 行', '2 列'],
  ['a comma without quotes', text(`${HEADER}${ROW}1,2,3,好,很好\n`), 'columns-too-many', '第 3 行', '5 列'],
  ['a row too short behind blank lines', chinese(`${HEADER}\n\n${ROW}1,2\n`), 'columns-too-few', '第 5 行'],
  [
    'a row beyond all measure',
    text(`${HEADER}${ROW}1,2,3,${'长'.repeat(700_000)}\n`),
    'row-too-long',
    '第 3 行',
    '700003',
  ],
  ['the last row cut', text(`${HEADER}${ROW}2021-000002,夏`), 'columns-too-few', '第 3 行'],
  ['a text behind a closing quote', text(`${HEADER}1,"夏阳"街道,2,3\n${ROW}`), 'quote-broken', '第 2 行'],
  ['a quote that is never closed', text(`${HEADER}${ROW}1,"夏阳,2,3\n${rows(5)}`), 'quote-broken', '第 3 行'],
  ['cut within quotes', text(`${HEADER}${ROW}1,"夏阳`), 'file-damaged', '引号'],
  ['GB 18030 cut within quotes', chinese(`${HEADER}${ROW}1,"夏阳`), 'file-damaged', '引号'],
  [
    'a row with too many cells beside columns without names',
    text(`编号,中心,,\n1,2,,\n3,4,,,5\n`),
    'columns-too-many',
    '第 3 行',
  ],
]

/** With a byte in the row behind `before` that no text holds. */
function broken(bytes: Buffer, before: string): Uint8Array {
  const at = Buffer.byteLength(HEADER) + Buffer.byteLength(before) + 40
  const row = before === '' ? bytes.indexOf(0x0a) + 14 : at
  bytes[row] = 0xff
  return bytes
}

function nulls(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([bytes, Buffer.alloc(4096)])
}
