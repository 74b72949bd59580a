import { gzipSync } from 'node:zlib'
import { compoundOf, officeOf, sampleEntry, zipOf } from '../../conformance/archive-samples.ts'
import type { BrokenFile } from './broken-file.ts'
import { chinese, HEADER, ROW, text } from './sample-texts.ts'

export const OTHER_KINDS: readonly BrokenFile[] = [
  ['a renamed program of Windows', () => padded(Buffer.from('MZ\x90\0\x03\0\0\0')), 'file-unknown-kind', '程序'],
  [
    'a renamed program of Linux',
    () => padded(Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1')),
    'file-unknown-kind',
    '程序',
  ],
  ['a PNG', () => padded(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'file-unknown-kind', '图片'],
  ['a JPEG', () => padded(Buffer.from('ffd8ffe000104a46494600', 'hex')), 'file-unknown-kind', '图片'],
  ['a PDF', text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'file-unknown-kind', 'PDF', '来源系统'],
  ['a Word document', () => officeOf('docx'), 'file-unknown-kind', 'Word'],
  ['slides', () => officeOf('pptx'), 'file-unknown-kind', '演示文稿'],
  [
    'a workbook of 1997',
    () => compoundOf([{ name: 'Workbook', type: 'stream' }]),
    'file-unknown-kind',
    '.xls',
    '另存为',
  ],
  ['a document of 1997', () => compoundOf([{ name: 'WordDocument', type: 'stream' }]), 'file-unknown-kind', 'Word'],
  [
    'a workbook with a password',
    () =>
      compoundOf([
        { name: 'EncryptionInfo', type: 'stream' },
        { name: 'EncryptedPackage', type: 'stream' },
      ]),
    'file-encrypted',
    '去掉密码',
  ],
  [
    'an HTML table named .xls',
    text('<html><body><table><tr><td>编号</td></tr></table></body></html>'),
    'file-unknown-kind',
    '网页',
    '另存为',
  ],
  [
    'an HTML table in GB 18030',
    chinese('\r\n<table border=1><tr><td>办件编号</td><td>中心</td></tr></table>'),
    'file-unknown-kind',
    '网页',
  ],
  [
    'a spreadsheet in XML of 2003',
    text('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'),
    'file-unknown-kind',
    '2003',
  ],
  ['an XML file', text('<?xml version="1.0"?>\n<cases><case id="1"/></cases>'), 'file-unknown-kind', 'XML'],
  ['a web archive', text('MIME-Version: 1.0\nContent-Type: multipart/related\n'), 'file-unknown-kind', '网页'],
  ['an RTF document', text('{\\rtf1\\ansi 编号}'), 'file-unknown-kind', 'RTF'],
  ['a ZIP with a CSV in it', () => zipOf([sampleEntry('a.csv', HEADER + ROW)]), 'file-unknown-kind', '解压'],
  ['a gzipped CSV', () => gzipSync(HEADER + ROW), 'file-unknown-kind', '解压'],
  ['a RAR archive', () => padded(Buffer.from('526172211a070100', 'hex')), 'file-unknown-kind', '解压'],
  [
    'an OpenDocument sheet',
    () => zipOf([sampleEntry('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')]),
    'file-unknown-kind',
    '.ods',
  ],
  [
    'a binary workbook',
    () => zipOf([sampleEntry('[Content_Types].xml', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main')]),
    'file-unknown-kind',
    '.xlsb',
  ],
  ['a database', () => padded(Buffer.from('SQLite format 3\0')), 'file-unknown-kind', '数据库'],
  [
    'bytes of no kind',
    () => Buffer.from(Array.from({ length: 5000 }, (_byte, at) => (at * 7919) % 256)),
    'file-unknown-kind',
    '二进制',
  ],
]

function padded(head: Uint8Array): Uint8Array {
  return Buffer.concat([head, Buffer.alloc(2000)])
}
