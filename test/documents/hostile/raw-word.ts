import { sampleEntry, zipOf, type SampleEntry } from '../../conformance/archive-samples.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** What every Word document of these tests says, beside what is wrong with it. */
export const SENTENCE = '1、没有到岗到位，查实一例扣1分；'

export interface RawWord {
  /** Between `<w:body>` and its end; what a person would have written is added before it. */
  readonly body?: string
  /** The whole of `word/document.xml`, in place of a body. */
  readonly document?: string | Uint8Array
  readonly more?: readonly SampleEntry[]
}

/** A Word document as bytes, of parts that no program would write. */
export function rawWord({ body = '', document, more = [] }: RawWord = {}): Uint8Array {
  return zipOf([
    sampleEntry('[Content_Types].xml', contentTypes()),
    sampleEntry('_rels/.rels', relations([['officeDocument', 'word/document.xml', false]])),
    sampleEntry('word/document.xml', document ?? documentOf(body)),
    ...more,
  ])
}

export function documentOf(body: string, before = ''): string {
  const said = paragraph(SENTENCE)
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document ${W}><w:body>${said}${body}</w:body></w:document>`
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
}

export function cell(content: string, properties = ''): string {
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`
}

export function part(name: 'styles' | 'numbering', content: string): readonly SampleEntry[] {
  return [
    sampleEntry('word/_rels/document.xml.rels', relations([[name, `${name}.xml`, false]])),
    sampleEntry(`word/${name}.xml`, `<w:${name} ${W}>${content}</w:${name}>`),
  ]
}

export function relations(all: readonly (readonly [type: string, target: string, isExternal: boolean])[]): string {
  const each = all.map(
    ([type, target, isExternal], at) =>
      `<Relationship Id="r${at}" Type="${RELATIONS}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

function contentTypes(): string {
  return [
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    '</Types>',
  ].join('')
}
