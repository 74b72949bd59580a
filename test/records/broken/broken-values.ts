import { HEADER, rating, type Rating } from '../../conformance/record-samples.ts'
import { sheetRow, workbookOf } from '../workbook-samples.ts'
import type { BrokenFile } from './broken-file.ts'
import { chinese, text } from './sample-texts.ts'

/** Files that are sound, with values that are not: for the profile of `record-samples.ts`. */
export const BROKEN_VALUES: readonly BrokenFile[] = [
  ['a date of 1900', text(csv({ 评价时间: '1900-01-01 00:00:00' })), 'date-outside', '第 2 行', '评价时间'],
  ['the zeroth of January 1900 in a sheet', () => sheet('评价时间', dated(0)), 'date-wrong', '第 2 行', '1900-01-00'],
  ['a day of 1900 in a sheet', () => sheet('评价时间', dated(1.5)), 'date-outside', '第 2 行', '评价时间'],
  ['February 29th, 1900, in a sheet', () => sheet('评价时间', dated(60.25)), 'date-wrong', '1900-02-29'],
  ['a date that is none', text(csv({ 评价时间: '2021-02-30 09:00:00' })), 'date-wrong', '第 2 行', '2021-02-30'],
  ['a date as a bare number', () => sheet('评价时间', '<c><v>44256.5</v></c>'), 'date-wrong', '44256.5'],
  ['a date behind the calendar', text(csv({ 评价时间: '2031-03-01 09:30:00' })), 'date-outside', '日历'],
  ['a code that nobody knows', chinese(csv({ 代码: '9', 满意度: '' })), 'code-unknown', '第 2 行', '“9”'],
  ['a word that nobody knows', text(csv({ 渠道: '飞鸽' })), 'code-unknown', '渠道', '飞鸽'],
  ['a digit against its word', text(csv({ 代码: '1', 满意度: '非常不满意' })), 'label-contradicts', '非常不满意'],
  ['a center that is not assessed', text(csv({ 中心: '浦东' })), 'center-unknown', '第 2 行', '浦东'],
  ['one id with two contents', text(csv({}, { 电话: '13911112222' })), 'key-repeated', '第 3 行', 'R1'],
  ['an id that is missing', text(csv({ 评价编号: '' })), 'value-missing', '评价编号', '必填'],
  ['an id of blanks', text(csv({ 评价编号: 'R 1' })), 'id-wrong', '第 2 行'],
  ['a number of persons in words', text(csv({ 次数: '两次' })), 'count-wrong', '次数', '两次'],
  ['a number with a fraction in a sheet', () => sheet('次数', '<c><v>1.5</v></c>'), 'count-wrong', '1.5'],
  ['a text that goes on and on', text(csv({ 文字: '好'.repeat(4001) })), 'text-too-long', '4001'],
]

function csv(...changes: readonly Rating[]): string {
  const rows = changes.map((changed) => rating('R1', changed))
  return [HEADER, ...rows.map((row) => HEADER.map((name) => row[name] ?? ''))]
    .map((cells) => cells.join(','))
    .join('\n')
}

/** A sheet with one rating, whose cell below `name` is this one. */
function sheet(name: string, xml: string): Uint8Array {
  const own = rating('R1')
  const cells = HEADER.map((column) => (column === name ? { xml } : (own[column] ?? '')))
  const rows = sheetRow(1, HEADER) + sheetRow(2, cells)
  return workbookOf([{ name: '一', rows }], { formats: ['yyyy/m/d h:mm:ss'] })
}

function dated(serial: number): string {
  return `<c s="1"><v>${serial}</v></c>`
}
