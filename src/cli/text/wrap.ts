import { displayWidth } from './display-width.ts'

/** A line of a wrapped text: `text` is `source.slice(start, end)`, so that a place in the source is found again. */
export interface WrappedLine {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Breaks a text to `columns`. Chinese breaks anywhere except before closing punctuation and after opening (禁则); words,
 * numbers with their unit and amounts (扣1-3分) stay whole unless longer than a line. White space at a break is dropped.
 * Closing punctuation that does not fit takes the piece before it along.
 */
export function wrap(source: string, columns: number): WrappedLine[] {
  const room = Math.max(columns, 4)
  const lines: WrappedLine[] = []
  for (const paragraph of paragraphsOf(source)) {
    let from = paragraph.start
    let to = from
    let width = 0
    for (const piece of piecesOf(source, paragraph).flatMap((whole) => cutToFit(source, whole, room))) {
      const text = source.slice(piece.start, piece.end)
      const size = displayWidth(text)
      if (width > 0 && width + displayWidth(text.trimEnd()) > room) {
        lines.push(lineOf(source, from, to))
        from = piece.start + (text.length - text.trimStart().length)
        width = displayWidth(source.slice(from, piece.end))
      } else width += size
      to = piece.end
    }
    lines.push(lineOf(source, from, to))
  }
  return lines
}

/** The lines alone, each after `indent` spaces; `hanging` for all but the first. */
export function wrapText(text: string, columns: number, indent = 0, hanging = indent): string[] {
  const width = columns - Math.max(indent, hanging)
  return wrap(text, width).map((line, place) =>
    line.text === '' ? '' : ' '.repeat(place ? hanging : indent) + line.text,
  )
}

interface Piece {
  readonly start: number
  readonly end: number
}

const NOT_FIRST = '，。、；：！？）」』】〕》〉”’…·%‰℃々,.;:!?)]}'
const NOT_LAST = '（「『【〔《〈“‘([{'
/** An amount or date with what belongs to it, a word of Latin letters, or one character. */
const ATOM =
  /(?:[扣加得记计减]|第)?\d[\d.,]*(?:[-–—−~～+×/:.]\d[\d.]*)*(?:%|‰|个?\p{Script=Han}(?:\d[\d.]*\p{Script=Han}?)*)?|[\p{Script=Latin}\p{Pd}\d_./@:#<>=+*\\-]+|\s+|./gsu

function paragraphsOf(source: string): Piece[] {
  const paragraphs: Piece[] = []
  let start = 0
  for (const match of source.matchAll(/\r\n|\r|\n/gu)) {
    paragraphs.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  return [...paragraphs, { start, end: source.length }]
}

/** What no break may divide: atoms joined over the places where a line must not begin or end. */
function piecesOf(source: string, { start, end }: Piece): Piece[] {
  const pieces: Piece[] = []
  for (const match of source.slice(start, end).matchAll(ATOM)) {
    const at = start + match.index
    const atom = match[0]
    const last = pieces.at(-1)
    const joins =
      last !== undefined && (NOT_FIRST.includes(atom.charAt(0)) || NOT_LAST.includes(source.charAt(last.end - 1)))
    const rest = atom.trim() === ''
    if (last && (joins || rest)) pieces[pieces.length - 1] = { start: last.start, end: at + atom.length }
    else pieces.push({ start: at, end: at + atom.length })
  }
  return pieces
}

function lineOf(source: string, start: number, end: number): WrappedLine {
  const text = source.slice(start, end).trimEnd()
  return { start, end: start + text.length, text }
}

/** A piece that is longer than a line, cut between characters; in one pass, as a notice may hold a word of any length. */
function cutToFit(source: string, piece: Piece, room: number): Piece[] {
  const text = source.slice(piece.start, piece.end)
  if (displayWidth(text.trimEnd()) <= room) return [piece]
  const parts: Piece[] = []
  let start = piece.start
  let width = 0
  for (const match of text.matchAll(CLUSTER)) {
    const { index } = match
    const size = displayWidth(match[0])
    if (width > 0 && width + size > room) {
      parts.push({ start, end: piece.start + index })
      start = piece.start + index
      width = 0
    }
    width += size
  }
  return [...parts, { start, end: piece.end }]
}

/** A character with what combines with it. `Intl.Segmenter` knows more, but takes half a minute for 100,000 of them. */
const CLUSTER = /[^\p{M}\u200d][\p{M}\u200d]*|./gsu
