/**
 * Text on its way through the layout: what is shown, and the pieces of the source that it is made of. Most texts are
 * one piece, so that taking a part costs next to nothing; `mapText` writes the offsets out at the end.
 */
export interface TracedText {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Where the text stands when it is empty. */
  readonly start: number
}

/** `length` units of the text from `at`. Where the source has as many they are the same; otherwise it is an entity or a tag. */
export interface Piece {
  readonly at: number
  readonly length: number
  readonly start: number
  readonly end: number
}

/** A stretch of the source and what it shows. */
export interface TextRun {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** `start` is where the text would stand if there were no runs. */
export function fromRuns(runs: readonly TextRun[], start: number): TracedText {
  const pieces: Piece[] = []
  let at = 0
  for (const run of runs) {
    if (run.text === '') continue
    pieces.push({ at, length: run.text.length, start: run.start, end: run.end })
    at += run.text.length
  }
  const text = runs.length === 1 ? runs.at(0)!.text : runs.map((run) => run.text).join('')
  return { text, pieces, start: pieces[0]?.start ?? start }
}

export function slice(whole: TracedText, from: number, to = whole.text.length): TracedText {
  if (from <= 0 && to >= whole.text.length) return whole
  const pieces: Piece[] = []
  for (let index = pieceAt(whole.pieces, from); index < whole.pieces.length; index += 1) {
    const piece = whole.pieces.at(index)!
    if (piece.at >= to) break
    pieces.push(cut(piece, from, to))
  }
  const start = pieces[0]?.start ?? whole.pieces.at(pieceAt(whole.pieces, from))?.start ?? endOf(whole)
  return { text: whole.text.slice(from, to), pieces, start }
}

export function trim(whole: TracedText): TracedText {
  const from = whole.text.length - whole.text.trimStart().length
  return slice(whole, from, Math.max(from, whole.text.trimEnd().length))
}

/** Puts parts that follow each other in the source together; `glue` stands for what lay in front of a part. */
export function concat(parts: readonly TracedText[], glue: string | ((index: number) => string) = ''): TracedText {
  if (parts.length === 1) return parts.at(0)!
  const pieces: Piece[] = []
  const texts: string[] = []
  let at = 0
  let end = 0
  for (const [index, part] of parts.entries()) {
    const between = index === 0 ? '' : typeof glue === 'string' ? glue : glue(index)
    if (between !== '') pieces.push({ at, length: between.length, start: end, end: Math.max(end, part.start) })
    at += between.length
    for (const piece of part.pieces) pieces.push({ ...piece, at: at + piece.at })
    texts.push(between, part.text)
    at += part.text.length
    end = endOf(part)
  }
  return { text: texts.join(''), pieces, start: parts[0]?.start ?? 0 }
}

/** The same for parts in any order. */
export function concatInOrder(parts: readonly TracedText[]): TracedText | null {
  if (parts.length === 0) return null
  return concat(
    [...parts].sort((a, b) => a.start - b.start),
    '\n',
  )
}

/** `keepsEnd`: the line before it ends there (`<br>`); otherwise only the width of the page parts the two. */
export interface WrappedLine {
  readonly text: TracedText
  readonly keepsEnd: boolean
}

/** The lines of one paragraph: nothing stands between Chinese lines, a space between Latin ones. */
export function joinWrapped(lines: readonly WrappedLine[]): TracedText {
  return concat(
    lines.map(({ text }) => text),
    (index) => {
      const line = lines.at(index)!
      return line.keepsEnd ? '\n' : wrapGlue(lines.at(index - 1)?.text.text.at(-1), line.text.text[0])
    },
  )
}

export function wrapGlue(before: string | undefined, after: string | undefined): '' | ' ' {
  return /[A-Za-z,;:!?)]/.test(before ?? '') && /[A-Za-z(]/.test(after ?? '') ? ' ' : ''
}

export function isBlank({ text }: TracedText): boolean {
  return text.trim() === ''
}

function endOf(whole: TracedText): number {
  return whole.pieces.at(-1)?.end ?? whole.start
}

function cut(piece: Piece, from: number, to: number): Piece {
  const skipped = Math.max(0, from - piece.at)
  const length = Math.min(piece.at + piece.length, to) - piece.at - skipped
  const at = piece.at + skipped - from
  if (piece.length !== piece.end - piece.start) return { at, length, start: piece.start, end: piece.end }
  return { at, length, start: piece.start + skipped, end: piece.start + skipped + length }
}

/** The first piece that reaches beyond `unit`. */
function pieceAt(pieces: readonly Piece[], unit: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces.at(middle)!
    if (piece.at + piece.length <= unit) low = middle + 1
    else high = middle
  }
  return low
}
