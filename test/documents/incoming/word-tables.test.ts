import { expect, test } from 'vitest'
import { placeInWords } from '../../../src/core/kernel/source-place.ts'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { shownBlocks } from './shown-blocks.ts'
import { cell, row, run, said, table, wordOf } from './word-samples.ts'

const over = (columns: number) => `<w:gridSpan w:val="${columns}"/>`
const BEGINS = '<w:vMerge w:val="restart"/>'
const GOES_ON = '<w:vMerge/>'

test.each<[title: string, body: string, shown: readonly string[]]>([
  [
    'cells over columns',
    table([row([cell('甲', over(2)), cell('乙')]), row([cell('丙'), cell('丁'), cell('戊')])]),
    ['1x2 甲 | 乙', '丙 | 丁 | 戊'],
  ],
  [
    'cells over rows, of several columns too',
    table([
      row([cell('甲', BEGINS), cell('乙', over(2) + BEGINS), cell('1')]),
      row([cell('', GOES_ON), cell('', over(2) + GOES_ON), cell('2')]),
      row([cell('', '<w:vMerge w:val="continue"/>'), cell('丙'), cell('丁'), cell('3')]),
    ]),
    ['3x1 甲 | 2x2 乙 | 1', '2', '丙 | 丁 | 3'],
  ],
  [
    'a cell that begins again under one that was merged',
    table([row([cell('甲', BEGINS)]), row([cell('', GOES_ON)]), row([cell('乙', BEGINS)]), row([cell('', GOES_ON)])]),
    ['2x1 甲', '', '2x1 乙', ''],
  ],
  [
    'a piece with no cell above is a cell of its own',
    table([row([cell('甲'), cell('乙')]), row([cell('丙', GOES_ON), cell('丁')])]),
    ['甲 | 乙', '丙 | 丁'],
  ],
  [
    'a row that begins further in',
    table([row([cell('甲'), cell('乙')]), row([cell('丙')], '<w:gridBefore w:val="1"/>')]),
    ['甲 | 乙', ' | 丙'],
  ],
  [
    'cells merged along the row as old files have it',
    table([
      row([cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('乙')]),
      row([cell('1'), cell('2'), cell('3')]),
    ]),
    ['1x2 甲 | 乙', '1 | 2 | 3'],
  ],
  [
    'edges that were drawn by hand a hair apart are one',
    table([row([cell('甲'), cell('乙', over(2))]), row([cell('丙', over(2)), cell('丁')])], [2000, 40, 6000]),
    ['甲 | 乙', '丙 | 丁'],
  ],
  [
    'rows and cells in controls, rows that were deleted and rows that are hidden',
    table([
      `<w:sdt><w:sdtContent>${row([`<w:sdt><w:sdtContent>${cell('甲')}</w:sdtContent></w:sdt>`, cell('乙')])}</w:sdtContent></w:sdt>`,
      row([cell('删'), cell('去')], '<w:del w:id="1"/>'),
      row([cell('藏'), cell('起')], '<w:hidden/>'),
      row([cell('增'), cell('加')], '<w:ins w:id="2"/><w:tblHeader/>'),
    ]),
    ['甲 | 乙', '增 | 加'],
  ],
  [
    'a table within a cell becomes lines of the cell',
    table([row([cell(said('前') + table([row([cell('内一'), cell('内二')])]) + said('后')), cell('旁')])]),
    ['前 / 内一 / 内二 / 后 | 旁'],
  ],
  [
    'a table of one cell round a table is a frame',
    table([row([cell(said('题') + table([row([cell('甲'), cell('乙')])]) + said(''))])]),
    ['题', '甲 | 乙'],
  ],
  [
    'a text box in a cell stands in the cell',
    table([
      row([
        cell(
          `<w:p>${run(`<w:pict><v:textbox><w:txbxContent>${said('框')}</w:txbxContent></v:textbox></w:pict>`)}</w:p>`,
        ),
        cell('旁'),
      ]),
    ]),
    ['框 | 旁'],
  ],
])('%s', async (_title, body, shown) => {
  expect(shownBlocks(await readWord(wordOf({ body })))).toEqual(shown)
})

test('places count tables as they begin, rows, the columns of the grid, and paragraphs within the cell', async () => {
  const inner = table([row([cell('内')])])
  const body =
    said('文') +
    table([
      row([cell('甲', over(2)), cell(said('乙') + said('') + said('丙'))]),
      row([cell('丁'), cell(inner + said('戊')), cell('己')]),
    ]) +
    table([row([cell('庚')])])
  const read = await readWord(wordOf({ body }))
  if (!read.ok) throw new Error(read.fault.code)
  const pieces = read.value.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat().flatMap(({ paragraphs }) => paragraphs.flat())
      : 'pieces' in block
        ? block.pieces
        : [],
  )
  expect(pieces.map(({ text, place }) => `${text} ${placeInWords(place)}`)).toEqual([
    '文 第1段',
    '甲 表1第1行第1列第1段',
    '乙 表1第1行第3列第1段',
    '丙 表1第1行第3列第2段',
    '丁 表1第2行第1列第1段',
    '内 表2第1行第1列第1段',
    '戊 表1第2行第2列第1段',
    '己 表1第2行第3列第1段',
    '庚 表3第1行第1列第1段',
  ])
})
