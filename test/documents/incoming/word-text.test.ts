import { expect, test } from 'vitest'
import { readWord } from '../../../src/adapters/documents/incoming/word/read-word.ts'
import { shownBlocks } from './shown-blocks.ts'
import { cell, paragraph, row, run, said, table, text, wordOf, type WordSample } from './word-samples.ts'

const field = (kind: string) => run(`<w:fldChar w:fldCharType="${kind}"/>`)
const code = (instruction: string) => run(`<w:instrText>${instruction}</w:instrText>`)
const box = (content: string) => `<w:txbxContent>${content}</w:txbxContent>`
const alternatives = run(
  `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(said('框中'))}</wps:txbx></w:drawing></mc:Choice>` +
    `<mc:Fallback><w:pict><v:textbox>${box(said('框中'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
)

const ROWS: readonly [title: string, sample: WordSample, shown: readonly string[]][] = [
  ['text in several runs is one', { body: paragraph(text('扣') + text('1', '<w:b/>') + text('分')) }, ['扣1分']],
  ['a strict file is read the same', { body: said('扣1分'), isStrict: true }, ['扣1分']],
  [
    'tabs, breaks, hyphens that do not break and symbols are text',
    {
      body: paragraph(
        run('<w:t>甲</w:t><w:tab/><w:t>扣1</w:t><w:noBreakHyphen/><w:t>3分</w:t><w:br/><w:t>乙</w:t><w:softHyphen/>') +
          run(
            '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="宋体" w:char="2460"/>',
          ),
      ),
    },
    ['甲\t扣1-3分\n乙☑≥①'],
  ],
  [
    'the end of a page is no line',
    { body: paragraph(run('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>')) },
    ['甲乙'],
  ],
  [
    'what was inserted and moved here is shown, what was deleted or moved away is not',
    {
      body: paragraph(
        text('扣') +
          `<w:del>${run('<w:delText>1</w:delText>')}</w:del><w:ins>${text('2')}</w:ins><w:moveFrom>${text('旧')}</w:moveFrom>` +
          `<w:moveTo>${text('分')}</w:moveTo>`,
      ),
    },
    ['扣2分'],
  ],
  [
    'a paragraph whose mark was deleted goes on with the next',
    {
      body: said('迟到的，', '<w:rPr><w:del w:id="1"/></w:rPr>') + said('扣1分。') + said('完'),
    },
    ['迟到的，扣1分。', '完'],
  ],
  [
    'how a paragraph was formatted before a change counts for nothing',
    {
      body: said('正文', '<w:pPrChange w:id="1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'),
    },
    ['正文'],
  ],
  [
    'hidden text is left out, by itself, by its style and by its paragraph',
    {
      body:
        paragraph(text('见') + text('不见', '<w:vanish/>') + text('仍见', '<w:vanish w:val="0"/>')) +
        paragraph(text('也不见', '<w:rStyle w:val="Away"/>') + text('后')) +
        said('全不见', '<w:pStyle w:val="Gone"/>'),
      styles:
        '<w:style w:type="character" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>',
    },
    ['见仍见', '后'],
  ],
  [
    'of a field the result is shown, within a field too',
    {
      body: paragraph(
        text('满分') +
          field('begin') +
          code(' = SUM( ') +
          field('begin') +
          code(' X ') +
          field('separate') +
          text('40') +
          field('end') +
          code(' ) ') +
          field('separate') +
          text('100') +
          field('end') +
          text('分') +
          `<w:fldSimple w:instr=" DATE ">${text('三月')}</w:fldSimple>`,
      ),
    },
    ['满分100分三月'],
  ],
  [
    'a field without a result shows nothing, and a link its text',
    {
      body: paragraph(
        field('begin') + code(' XE "词" ') + field('end') + `<w:hyperlink w:anchor="a">${text('见附件')}</w:hyperlink>`,
      ),
    },
    ['见附件'],
  ],
  [
    'the table of contents that Word makes is no text of the notice',
    {
      body:
        paragraph(field('begin') + code(' TOC \\o "1-3" ') + field('separate') + text('一、纪律	1')) +
        paragraph(text('二、卫生	2')) +
        paragraph(field('end')) +
        said('一、纪律'),
    },
    ['一、纪律'],
  ],
  [
    'notes and comments are left out',
    {
      body: paragraph(
        text('正文') +
          run('<w:footnoteReference w:id="1"/>') +
          '<w:commentRangeStart w:id="0"/>' +
          run('<w:commentReference w:id="0"/>'),
      ),
    },
    ['正文'],
  ],
  [
    'controls, tags and formulas do not part text',
    {
      body: `<w:sdt><w:sdtPr><w:alias w:val="名"/></w:sdtPr><w:sdtContent>${paragraph(
        `<w:sdt><w:sdtContent>${text('甲')}</w:sdtContent></w:sdt><w:smartTag>${text('乙')}</w:smartTag><m:oMath><m:r><m:t>80</m:t></m:r></m:oMath>`,
      )}</w:sdtContent></w:sdt>`,
    },
    ['甲乙80'],
  ],
  [
    'the reading of a character is not shown beside it',
    {
      body: paragraph(
        run(`<w:ruby><w:rt>${text('kǎo')}</w:rt><w:rubyBase>${text('考')}</w:rubyBase></w:ruby>`) + text('核'),
      ),
    },
    ['考核'],
  ],
  [
    'a text box is read once, behind its paragraph',
    { body: paragraph(text('段') + alternatives + text('落')) },
    ['段落', '框中'],
  ],
  [
    'a text box of an old file',
    {
      body: paragraph(
        run(`<w:pict><v:textbox>${box(said('框中') + table([row([cell('甲'), cell('乙')])]))}</v:textbox></w:pict>`),
      ),
    },
    ['框中', '甲 | 乙'],
  ],
  [
    'headings by their level, their style, and the style that it is based on',
    {
      body:
        said('直接', '<w:outlineLvl w:val="1"/>') +
        said('样式', '<w:pStyle w:val="A"/>') +
        said('承袭', '<w:pStyle w:val="B"/>') +
        said('不是', '<w:pStyle w:val="A"/><w:outlineLvl w:val="9"/>') +
        said('内置', '<w:pStyle w:val="C"/>'),
      styles:
        '<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="heading 3"/></w:style>',
    },
    ['## 直接', '# 样式', '# 承袭', '不是', '### 内置'],
  ],
  [
    'styles that are based on each other in a circle end',
    {
      body: said('甲', '<w:pStyle w:val="A"/>'),
      styles:
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>',
    },
    ['甲'],
  ],
]

test.each(ROWS)('%s', async (_title, sample, shown) => {
  expect(shownBlocks(await readWord(wordOf(sample)))).toEqual(shown)
})

test('paragraphs are counted outside of tables, those that show nothing are not', async () => {
  const body = said('一') + paragraph('') + table([row([cell('表')])]) + said('二')
  const read = await readWord(wordOf({ body }))
  if (!read.ok) throw new Error(read.fault.code)
  const places = read.value.flatMap((block) =>
    'pieces' in block ? block.pieces.map(({ place }) => place.paragraph) : [],
  )
  expect(places).toEqual([1, 2])
})
