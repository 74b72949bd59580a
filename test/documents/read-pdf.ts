import { readFile } from 'node:fs/promises'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** Millimetres from the top left corner of the page; `bottom` is the baseline. */
export interface PdfText {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Points. */
  readonly size: number
  /** The font's own name, without the sign of its cut. */
  readonly font: string
}

/** A drawn path by its bounds, in millimetres from the top left corner; its stroke in millimetres. */
export interface PdfRule {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly stroke: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly texts: readonly PdfText[]
  readonly rules: readonly PdfRule[]
}

/** What a PDF shows, asked of the file itself by pdf.js. */
export async function readPdf(path: string): Promise<readonly PdfPage[]> {
  const { OPS } = await getResolvedPDFJS()
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)))
  const pages: PdfPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(await pdf.getPage(number), OPS))
  return pages
}

/** All text of a page, line by line, as it was set. */
export function wordsOf({ texts }: PdfPage): string {
  return texts.map(({ text }) => text).join('')
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>
type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS']

const MM = 25.4 / 72

/** pdf.js asks for it, and Node 20 has it not yet. */
if (!('transferToFixedLength' in ArrayBuffer.prototype))
  Reflect.set(ArrayBuffer.prototype, 'transferToFixedLength', function (this: ArrayBuffer) {
    return this.slice(0)
  })

async function readPage(page: Page, operators: Operators): Promise<PdfPage> {
  const [, , width = 0, height = 0] = page.view
  const list = await page.getOperatorList()
  const { items } = await page.getTextContent()
  const texts = items.flatMap((item): PdfText[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , size, left, baseline] = item.transform.map(Number)
    if (size === undefined || left === undefined || baseline === undefined) return []
    const font: unknown = page.commonObjs.get(item.fontName)
    return [
      {
        text: item.str,
        left: left * MM,
        right: (left + item.width) * MM,
        baseline: (height - baseline) * MM,
        size,
        font: nameOf(font).replace(/^[A-Z]{6}\+/, ''),
      },
    ]
  })
  return { width: width * MM, height: height * MM, texts, rules: rulesIn(list, operators, height) }
}

function nameOf(font: unknown): string {
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
}

/** Only what the typesetter writes: a shift, a width and a path inside each save and restore. */
function rulesIn(
  { fnArray, argsArray }: Awaited<ReturnType<Page['getOperatorList']>>,
  operators: Operators,
  height: number,
): PdfRule[] {
  const rules: PdfRule[] = []
  let [x, y, up, stroke] = [0, 0, 1, 0]
  const saved: [number, number, number, number][] = []
  for (const [index, operator] of fnArray.entries()) {
    const told: unknown = argsArray[index]
    const given: readonly unknown[] = Array.isArray(told) ? told : []
    if (operator === operators.save) saved.push([x, y, up, stroke])
    else if (operator === operators.restore) [x, y, up, stroke] = saved.pop() ?? [0, 0, 1, 0]
    else if (operator === operators.setLineWidth) stroke = Number(given[0])
    else if (operator === operators.transform) {
      const [, , , scale = 1, right = 0, above = 0] = given.map(Number)
      ;[x, y, up] = [x + right, y + up * above, up * scale]
    } else if (operator === operators.constructPath) {
      const [left = 0, low = 0, right = 0, high = 0] = Array.from(Object.values(given[2] ?? {}), Number)
      const [a, b] = [height - (y + up * low), height - (y + up * high)]
      rules.push({
        left: (x + left) * MM,
        right: (x + right) * MM,
        top: Math.min(a, b) * MM,
        bottom: Math.max(a, b) * MM,
        stroke: stroke * MM,
      })
    }
  }
  return rules
}
