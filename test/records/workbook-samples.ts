import { sampleEntry, zipOf, type SampleEntry } from '../conformance/archive-samples.ts'

export interface SampleSheet {
  readonly name: string
  /** What stands within `<sheetData>`. */
  readonly rows: string
  /** What stands behind it. */
  readonly behind?: string
  readonly state?: 'hidden' | 'veryHidden'
}

export interface SampleBook {
  readonly strings?: readonly string[]
  /** Format codes: a cell with `s="1"` has the first. */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
  /** `x:`, as some libraries write all names. */
  readonly prefix?: string
  readonly more?: readonly SampleEntry[]
}

/** A workbook by its XML, where a library would write none that is broken. */
export function workbookOf(sheets: readonly SampleSheet[], book: SampleBook = {}): Uint8Array {
  const { strings, formats = [], from1904 = false, prefix = '', more = [] } = book
  const named = (xml: string) => xml.replaceAll(/<(\/?)(?=[A-Za-z])/gu, `<$1${prefix}`)
  const links = sheets.map((_sheet, at) => link(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`))
  const tabs = sheets.map(
    ({ name, state = 'visible' }, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at}"/>`,
  )
  return zipOf([
    sampleEntry(
      '[Content_Types].xml',
      '<Types><Override ContentType="application/vnd.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    sampleEntry('_rels/.rels', relations([link('b', 'officeDocument', 'xl/workbook.xml')])),
    sampleEntry(
      'xl/workbook.xml',
      named(`<workbook><workbookPr date1904="${String(from1904)}"/><sheets>${tabs.join('')}</sheets></workbook>`),
    ),
    sampleEntry(
      'xl/_rels/workbook.xml.rels',
      relations([...links, link('t', 'sharedStrings', '/xl/sharedStrings.xml'), link('f', 'styles', 'styles.xml')]),
    ),
    ...sheets.map(({ rows, behind = '' }, at) =>
      sampleEntry(
        `xl/worksheets/sheet${at + 1}.xml`,
        named(`<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`),
      ),
    ),
    sampleEntry('xl/styles.xml', named(styles(formats))),
    ...(strings === undefined
      ? []
      : [
          sampleEntry(
            'xl/sharedStrings.xml',
            named(`<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
          ),
        ]),
    ...more,
  ])
}

/** A row of cells, each of which is the inside of `<c>` with its attributes, or a text. */
export function sheetRow(row: number, cells: readonly (string | { readonly xml: string })[]): string {
  const written = cells.map((cell, at) =>
    typeof cell === 'string'
      ? `<c r="${letter(at)}${row}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
      : cell.xml.replace('<c', `<c r="${letter(at)}${row}"`),
  )
  return `<row r="${row}">${written.join('')}</row>`
}

function letter(at: number): string {
  return String.fromCharCode(65 + at)
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
}

function relations(links: readonly string[]): string {
  return `<Relationships>${links.join('')}</Relationships>`
}

function styles(formats: readonly string[]): string {
  const codes = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const cells = formats.map((_code, at) => `<xf numFmtId="${164 + at}"/>`)
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${cells.join('')}</cellXfs></styleSheet>`
}
