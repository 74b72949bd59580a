import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx'
import { NOWHERE, type SourcePlace } from '../../../src/core/kernel/source-place.ts'
import type { IssuedForm, RowManner } from './issued-form.ts'
import type { ContentCriterion, ContentParagraph, ContentSection, NoticeContent } from './notice-content.ts'

export interface WordManner {
  /** Whether numbers are typed, or Word makes them when it shows the document. */
  readonly numbers: 'typed' | 'generated'
  readonly rows: RowManner
}

/** The notice as an office would write it in Word: sections merged over the rows of their items, or one row a section. */
export async function issueInWord(content: NoticeContent, { numbers, rows }: WordManner): Promise<IssuedForm> {
  const places = new Map<string, SourcePlace>()
  const body: TableRow[] = [rowOf(content.header.map((text) => new Paragraph(text)))]
  const paragraphOf = (criterion: ContentCriterion) =>
    numbers === 'typed'
      ? new Paragraph(`${criterion.mark}${criterion.text}`)
      : new Paragraph({
          children: [new TextRun(criterion.text)],
          numbering: { reference: 'notice', level: 1 },
        })
  const headingOf = ({ heading }: ContentSection) =>
    numbers === 'typed'
      ? new Paragraph(heading)
      : new Paragraph({
          children: [new TextRun(heading.replace(/^[一二三四五六七八九十]+、/u, ''))],
          numbering: { reference: 'notice', level: 0 },
        })
  for (const section of content.sections) {
    if (rows === 'one a section') {
      const row = body.length + 1
      section.criteria.forEach(({ id }, at) =>
        places.set(id, { ...NOWHERE, table: 1, row, column: 2, paragraph: at + 1 }),
      )
      body.push(
        new TableRow({
          children: [
            new TableCell({ children: [headingOf(section)] }),
            new TableCell({ children: section.criteria.map(paragraphOf) }),
            new TableCell({ children: [new Paragraph('')] }),
          ],
        }),
      )
      continue
    }
    section.criteria.forEach((criterion, at) => {
      places.set(criterion.id, { ...NOWHERE, table: 1, row: body.length + 1, column: 2, paragraph: 1 })
      body.push(
        new TableRow({
          children: [
            new TableCell({
              verticalMerge: at === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
              children: [at === 0 ? headingOf(section) : new Paragraph('')],
            }),
            new TableCell({ children: [paragraphOf(criterion)] }),
            new TableCell({ children: [new Paragraph('')] }),
          ],
        }),
      )
    })
  }
  body.push(rowOf(content.total.map((text) => new Paragraph(text))))
  const table = new Table({
    rows: body,
    columnWidths: [2000, 6000, 1000],
    width: { size: 9000, type: WidthType.DXA },
  })
  const file = new Document({
    // 四号
    styles: { default: { document: { run: { size: 28 } } } },
    numbering: { config: [{ reference: 'notice', levels: LEVELS }] },
    sections: [{ children: [...content.before.map(lineOf), table, ...content.after.map(lineOf)] }],
  })
  return { content: new Uint8Array(await Packer.toBuffer(file)), places }
}

const LEVELS = [
  {
    level: 0,
    format: LevelFormat.CHINESE_COUNTING,
    text: '%1、',
    alignment: AlignmentType.START,
  },
  { level: 1, format: LevelFormat.DECIMAL, text: '%2、', alignment: AlignmentType.START },
] as const

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

function lineOf({ text, level }: ContentParagraph): Paragraph {
  const heading = HEADINGS[level - 1]
  return heading === undefined ? new Paragraph(text) : new Paragraph({ text, heading })
}

function rowOf(paragraphs: readonly Paragraph[]): TableRow {
  return new TableRow({ children: paragraphs.map((paragraph) => new TableCell({ children: [paragraph] })) })
}
