import { slice, type TracedText } from './traced-text.ts'

/** How the row of names writes its lines: `| a | b |`, `a | b`, `a | b |`. */
export interface PipeForm {
  readonly width: number
  readonly opens: boolean
  readonly closes: boolean
}

/** The cells of `| a | b |` with the form of their row. An escaped `\|` belongs to its cell. */
export function splitPipes(line: TracedText, form: PipeForm | null): { cells: TracedText[]; form: PipeForm } {
  const parts = partsOf(line)
  const opens = parts.length > 1 && isEmpty(parts.at(0)!)
  const closes = parts.length > 1 && isEmpty(parts.at(-1)!)
  const from = opens && !isFirstCellEmpty(parts, form, closes) ? 1 : 0
  const to = closes && (form === null || form.closes || parts.length - from > form.width) ? -1 : undefined
  const cells = parts.slice(from, to)
  return { cells, form: form ?? { width: cells.length, opens, closes } }
}

/** ` | 按时办结 | 扣2分` below names without a pipe in front: the first cell is as above. */
function isFirstCellEmpty(parts: readonly TracedText[], form: PipeForm | null, closes: boolean): boolean {
  if (form === null || form.opens) return false
  return parts.length - (closes && (form.closes || parts.length > form.width) ? 1 : 0) <= form.width
}

function isEmpty({ text }: TracedText): boolean {
  return text.trim() === ''
}

function partsOf(line: TracedText): TracedText[] {
  const parts: TracedText[] = []
  const { text } = line
  let from = 0
  for (let at = 0; at < text.length && parts.length < MOST_CELLS; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '|') {
      parts.push(slice(line, from, at))
      from = at + 1
    }
  }
  parts.push(slice(line, from))
  return parts
}

const MOST_CELLS = 200
