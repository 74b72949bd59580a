import type { DocumentBlock, TextPiece } from '../../../../core/document/document-block.ts'
import type { DocumentPicture } from '../../../../core/document/document-picture.ts'
import type { DocumentTable } from '../../../../core/document/document-table.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import { unreachable } from '../../../../core/kernel/unreachable.ts'
import { PLAIN, type CellLook } from './cell-style.ts'
import { closingLines } from './closing-lines.ts'
import { picturesHeight, setSideBySide } from './set-pictures.ts'
import { halves, widthOf, type SheetGrid } from './sheet-grid.ts'
import type { LineCell, SheetLine } from './sheet-line.ts'
import { gap, sideBySide, textLines } from './text-lines.ts'

/** What the sheet that shows the document is made of, in order. */
export type FrontPart =
  | { readonly kind: 'lines'; readonly lines: readonly SheetLine[] }
  | { readonly kind: 'table'; readonly table: DocumentTable }

export function frontParts(document: OfficialDocument, grid: SheetGrid): FrontPart[] {
  const parts: FrontPart[] = [{ kind: 'lines', lines: [...headLines(document, grid), gap(6)] }]
  let isBroken = false
  for (const block of document.blocks) {
    if (block.kind === 'page-break') {
      isBroken = true
      continue
    }
    const lines = blockLines(block, grid)
    parts.push({
      kind: 'lines',
      lines: lines.map((line, i) => (i === 0 && isBroken ? { ...line, isBrokenBefore: true } : line)),
    })
    isBroken = false
    if (block.kind === 'table') parts.push({ kind: 'table', table: block.table }, { kind: 'lines', lines: [gap(8)] })
  }
  if (document.closing) parts.push({ kind: 'lines', lines: closingLines(document.closing, grid) })
  const { code, sentences } = document.proof
  const isSaid = code === null || sentences.some((sentence) => sentence.includes(code))
  const said = isSaid ? sentences : [...sentences, `核验码：${code}`]
  const proof = said.flatMap((text) => textLines(text, grid, { size: 9, tone: 'dismissed' }))
  parts.push({ kind: 'lines', lines: [gap(8), ...proof] })
  return parts
}

function headLines({ head, title, subtitle, facts }: OfficialDocument, grid: SheetGrid): SheetLine[] {
  const lines: SheetLine[] = []
  const centered = (text: string, look: Partial<CellLook>) => textLines(text, grid, { ...look, align: 'center' })
  if (head) {
    lines.push(...centered(head.issuer, { face: 'issuer', size: 28 }))
    const signer = head.signer === null ? '' : `　　　　签发人：${head.signer}`
    lines.push(...centered(`${head.number ?? '　　〔　　〕　号'}${signer}`, { size: 12, lines: 'red-below' }), gap(14))
  }
  for (const text of title) lines.push(...centered(text, { face: 'title', size: 18 }))
  if (subtitle !== null) lines.push(...centered(subtitle, { size: 11 }))
  const [left, right] = halves(grid)
  for (let i = 0; i < facts.length; i += 2) {
    const pair = facts.slice(i, i + 2).map(({ name, value }) => `${name}：${value}`)
    lines.push(sideBySide(pair, [left, right], grid))
  }
  return lines
}

function blockLines(block: DocumentBlock, grid: SheetGrid): SheetLine[] {
  switch (block.kind) {
    case 'addressees':
      return textLines(block.text, grid, { size: 11 })
    case 'heading':
      return [
        gap(4),
        ...textLines(block.text, grid, {
          face: 'head',
          size: block.level === 1 ? 12 : 11,
          isStrong: block.level === 2,
        }),
      ]
    case 'paragraph':
      return pieceLines(block.pieces, grid)
    case 'quote':
      return textLines(`“${block.text}”（${block.place}）`, grid, { indent: 2, tone: 'dismissed' })
    case 'table':
      return block.table.hasCaption
        ? textLines(block.table.name, grid, { face: 'head', size: 11, align: 'center' })
        : []
    case 'pictures':
      return pictureLines(block.pictures, grid)
    case 'note':
      return textLines(block.text, grid, { size: 9 })
    case 'attachment': {
      const [mark = gap(1), ...rest] = textLines(block.mark, grid, { face: 'head', size: 11 })
      return [
        { ...mark, isBrokenBefore: true },
        ...rest,
        ...textLines(block.title, grid, { face: 'title', size: 16, align: 'center' }),
      ]
    }
    case 'page-break':
      return []
    default:
      return unreachable(block)
  }
}

/** Two signs in, as a paragraph begins. */
function pieceLines(pieces: readonly TextPiece[], grid: SheetGrid): SheetLine[] {
  const text = `　　${pieces.map((piece) => piece.text).join('')}`
  const isPlain = pieces.every(({ isStrong, tone }) => !isStrong && tone === null)
  const lines = textLines(text, grid, {})
  const [line] = lines
  if (isPlain || lines.length > 1 || !line) return lines
  const indented = [{ text: '　　', isStrong: false, tone: null }, ...pieces]
  return [{ ...line, cells: line.cells.map((cell) => ({ ...cell, content: { kind: 'pieces', pieces: indented } })) }]
}

/** Two beside each other, each with its words below. */
function pictureLines(pictures: readonly DocumentPicture[], grid: SheetGrid): SheetLine[] {
  const lines: SheetLine[] = []
  const [left, right] = halves(grid)
  const height = 240
  for (let i = 0; i < pictures.length; i += 2) {
    const pair = pictures.slice(i, i + 2)
    const cells = pair.map((picture, at): LineCell => {
      const look = { ...PLAIN, align: 'center' as const }
      return {
        ...(at === 0 ? left : right),
        lines: 1,
        look,
        content: { kind: 'pictures', pictures: [picture], height },
      }
    })
    const high = pair.map((picture, at) =>
      picturesHeight(setSideBySide([picture], widthOf(grid, at === 0 ? left : right), height)),
    )
    lines.push({ cells, height: Math.max(...high) })
    lines.push(
      sideBySide(
        pair.map(({ caption }) => caption),
        [left, right],
        grid,
        9,
      ),
    )
  }
  return lines
}
