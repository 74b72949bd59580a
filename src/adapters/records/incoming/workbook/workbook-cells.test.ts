import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleEntry } from '../../../../../test/conformance/archive-samples.ts'
import { readPrepared } from '../../../../../test/records/read-prepared.ts'
import {
  sheetRow,
  workbookOf,
  type SampleBook,
  type SampleSheet,
} from '../../../../../test/records/workbook-samples.ts'
import { prepareFile } from '../prepare-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function prepared(sheets: readonly SampleSheet[], book: SampleBook = {}) {
  const path = join(folder, 'book.xlsx')
  await writeFile(path, workbookOf(sheets, book))
  const outcome = await prepareFile(path, 'book.xlsx', folder, { onProgress: () => undefined, signal: null })
  if (!outcome.ok) throw new Error(outcome.refusal.message)
  return { ...outcome.value, rows: await readPrepared(outcome.value) }
}

/** What one cell reads as, beside an id. */
async function shown(xml: string, book: SampleBook = {}): Promise<string | undefined> {
  const rows = sheetRow(1, ['编号', '值']) + sheetRow(2, ['1', { xml }])
  return (await prepared([{ name: '一', rows }], book)).rows[0]?.[1]
}

test.each<[what: string, xml: string, text: string]>([
  ['a number', '<c><v>42</v></c>', '42'],
  ['a number of 15 digits', '<c><v>123456789012345</v></c>', '123456789012345'],
  ['a sum of fractions', '<c><v>0.30000000000000004</v></c>', '0.3'],
  ['a tiny number', '<c><v>1.5E-7</v></c>', '0.00000015'],
  ['a negative number with an exponent', '<c><v>-1.2E2</v></c>', '-120'],
  ['a yes', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['a no', '<c t="b"><v>0</v></c>', 'FALSE'],
  ['the result of a formula in numbers', '<c><f>1+1</f><v>2</v></c>', '2'],
  ['the result of a formula in words', '<c t="str"><f>A1</f><v>夏阳 &amp; 盈浦</v></c>', '夏阳 & 盈浦'],
  ['a formula that results in nothing', '<c t="str"><f>IF(1,"")</f><v></v></c>', ''],
  ['a rich text of its own', '<c t="inlineStr"><is><r><t>很</t></r><r><t>满意</t></r></is></c>', '很满意'],
  ['a text with its sound', '<c t="inlineStr"><is><t>重固</t><rPh><t>chonggu</t></rPh></is></c>', '重固'],
  ['a text with an escaped return', '<c t="inlineStr"><is><t>一_x000D_\n二</t></is></c>', '一\n二'],
  ['a text that looks like a number', '<c t="inlineStr"><is><t>007</t></is></c>', '007'],
  ['a day in the way of ISO', '<c t="d"><v>2021-03-01T09:30:00</v></c>', '2021-03-01 09:30:00'],
  ['a cell that says nothing', '<c/>', ''],
])('%s reads as it is shown', async (_what, xml, text) => {
  expect(await shown(xml)).toBe(text)
})

test.each<[format: string, value: string, text: string]>([
  ['yyyy/m/d', '44256', '2021-03-01'],
  ['yyyy"年"m"月"d"日"', '44256', '2021-03-01'],
  ['[$-804]yyyy年m月d日;@', '44256', '2021-03-01'],
  ['yyyy-mm-dd hh:mm:ss', '44256.395833333336', '2021-03-01 09:30:00'],
  ['yyyy-mm-dd hh:mm:ss', '44256', '2021-03-01 00:00:00'],
  ['yyyy-mm-dd hh:mm:ss', '44256.999988425923', '2021-03-01 23:59:59'],
  ['yyyy/m/d', '44256.395833333336', '2021-03-01 09:30:00'],
  ['h:mm', '0.395833333333333', '09:30:00'],
  ['上午/下午h"时"mm"分"', '0.395833333333333', '09:30:00'],
  ['[h]:mm', '1.5', '36:00:00'],
  ['yyyy-mm', '44256', '2021-03-01'],
  ['yyyy/m/d', '0', '1900-01-00'],
  ['yyyy/m/d', '1', '1900-01-01'],
  ['yyyy/m/d', '59', '1900-02-28'],
  ['yyyy/m/d', '60', '1900-02-29'],
  ['yyyy/m/d', '61', '1900-03-01'],
  ['yyyy/m/d', '-1', '-1'],
  ['yyyy/m/d', '2958466', '2958466'],
  ['000000', '123', '000123'],
  ['000000', '12.5', '12.5'],
  ['0.00', '3.14159', '3.14159'],
  ['#,##0"元"', '1234', '1234'],
  ['0.00E+00', '1234', '1234'],
  ['[Red]0', '7', '7'],
  ['General"号"', '7', '7'],
])('%s over %s reads as %s', async (format, value, text) => {
  expect(await shown(`<c s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(text)
})

test('a workbook that counts from 1904 shows the days that it shows', async () => {
  const book = { formats: ['yyyy/m/d'], from1904: true }
  expect(await shown('<c s="1"><v>42794</v></c>', book)).toBe('2021-03-01')
  expect(await shown('<c s="1"><v>0</v></c>', book)).toBe('1904-01-01')
})

test('blank rows, blank cells and a table that begins lower down keep the rows of the sheet', async () => {
  const rows =
    '<row r="1"/>' +
    sheetRow(3, ['编号', '中心', '备注']) +
    sheetRow(4, ['1', '', '好']) +
    sheetRow(5, ['', ' ']) +
    sheetRow(9, ['2', '盈浦'])
  const { look, rows: read, rowOf } = await prepared([{ name: '一', rows }])
  expect(look.header).toEqual(['编号', '中心', '备注'])
  expect(read).toEqual([
    ['1', '', '好'],
    ['2', '盈浦', ''],
  ])
  expect([rowOf(0), rowOf(1)]).toEqual([4, 9])
})

test('columns without name and content are left out', async () => {
  const rows = sheetRow(1, ['编号', '', ' 中心 ', '']) + sheetRow(2, ['1', '', '夏阳', ' '])
  const { look, rows: read } = await prepared([{ name: '一', rows }])
  expect(look.header).toEqual(['编号', '中心'])
  expect(read).toEqual([['1', '夏阳']])
})

test('shared texts, plain and rich, are found by their index', async () => {
  const strings = [
    '<t>编号</t>',
    '<t>中心</t>',
    '<r><t>夏</t></r><r><rPr><b/></rPr><t>阳</t></r><rPh><t>xiayang</t></rPh>',
  ]
  const shared = (index: number) => ({ xml: `<c t="s"><v>${index}</v></c>` })
  const rows = sheetRow(1, [shared(0), shared(1)]) + sheetRow(2, [shared(2), shared(2)])
  expect((await prepared([{ name: '一', rows }], { strings })).rows).toEqual([['夏阳', '夏阳']])
})

test('cells and rows without their places follow one another', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = `<row>${cell('编号')}${cell('中心')}</row><row>${cell('1')}${cell('夏阳')}</row>`
  const { rows: read, rowOf } = await prepared([{ name: '一', rows }])
  expect(read).toEqual([['1', '夏阳']])
  expect(rowOf(0)).toBe(2)
})

test('names with a prefix, hidden sheets, empty sheets and other parts change nothing', async () => {
  const rows = sheetRow(1, ['编号', '中心']) + sheetRow(2, ['1', '夏阳'])
  const sheets: readonly SampleSheet[] = [
    { name: '选项', rows: sheetRow(1, ['甲', '乙']), state: 'hidden' },
    { name: '空白', rows: '<row r="1"><c r="A1" s="0"/></row>' },
    { name: '数据', rows },
  ]
  const book = { prefix: 'x:', more: [sampleEntry('xl/vbaProject.bin', 'macros'), sampleEntry('xl/media/a.png', 'x')] }
  expect((await prepared(sheets, book)).rows).toEqual([['1', '夏阳']])
})

test('no character is broken where a piece of the sheet ends', async () => {
  const count = 20_000
  const center = (at: number) => `夏阳街道社区事务受理服务中心${at}`
  const rows = Array.from({ length: count }, (_row, at) => sheetRow(at + 2, [String(at), center(at)]))
  const { rows: read } = await prepared([{ name: '一', rows: sheetRow(1, ['编号', '中心']) + rows.join('') }])
  expect(read.length).toBe(count)
  expect(read.filter(([id, name]) => name !== center(Number(id)))).toEqual([])
})
