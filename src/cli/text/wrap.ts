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
    for (const piece of piecesOf(source, paragraph)) {
      const text = source.slice(piece.start, piece.end)
      const size = displayWidth(text)
      if (width > 0 && width + displayWidth(text.trimEnd()) > room) {
        lines.push(lineOf(source, from, to))
        from = piece.start + (text.length - text.trimStart().length)
        width = displayWidth(source.slice(from, piece.end))
      } else width += size
      to = piece.end
      for (
        ;
        width > room && displayWidth(source.slice(from, to).trimEnd()) > room;
        width = displayWidth(source.slice(from, to))
      ) {
        const cut = fitting(source, from, to, room)
        lines.push(lineOf(source, from, cut))
        from = cut
      }
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

function fitting(source: string, from: number, to: number, room: number): number {
  let cut = from
  for (const { segment, index } of GRAPHEMES.segment(source.slice(from, to))) {
    if (index > 0 && displayWidth(source.slice(from, from + index + segment.length)) > room) break
    cut = from + index + segment.length
  }
  return cut
}

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' })
