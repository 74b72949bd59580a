import { sampleEntry, zipOf, type SampleEntry } from '../../conformance/archive-samples.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet as bytes; `sheet` is what stands within `<worksheet>`. */
export function rawWorkbook(sheet: string, more: readonly SampleEntry[] = []): Uint8Array {
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`
  return zipOf([
    sampleEntry(
      '[Content_Types].xml',
      [
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
        '</Types>',
      ].join(''),
    ),
    sampleEntry('_rels/.rels', relation('officeDocument', 'xl/workbook.xml')),
    sampleEntry(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="细则" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    sampleEntry('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')),
    sampleEntry('xl/worksheets/sheet1.xml', `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`),
    ...more,
  ])
}

export function sheetRow(number: number, cells: readonly (readonly [at: string, text: string])[]): string {
  const each = cells.map(([at, text]) => `<c r="${at}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
  return `<row r="${number}">${each.join('')}</row>`
}
