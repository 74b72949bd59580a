/** Cells count from 0; offsets and sizes in pixels. `media` is what the writer's `addImage` gave. */
export interface SheetPicture {
  readonly media: number
  readonly column: number
  readonly row: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly words: string
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const DRAWINGS = 'http://schemas.openxmlformats.org/drawingml/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** `media` are the names of all pictures of the book. */
export function relationsText(pictures: readonly SheetPicture[], media: readonly { readonly name: string }[]): string {
  const used = [...new Set(pictures.map(({ media }) => media))]
  const lines = used.map(
    (id) => `<Relationship Id="rId${id + 1}" Type="${RELATIONS}/image" Target="../media/${media[id]?.name ?? ''}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`
}

export function drawingText(pictures: readonly SheetPicture[]): string {
  const anchors = pictures.map((picture, i) => anchorText(picture, i + 1)).join('')
  const spaces = `xmlns:xdr="${DRAWINGS}/spreadsheetDrawing" xmlns:a="${DRAWINGS}/main" xmlns:r="${RELATIONS}"`
  return `${HEAD}<xdr:wsDr ${spaces}>${anchors}</xdr:wsDr>`
}

function anchorText({ media, column, row, left, top, width, height, words }: SheetPicture, id: number): string {
  const from = `<xdr:col>${column}</xdr:col><xdr:colOff>${emu(left)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(top)}</xdr:rowOff>`
  const size = `cx="${emu(width)}" cy="${emu(height)}"`
  const name = `<xdr:cNvPr id="${id}" name="图片 ${id}" descr="${attribute(words)}"/>`
  const blip = `<xdr:blipFill><a:blip r:embed="rId${media + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`
  const shape = `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`
  const picture = `<xdr:pic><xdr:nvPicPr>${name}<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>${blip}${shape}</xdr:pic>`
  return `<xdr:oneCellAnchor><xdr:from>${from}</xdr:from><xdr:ext ${size}/>${picture}<xdr:clientData/></xdr:oneCellAnchor>`
}

function emu(pixels: number): number {
  return Math.round(pixels * 9525)
}

function attribute(text: string): string {
  return text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
}
