import type { Fragment } from './page-content.ts'
import { blankBetween } from './blanks.ts'

/** A line of print, on the page or within a cell. */
export interface TextLine {
  readonly page: number
  /** Counted from one over the whole page, running heads and tables included. */
  readonly line: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** Of its largest letters. */
  readonly size: number
  readonly fragments: readonly NumberedFragment[]
}

/** A fragment that knows which line of the page it stands on. */
export interface NumberedFragment extends Fragment {
  readonly page: number
  readonly line: number
}

/** Numbers the lines of a page from top to bottom. */
export function numberedFragments(page: number, fragments: readonly Fragment[]): NumberedFragment[] {
  return onLines(fragments).flatMap((line, index) => line.map((fragment) => ({ ...fragment, page, line: index + 1 })))
}

/** Puts fragments of one block together: lines from top to bottom, each read from left to right. */
export function textLines(fragments: readonly NumberedFragment[]): TextLine[] {
  return onLines(fragments).map(lineOf)
}

function lineOf(unordered: readonly NumberedFragment[]): TextLine {
  const fragments = [...unordered].sort((a, b) => a.left - b.left)
  const largest = fragments.reduce((one, other) => (other.size > one.size ? other : one))
  let text = ''
  let before: NumberedFragment | null = null
  for (const fragment of fragments) {
    const gap = before === null ? 0 : fragment.left - before.right
    text += (before === null ? '' : blankBetween(before.text, fragment.text, gap, largest.size)) + fragment.text
    before = fragment
  }
  return {
    page: largest.page,
    line: largest.line,
    text: text.trim(),
    left: fragments.at(0)!.left,
    right: Math.max(...fragments.map(({ right }) => right)),
    baseline: largest.baseline,
    size: largest.size,
    fragments,
  }
}

interface OpenLine<Piece extends Fragment> {
  readonly pieces: Piece[]
  top: number
  bottom: number
}

/** What overlaps in height is on one line: small figures above or below it, words of another size. */
function onLines<Piece extends Fragment>(fragments: readonly Piece[]): Piece[][] {
  const lines: OpenLine<Piece>[] = []
  for (const piece of [...fragments].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const top = piece.baseline - piece.size * ASCENT
    const bottom = piece.baseline + piece.size * DESCENT
    const open = lines.at(-1)
    const shared = open ? Math.min(open.bottom, bottom) - Math.max(open.top, top) : 0
    if (!open || shared < Math.min(open.bottom - open.top, bottom - top) * SHARED)
      lines.push({ pieces: [piece], top, bottom })
    else {
      open.pieces.push(piece)
      if (bottom - top > open.bottom - open.top) {
        open.top = top
        open.bottom = bottom
      }
    }
  }
  return lines.map(({ pieces }) => pieces)
}

const ASCENT = 0.85
const DESCENT = 0.15
/** What part of its height a run of text shares with others of its line. */
const SHARED = 0.6
