import { slice, type TracedText } from './traced-text.ts'

/** The level of `## heading`; 0 for other lines. */
export function headingLevel(text: string): number {
  return /^#{1,6}(?=[^#])/.exec(text)?.[0].length ?? 0
}

/** The length of a bullet or of the sign of a quotation in front of a line. `- 1分` is a price. */
export function bulletLength(text: string): number {
  const match = /^(?:[-*+]\s+(?!\d+(?:\.\d+)?\s{0,3}分)|[•●◆■▪]\s*|>\s?)/.exec(text)
  return match?.[0].length ?? 0
}

/** `---`, `***` and the fences of code. */
export function isRule(text: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,}|={3,}|`{3,}\w*|~{3,}\w*)$/.test(text)
}

/** `|---|:--:|` under the names of the columns. */
export function isDelimiterRow(text: string): boolean {
  return text.includes('-') && text.includes('|') && /^[|:\-\s]+$/.test(text)
}

/** The cells of `| a | b |`. An escaped `\|` belongs to its cell. */
export function splitPipes(line: TracedText): TracedText[] {
  const cells: TracedText[] = []
  const { text } = line
  let from = text.startsWith('|') ? 1 : 0
  for (let at = from; at < text.length && cells.length < MOST_CELLS; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '|') {
      cells.push(slice(line, from, at))
      from = at + 1
    }
  }
  if (from < text.length) cells.push(slice(line, from))
  return cells
}

const MOST_CELLS = 200
