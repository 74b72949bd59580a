import { expect, test } from 'vitest'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { shownBlocks } from './shown-blocks.ts'
import { cell, list, listed, num, paragraph, row, said, table, wordOf, type WordSample } from './word-samples.ts'

test.each<[format: string, first: string, second: string, twelfth: string]>([
  ['decimal', '1', '2', '12'],
  ['decimalZero', '01', '02', '12'],
  ['decimalFullWidth', '１', '２', '１２'],
  ['decimalEnclosedCircle', '①', '②', '⑫'],
  ['decimalEnclosedCircleChinese', '①', '②', '⑫'],
  ['decimalEnclosedParen', '⑴', '⑵', '⑿'],
  ['chineseCounting', '一', '二', '十二'],
  ['chineseCountingThousand', '一', '二', '十二'],
  ['japaneseCounting', '一', '二', '十二'],
  ['ideographDigital', '一', '二', '一二'],
  ['ideographTraditional', '甲', '乙', '12'],
  ['ideographZodiac', '子', '丑', '亥'],
  ['chineseLegalSimplified', '壹', '贰', '壹拾贰'],
  ['upperLetter', 'A', 'B', 'L'],
  ['lowerLetter', 'a', 'b', 'l'],
  ['upperRoman', 'I', 'II', 'XII'],
  ['lowerRoman', 'i', 'ii', 'xii'],
])('a list counted in %s goes %s, %s … %s', async (format, first, second, twelfth) => {
  const body = Array.from({ length: 12 }, () => listed('事项')).join('')
  const shown = shownBlocks(await readWord(wordOf({ body, numbering: list(0, [format, '%1、']) + num(1, 0) })))
  expect([shown[0], shown[1], shown[11]]).toEqual([`${first}、 事项`, `${second}、 事项`, `${twelfth}、 事项`])
})

const OUTLINE = list(0, ['chineseCounting', '%1、'], ['decimal', '（%2）'], ['decimal', '%1.%2.%3', '<w:isLgl/>'])

test.each<[title: string, sample: WordSample, shown: readonly string[]]>([
  [
    'a deeper level begins anew behind each of those above it, and shows their numbers where it is written so',
    {
      body: [0, 1, 1, 2, 0, 1, 2, 2].map((level) => listed('项', level)).join(''),
      numbering: OUTLINE + num(1, 0),
    },
    ['一、 项', '（1） 项', '（2） 项', '1.2.1 项', '二、 项', '（1） 项', '2.1.1 项', '2.1.2 项'],
  ],
  [
    'a level that never restarts counts through',
    {
      body: [0, 1, 0, 1].map((level) => listed('项', level)).join(''),
      numbering: list(0, ['chineseCounting', '%1、'], ['decimal', '%2、', '<w:lvlRestart w:val="0"/>']) + num(1, 0),
    },
    ['一、 项', '1、 项', '二、 项', '2、 项'],
  ],
  [
    'paragraphs between the items of a list do not end it',
    {
      body: listed('甲') + said('说明') + listed('乙'),
      numbering: list(0, ['decimal', '%1.']) + num(1, 0),
    },
    ['1. 甲', '说明', '2. 乙'],
  ],
  [
    'a list begins where it says',
    {
      body: listed('甲') + listed('乙'),
      numbering: list(0, ['decimal', '%1、', '<w:start w:val="5"/>']) + num(1, 0),
    },
    ['5、 甲', '6、 乙'],
  ],
  [
    'a second list of the same kind goes on where the first stopped, and begins anew where it says so',
    {
      body: listed('甲', 0, 1) + listed('乙', 0, 2) + listed('丙', 0, 3) + listed('丁', 0, 3),
      numbering:
        list(0, ['decimal', '%1、']) +
        num(1, 0) +
        num(2, 0) +
        num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    },
    ['1、 甲', '2、 乙', '1、 丙', '2、 丁'],
  ],
  [
    'a list writes a level its own way',
    {
      body: listed('甲'),
      numbering:
        list(0, ['decimal', '%1、']) +
        num(
          1,
          0,
          '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:lvlOverride>',
        ),
    },
    ['C. 甲'],
  ],
  [
    'numbers without a tab or blank behind them stand at the text',
    {
      body: listed('条'),
      numbering: list(0, ['decimal', '第%1', '<w:suff w:val="nothing"/>']) + num(1, 0),
    },
    ['第1条'],
  ],
  [
    'a level of no numbers shows what it writes, and bullets of symbol fonts a bullet',
    {
      body: listed('甲', 0) + listed('乙', 1),
      numbering: list(0, ['none', '附件'], ['bullet', '\uF0B7']) + num(1, 0),
    },
    ['附件 甲', '• 乙'],
  ],
  [
    'a style brings its list and its level, its heirs too, and number 0 takes it away',
    {
      body:
        said('总则', '<w:pStyle w:val="H1"/>') +
        said('条文', '<w:pStyle w:val="H2"/>') +
        said('后条', '<w:pStyle w:val="Heir"/>') +
        said('附注', '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      styles:
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Heir"><w:basedOn w:val="H2"/></w:style>',
      numbering:
        list(
          0,
          ['chineseCounting', '第%1章', '<w:pStyle w:val="H1"/>'],
          ['decimal', '%2、', '<w:pStyle w:val="H2"/>'],
        ) + num(1, 0),
    },
    ['# 第一章 总则', '1、 条文', '2、 后条', '附注'],
  ],
  [
    'a list that a style of lists describes',
    {
      body: listed('甲', 0, 2),
      styles:
        '<w:style w:type="numbering" w:styleId="Lists"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering:
        list(0, ['chineseCounting', '%1、']) +
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lists"/></w:abstractNum>' +
        num(1, 0) +
        num(2, 1),
    },
    ['一、 甲'],
  ],
  [
    'a column of numbers that Word alone writes',
    {
      body: table([row([cell(listed('')), cell('着装')]), row([cell(listed('')), cell('挂牌')])]),
      numbering: list(0, ['decimal', '%1']) + num(1, 0),
    },
    ['1 | 着装', '2 | 挂牌'],
  ],
  [
    'a list that the file does not describe has no numbers',
    {
      body: listed('甲', 0, 9) + paragraph('') + listed('乙', 4),
      numbering: list(0, ['decimal', '%1、']) + num(1, 0),
    },
    ['甲', '乙'],
  ],
  ['lists of a file without a part for them have no numbers', { body: listed('甲') }, ['甲']],
])('%s', async (_title, sample, shown) => {
  const read = shownBlocks(await readWord(wordOf(sample)))
  expect(read.map((line) => line.trim())).toEqual(shown)
})
