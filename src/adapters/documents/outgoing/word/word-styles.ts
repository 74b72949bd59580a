import { FACES, type Face } from './faces.ts'
import type { PageLayout } from './page-layout.ts'

/** Named styles, so that an office changes a face or a size in one place of the file. */
export type WordStyle = keyof typeof NAMES

const NAMES = {
  Body: '公文正文',
  Issuer: '发文机关标志',
  NumberLine: '发文字号',
  DocumentTitle: '公文标题',
  DocumentSubtitle: '公文副标题',
  Fact: '基本情况',
  Addressees: '主送机关',
  NoticeQuote: '通知原文',
  TableCaption: '表题',
  CellHead: '表头',
  CellText: '表格文字',
  TableNote: '表注',
  AttachmentMark: '附件序号',
  AttachmentTitle: '附件标题',
  AttachmentList: '附件说明',
  Signed: '署名和成文日期',
  Colophon: '版记',
  PageNumber: '公文页码',
  Gap: '间隔',
} as const

/** The part `word/styles.xml`: written here, because the library cannot take a style off the grid of lines. */
export function wordStyles(layout: PageLayout): string {
  const { sizes, line, sign, isLetter } = layout
  const text = (face: Face): Look => ({ face, size: sizes.body, spacing: layout.spacing, line })
  const small = (face: Face, size: number): Look => ({ face, size, line: Math.round(size * 14), isOffGrid: true })
  const inText = { firstLine: 2 * sign }
  const titleLine = Math.max(line, Math.round(sizes.title * 13.2))
  const title: Look = {
    face: 'title',
    size: sizes.title,
    line: titleLine,
    isOffGrid: true,
    align: 'center',
    isKept: true,
  }
  const styles: Readonly<Record<WordStyle, Look>> = {
    Body: { ...text('body'), ...inText, align: 'both' },
    Issuer: { face: 'title', size: 72, isOffGrid: true, align: 'center', isKept: true },
    NumberLine: { ...text('body'), before: (isLetter ? 2 : 1) * line, isKept: true },
    DocumentTitle: title,
    DocumentSubtitle: { ...text('second'), align: 'center', isKept: true },
    Fact: { ...small('body', sizes.fact), before: 30, after: 30 },
    Addressees: { ...text('body'), isKept: true },
    NoticeQuote: { ...text('second'), left: 2 * sign, align: 'both' },
    TableCaption: { ...small('strong', sizes.table), before: 120, after: 80, align: 'center', isKept: true },
    CellHead: { ...small('strong', sizes.table), align: 'center' },
    CellText: { face: 'plain', size: sizes.table, isOffGrid: true },
    TableNote: { ...small('plain', sizes.note), before: 40, after: 40 },
    AttachmentMark: { ...text('strong'), after: line, isKept: true, outline: 0 },
    AttachmentTitle: { ...title, after: isLetter ? line : line / 2 },
    AttachmentList: text('body'),
    Signed: { ...text('body'), align: 'center' },
    Colophon: { ...small('body', Math.min(28, sizes.body)), before: 40, after: 40 },
    PageNumber: { face: 'plain', size: sizes.pageNumber, line: 360, isOffGrid: true },
    Gap: { face: 'plain', size: 2, line: 120, isOffGrid: true },
  }
  const heading = (face: Face, level: number): string =>
    styleXml(`Heading${level}`, `heading ${level}`, { ...text(face), ...inText, isKept: true, outline: level - 1 })
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${WORD}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${runXml(text('body'))}${LANGUAGES}</w:rPr></w:rPrDefault>`,
    '<w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>${NO_INDENT}</w:tblPr></w:style>`,
    heading('strong', 1),
    heading('second', 2),
    heading('body', 3),
    heading('body', 4),
    ...Object.entries(styles).map(([id, look]) => styleXml(id, NAMES[id as WordStyle], look)),
    '</w:styles>',
  ].join('')
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
/** Figures are told to be no Chinese, or LibreOffice breaks a line within a number. */
const LANGUAGES = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
const NO_INDENT = '<w:tblInd w:w="0" w:type="dxa"/>'

/** Lengths in twips, the size in half points. */
interface Look {
  readonly face: Face
  readonly size: number
  readonly spacing?: number
  /** Exactly so high; null is as high as its signs need. */
  readonly line?: number
  readonly before?: number
  readonly after?: number
  readonly firstLine?: number
  readonly left?: number
  readonly align?: 'both' | 'center'
  readonly outline?: number
  /** On one page, and with what comes next. */
  readonly isKept?: boolean
  readonly isOffGrid?: boolean
}

function styleXml(id: string, name: string, look: Look): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"${id.startsWith('Heading') ? '' : ' w:customStyle="1"'}>` +
    `<w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
    `<w:pPr>${paragraphXml(look)}</w:pPr><w:rPr>${runXml(look)}</w:rPr></w:style>`
  )
}

/** In the order that the schema of Word asks for. Pages of a letter are full: a single line of a paragraph may stand on one. No sign hangs out. */
function paragraphXml(look: Look): string {
  const { before = 0, after = 0, line, firstLine, left, align, outline } = look
  const height = line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`
  const indent = firstLine === undefined ? '' : ` w:firstLine="${firstLine}" w:firstLineChars="200"`
  return [
    look.isKept === true ? '<w:keepNext/><w:keepLines/>' : '',
    '<w:widowControl w:val="0"/><w:overflowPunct w:val="0"/>',
    look.isOffGrid === true ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="${Math.round(before)}" w:after="${Math.round(after)}"${height}/>`,
    left === undefined && indent === '' ? '' : `<w:ind w:left="${left ?? 0}"${indent}/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('')
}

function runXml({ face, size, spacing }: Look): string {
  const { name } = FACES[face]
  return (
    `<w:rFonts w:ascii="${name}" w:eastAsia="${name}" w:hAnsi="${name}" w:cs="${name}"/>` +
    (spacing === undefined || spacing === 0 ? '' : `<w:spacing w:val="${spacing}"/>`) +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`
  )
}
