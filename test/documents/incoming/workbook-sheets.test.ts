import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { placeInWords } from '../../../src/core/kernel/source-place.ts'
import { readWorkbook } from '../../../src/adapters/documents/incoming/workbook/read-workbook.ts'
import { shownNumber } from '../../../src/adapters/documents/incoming/workbook/shown-number.ts'
import { shownBlocks } from './shown-blocks.ts'

test.each<[written: string, code: string, shown: string]>([
  ['0.7', 'General', '0.7'],
  ['0.7', '0%', '70%'],
  ['0.725', '0.0%', '72.5%'],
  ['0.005', '0%', '1%'],
  ['5', '0"分"', '5分'],
  ['0.5', '"扣"0.0"分"', '扣0.5分'],
  ['1234567.891', '#,##0.00', '1,234,567.89'],
  ['1.005', '0.00', '1.01'],
  ['3', '0.0#', '3.0'],
  ['3.25', '#.##', '3.25'],
  ['7', '000', '007'],
  ['-2', '0;(0)', '(2)'],
  ['-2', '0.0', '-2.0'],
  ['0', '0;-0;"无"', '无'],
  ['12000', '0,"千"', '12千'],
  ['2', '[Red]0_ ', '2'],
  ['0.1', '\\<0.0', '<0.1'],
  ['2', 'General"项"', '2项'],
  ['44256', 'yyyy"年"m"月"d"日"', '2021年3月1日'],
  ['44256', '[$-804]yyyy/mm/dd;@', '2021/03/01'],
  ['44256', 'm"月"d"日"', '3月1日'],
  ['44256', 'aaaa', '星期一'],
  ['44256.75', 'yyyy-mm-dd hh:mm', '2021-03-01 18:00'],
  ['0.75', 'h:mm AM/PM', '6:00 PM'],
  ['1.5', '[h]:mm', '36:00'],
  ['0.30000000000000004', 'General', '0.3'],
  ['1e-7', 'General', '0.0000001'],
  ['12', '0.00E+00', '12'],
])('%s under %s is shown as %s', (written, code, shown) => {
  expect(shownNumber(written, code, false)).toBe(shown)
})

test('a sheet shows its cells as Excel does, and what is hidden not at all', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('细则')
  sheet.addRow(['考核细则'])
  sheet.mergeCells('A1:D1')
  sheet.addRow(['序号', '项目', '藏', '分值'])
  sheet.addRow([1, { richText: [{ text: '评价' }, { text: '率' }] }, '藏', 0.7])
  sheet.getCell('D3').numFmt = '0%'
  sheet.addRow(['藏行', 'x', 'x', 'x']).hidden = true
  sheet.addRow([2, '第一行\n\n第二行', '藏', { formula: 'D3*2', result: 1.4 }])
  sheet.addRow([new Date('2021-03-01T00:00:00Z'), { text: '见附件', hyperlink: 'http://a.example' }, '藏', true])
  sheet.getCell('A6').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getColumn(3).hidden = true
  book.addWorksheet('字典', { state: 'hidden' }).addRow(['不见'])
  book.addWorksheet('空的')
  book.addWorksheet('附则').addRow(['附则一句'])
  expect(shownBlocks(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer())))).toEqual([
    '考核细则',
    '序号 | 项目 | 分值',
    '1 | 评价率 | 70%',
    '2 | 第一行 / 第二行 | 1.4',
    '2021年3月1日 | 见附件 | TRUE',
    '附则一句',
  ])
})

test('merged cells span what is shown of them; empty rows part tables; notes below a table are no rows', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('一')
  sheet.addRow(['名', '甲', '乙', '丙'])
  sheet.addRow(['合', '1', '2', '3'])
  sheet.addRow([null, '4', '5', '6'])
  sheet.addRow([null, null, '7', '8'])
  sheet.mergeCells('A2:A4')
  sheet.mergeCells('B3:B4')
  sheet.addRow([null, '独'])
  sheet.addRow(['注：说明'])
  sheet.addRow([])
  sheet.addRow(['名', '丁', null, '戊'])
  sheet.mergeCells('B8:C8')
  expect(shownBlocks(await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer())))).toEqual([
    '名 | 甲 | 乙 | 丙',
    '3x1 合 | 1 | 2 | 3',
    '2x1 4 | 5 | 6',
    '7 | 8',
    ' | 独 |  | ',
    '注：说明',
    '名 | 1x2 丁 | 戊',
  ])
})

test('a place is the sheet and the cell, of a merged one its corner', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('一 二')
  sheet.addRow(['题'])
  sheet.mergeCells('A1:B1')
  sheet.addRow(['甲', '乙'])
  const read = await readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()))
  if (!read.ok) throw new Error(read.fault.code)
  const pieces = read.value.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat())
      : 'pieces' in block
        ? block.pieces
        : [],
  )
  expect(pieces.map(({ text, place }) => `${text} ${placeInWords(place)}`)).toEqual([
    '题 工作表“一 二”A1',
    '甲 工作表“一 二”A2',
    '乙 工作表“一 二”B2',
  ])
})
