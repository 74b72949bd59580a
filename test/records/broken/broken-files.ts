import { JSONS, parquet, PARQUETS } from './broken-data.ts'
import type { BrokenFile } from './broken-file.ts'
import { ENCODINGS, HEADERS, ROWS } from './broken-texts.ts'
import { sheet, WORKBOOKS } from './broken-workbooks.ts'
import { OTHER_KINDS } from './other-kinds.ts'
import { HEADER, text } from './sample-texts.ts'
import { sheetRow } from '../workbook-samples.ts'

const EMPTY_FILES: readonly BrokenFile[] = [
  ['an empty file', text(''), 'file-empty', '重新导出'],
  ['a file of blank lines', text('\n\r\n \n'), 'file-empty'],
  ['a byte order mark alone', text('\ufeff'), 'file-empty'],
  ['a header alone', text(HEADER), 'file-no-rows', '只有表头'],
  ['a header and rows of commas', text(`${HEADER},,,\n,,,\n`), 'file-no-rows'],
  ['a header and blank rows without end', text(`${HEADER}${',,,\n'.repeat(100_000)}`), 'file-no-rows'],
  ['a workbook with a header alone', () => sheet(sheetRow(1, ['编号', '中心'])), 'file-no-rows'],
  ['a workbook without any cell', () => sheet('<row r="1"><c r="A1" s="0"/></row>'), 'file-empty'],
  ['a JSON array of nothing', text('[ ]'), 'file-no-rows'],
  ['a Parquet file without rows', () => parquet('SELECT 1 AS "编号" WHERE false'), 'file-no-rows'],
]

export const BROKEN_FILES: readonly BrokenFile[] = [
  ...EMPTY_FILES,
  ...HEADERS,
  ...ENCODINGS,
  ...ROWS,
  ...OTHER_KINDS,
  ...WORKBOOKS,
  ...JSONS,
  ...PARQUETS,
]
