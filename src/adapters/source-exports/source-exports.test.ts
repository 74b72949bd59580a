import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExportCell, ExportEncoding, ExportForm } from '../../app/ports/source-exports.ts'
import { encodeGb } from './gb-encoder.ts'
import { sourceExports } from './source-exports.ts'

const folder = await mkdtemp(join(tmpdir(), 'source-exports-'))
const header = ['编号', '中心', '备注']
const rows: readonly (readonly ExportCell[])[] = [
  ['A-1', '赵巷镇', '他说：“好,很好”'],
  ['A-2', '夏阳街道', 'two\nlines "quoted"'],
  ['A-3', '𠮷田镇', null],
]

async function written(name: string, form: Pick<ExportForm, 'kind' | 'encoding'>): Promise<Buffer> {
  const path = join(folder, 'deep', name)
  const opened = await sourceExports.open(path, { ...form, header })
  if (!opened.ok) throw new Error('not opened')
  for (const row of rows) await opened.value.write(row)
  const bytes = await readFile(path).then(() => opened.value.close())
  const content = await readFile(path)
  expect(bytes).toEqual({ ok: true, value: content.length })
  return content
}

const CSV = '编号,中心,备注\r\nA-1,赵巷镇,"他说：“好,很好”"\r\nA-2,夏阳街道,"two\nlines ""quoted"""\r\nA-3,𠮷田镇,\r\n'

test.each<[encoding: ExportEncoding, decoder: string, mark: readonly number[]]>([
  ['utf-8', 'utf-8', [...Buffer.from('编号').subarray(0, 2)]],
  ['utf-8-bom', 'utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', 'utf-16le', [0xff, 0xfe]],
  ['gb18030', 'gb18030', [0xb1, 0xe0]],
])('CSV in %s begins with its own bytes and reads back', async (encoding, decoder, mark) => {
  const content = await written(`${encoding}.csv`, { kind: 'csv', encoding })
  expect([...content.subarray(0, mark.length)]).toEqual(mark)
  expect(new TextDecoder(decoder, { fatal: true }).decode(content)).toBe(CSV)
})

test('JSON lines have every key, null for an empty cell', async () => {
  const content = await written('lines.jsonl', { kind: 'jsonl', encoding: 'utf-8' })
  const lines = content.toString('utf8').trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { 编号: 'A-1', 中心: '赵巷镇', 备注: '他说：“好,很好”' },
    { 编号: 'A-2', 中心: '夏阳街道', 备注: 'two\nlines "quoted"' },
    { 编号: 'A-3', 中心: '𠮷田镇', 备注: null },
  ])
})

test('a sheet reads back', async () => {
  await written('sheet.xlsx', { kind: 'xlsx', encoding: 'utf-8' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, 'deep', 'sheet.xlsx'))
  const cells = book.worksheets[0]?.getRow(3).values
  expect(cells).toEqual([undefined, 'A-2', '夏阳街道', 'two\nlines "quoted"'])
})

test('what cannot be written is told, not thrown', async () => {
  const opened = await sourceExports.open(join(folder, 'deep', 'sheet.xlsx', 'below.csv'), {
    kind: 'csv',
    encoding: 'utf-8',
    header,
  })
  expect(opened).toMatchObject({ ok: false, fault: { code: 'file-not-written' } })
})

test('whatever the text, GB 18030 reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb(text))).toBe(text)
    }),
  )
})
