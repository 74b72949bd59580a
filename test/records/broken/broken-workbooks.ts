import { sampleEntry, zipOf } from '../../conformance/archive-samples.ts'
import { sheetRow, workbookOf } from '../workbook-samples.ts'
import type { BrokenFile } from './broken-file.ts'
import { half } from './sample-texts.ts'

export const WORKBOOKS: readonly BrokenFile[] = [
  ['half a workbook', () => half(good()), 'file-damaged', 'ZIP'],
  ['a workbook with a turned byte', () => turned(good()), 'file-damaged', 'xl/worksheets'],
  ['a workbook whose checksum says otherwise', () => misjudged(good()), 'file-damaged', '校验和'],
  ['a sheet that is no XML', () => sheet('<row r="1"><c r="A1"></row>'), 'file-damaged', 'sheet1.xml'],
  [
    'a sheet that breaks off',
    () => workbookOf([{ name: '一', rows: sheetRow(1, ['编号']), behind: '<mergeCells' }]),
    'file-damaged',
    'sheet1.xml',
  ],
  [
    'merged cells',
    () => workbookOf([{ name: '一', rows: filledRows, behind: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>' }]),
    'sheet-merged-cells',
    'A2:A3',
    '取消合并',
  ],
  [
    'merged cells far down',
    () =>
      workbookOf([{ name: '一', rows: goodRows(), behind: '<mergeCells><mergeCell ref="A400:B400"/></mergeCells>' }]),
    'sheet-merged-cells',
    'A400:B400',
  ],
  [
    'a merged title over the table',
    () =>
      workbookOf([
        {
          name: '一',
          rows: sheetRow(1, ['三月明细']) + sheetRow(2, ['编号', '中心', '时间']) + sheetRow(3, ['1', '2', '3']),
          behind: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
        },
      ]),
    'sheet-merged-cells',
    'A1:C1',
  ],
  [
    'two filled sheets',
    () =>
      workbookOf([
        { name: '三月', rows: filledRows },
        { name: '空', rows: '' },
        { name: '四月', rows: filledRows },
      ]),
    'sheet-ambiguous',
    '三月、四月',
  ],
  [
    '#N/A',
    () => sheet(sheetRow(1, ['编号', '中心']), sheetRow(2, ['1', { xml: '<c t="e"><v>#N/A</v></c>' }])),
    'cell-error',
    '第 2 行',
    '中心',
    '#N/A',
  ],
  [
    '#N/A by a formula',
    () =>
      sheet(sheetRow(1, ['编号', '中心']), sheetRow(4, ['1', { xml: '<c t="e"><f>VLOOKUP()</f><v>#REF!</v></c>' }])),
    'cell-error',
    '第 4 行',
    '#REF!',
  ],
  [
    'an id of 18 digits as a number',
    () => sheet(sheetRow(1, ['编号', '中心']), sheetRow(2, [{ xml: '<c><v>3.1011819900101101E+17</v></c>' }, '夏阳'])),
    'number-too-long',
    '第 2 行',
    '编号',
    '15 位',
    '文本',
  ],
  [
    'a formula without its result',
    () => sheet(sheetRow(1, ['编号', '中心']), sheetRow(2, [{ xml: '<c><f>A1&amp;"x"</f></c>' }, '夏阳'])),
    'formula-empty',
    '第 2 行',
    '保存',
  ],
  [
    'a text with a NUL',
    () => sheet(sheetRow(1, ['编号', '中心']), sheetRow(2, ['1_x0000_', '夏阳'])),
    'text-broken',
    '第 2 行',
  ],
  [
    'a shared text that is not there',
    () => sheet(sheetRow(1, ['编号']), sheetRow(2, [{ xml: '<c t="s"><v>7</v></c>' }])),
    'file-damaged',
    '第 2 行',
  ],
  ['rows out of order', () => sheet(sheetRow(2, ['编号']), sheetRow(1, ['1'])), 'file-damaged', '行号'],
  [
    'a bomb of one sheet',
    () => sheet(sheetRow(1, ['编号']), sheetRow(2, ['0'.repeat(6 * 2 ** 20)])),
    'file-damaged',
    '大得反常',
  ],
  [
    'a workbook with an encrypted part',
    () => zipOf([{ ...sampleEntry('xl/workbook.xml', 'x'), flags: 1 }]),
    'file-encrypted',
  ],
]

const filledRows = sheetRow(1, ['编号', '中心']) + sheetRow(2, ['1', '夏阳']) + sheetRow(3, ['2', '盈浦'])

export function sheet(...written: readonly string[]): Uint8Array {
  return workbookOf([{ name: '一', rows: written.join('') }])
}

function good(): Uint8Array {
  return sheet(goodRows())
}

function goodRows(): string {
  const rows = Array.from({ length: 500 }, (_row, at) => sheetRow(at + 2, [`${at}`, `中心${at * 7}`]))
  return [sheetRow(1, ['编号', '中心']), ...rows].join('')
}

/** With another checksum of the sheet in the archive's directory. */
function misjudged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 16
  return copy.fill(0x7f, at, at + 4)
}

/** One bit otherwise within the sheet, which is the largest part. */
function turned(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf('xl/worksheets/sheet1.xml') + 600
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
