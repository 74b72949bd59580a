/** A PDF as bytes, of objects in their order from 1 on; the first is the catalog. `trailer` is added to what a trailer must say. */
export function rawPdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (bytes: Buffer) => {
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, at) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`))
  add(Buffer.from(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

export function stream(content: Uint8Array, said = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<</Length ${content.length}${said}>>\nstream\n`),
    Buffer.from(content),
    Buffer.from('\nendstream'),
  ])
}

const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
export const WORDS = 'BT /F 12 Tf 72 720 Td (1. Staff absent: 1 point each.) Tj ET'

/** One page that says `WORDS`, or what `content` draws; objects: catalog, pages, page, content, font, and then `more`. */
export function onePage(
  content: Buffer = stream(Buffer.from(WORDS)),
  { catalog = '', pages = '/Kids[3 0 R]/Count 1', more = [] as readonly (string | Uint8Array)[], trailer = '' } = {},
): Uint8Array {
  return rawPdf(
    [
      `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
      `<</Type/Pages${pages}>>`,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>/Contents 4 0 R>>',
      content,
      FONT,
      ...more,
    ],
    trailer,
  )
}

/** A page that is one picture, as a scanner makes it. */
export function scan(): Uint8Array {
  const facts = '/Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8'
  const drawn = stream(Buffer.from('q 595 0 0 842 0 0 cm /I Do Q'))
  return onePage(drawn, { more: [stream(Buffer.alloc(100 * 100, 0x80), facts)] })
}
