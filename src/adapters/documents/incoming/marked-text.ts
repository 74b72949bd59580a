import { writtenPlace, type SourcePlace } from '../../../core/kernel/source-place.ts'
import { unreachable } from '../../../core/kernel/unreachable.ts'
import type { IncomingBlock, IncomingCell, IncomingPiece } from './incoming-block.ts'

/** Which file a text was read from: said at its head, so that whoever has the file can see that it is the one. */
export interface MarkedOrigin {
  readonly form: 'docx' | 'pdf' | 'xlsx'
  readonly fileName: string
  /** SHA-256 of the file, in hexadecimal. */
  readonly sha256: string
}

/**
 * A document as the one text that the compiler reads and every span points into: HTML of the plainest kind, each piece marked
 * with its place. The same file gives the same text, byte for byte.
 */
export function markedText({ form, fileName, sha256 }: MarkedOrigin, blocks: readonly IncomingBlock[]): string {
  const head = `<article data-form="${form}" data-file="${escaped(fileName)}" data-sha256="${sha256}">`
  return [head, ...blocks.flatMap(blockText), '</article>', ''].join('\n')
}

function blockText(block: IncomingBlock): string | [] {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(6, Math.max(1, block.level))
      return `<h${level}>${piecesText(block.pieces)}</h${level}>`
    }
    case 'paragraph':
      return `<p>${piecesText(block.pieces)}</p>`
    case 'table':
      return ['<table>', ...block.rows.map(rowText), '</table>'].join('\n')
    case 'unread':
      return []
    default:
      return unreachable(block)
  }
}

function rowText(cells: readonly IncomingCell[]): string {
  return `<tr>${cells.map(cellText).join('')}</tr>`
}

function cellText({ rowSpan, colSpan, place, paragraphs }: IncomingCell): string {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
  const content = paragraphs.map((pieces) => `<p>${piecesText(pieces)}</p>`).join('')
  return `<td${spans} ${mark(place)}>${content}</td>`
}

/** A line break within a paragraph stays one. */
function piecesText(pieces: readonly IncomingPiece[]): string {
  return pieces.map(({ text, place }) => `<span ${mark(place)}>${broken(escaped(text))}</span>`).join('')
}

function broken(text: string): string {
  return text.includes('\n') ? text.trim().replaceAll('\n', '<br>') : text
}

function mark(place: SourcePlace): string {
  return `data-place="${writtenPlace(place)}"`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
