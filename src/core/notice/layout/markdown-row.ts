import { slice, type TracedText } from './traced-text.ts'

/** The cells of `| a | b |`. An escaped `\|` belongs to its cell. */
export function splitPipes(line: TracedText): TracedText[] {
  const cells: TracedText[] = []
  const { text } = line
  let from = text.startsWith('|') ? 1 : 0
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '|') {
      cells.push(slice(line, from, at))
      from = at + 1
      if (cells.length >= MOST_CELLS) break
    }
  }
  if (from < text.length) cells.push(slice(line, from))
  return cells
}

/** `|---|:--:|` under the names of the columns. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && /^[|:\-\s]+$/.test(text)
}

const MOST_CELLS = 200
