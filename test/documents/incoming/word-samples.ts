import { sampleEntry, zipOf, type SampleEntry } from '../../conformance/archive-samples.ts'

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WordSample {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly isStrict?: boolean
}

/** A Word file of as little as it needs. */
export function wordOf(sample: WordSample): Uint8Array {
  return zipOf(wordEntries(sample))
}

export function wordEntries({ body, styles, numbering, isStrict = false }: WordSample): SampleEntry[] {
  const space = `xmlns:w="${isStrict ? STRICT : TRANSITIONAL}" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:m="m"`
  const root = (name: string, content: string) => `<?xml version="1.0"?><w:${name} ${space}>${content}</w:${name}>`
  const office = isStrict
    ? OFFICE.replace(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        'http://purl.oclc.org/ooxml/officeDocument',
      )
    : OFFICE
  const relations = (all: readonly (readonly [type: string, target: string])[]) =>
    `<Relationships xmlns="${RELATIONS}">${all
      .map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`
  return [
    sampleEntry('_rels/.rels', relations([['officeDocument', 'word/document.xml']])),
    sampleEntry('word/document.xml', root('document', `<w:body>${body}</w:body>`)),
    sampleEntry(
      'word/_rels/document.xml.rels',
      relations([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
      ]),
    ),
    ...(styles === undefined ? [] : [sampleEntry('word/styles.xml', root('styles', styles))]),
    ...(numbering === undefined ? [] : [sampleEntry('word/numbering.xml', root('numbering', numbering))]),
  ]
}

export function run(content: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

export function text(words: string, properties = ''): string {
  return run(`<w:t xml:space="preserve">${words}</w:t>`, properties)
}

export function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

/** A paragraph of plain words. */
export function said(words: string, properties = ''): string {
  return paragraph(text(words), properties)
}

/** One of a list. */
export function listed(words: string, level = 0, numId = 1): string {
  return said(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)
}

/** `levels`: the format, the text and what else a level has. */
export function list(
  id: number,
  ...levels: readonly (readonly [format: string, text: string, more?: string])[]
): string {
  const written = levels.map(
    ([format, label, more = ''], at) =>
      `<w:lvl w:ilvl="${at}">${more.includes('w:start ') ? '' : '<w:start w:val="1"/>'}<w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${label}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum>`
}

export function num(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
}

export function table(rows: readonly string[], widths: readonly number[] = []): string {
  return `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`
}

/** Words alone stand for a cell with one paragraph. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : said(content)}</w:tc>`
}
