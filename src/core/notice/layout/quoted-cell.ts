import { concat, slice, type TracedText } from './traced-text.ts'

/** A cell with line breaks as a spreadsheet copies it: in quotation marks, with its own marks doubled. */
export function unquote(cell: TracedText): TracedText {
  const { text } = cell
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return cell
  const inner = slice(cell, 1, text.length - 1)
  const doubled = Array.from(inner.text.matchAll(/"+/g), ({ 0: marks, index }) => ({ index, count: marks.length }))
  if (doubled.some(({ count }) => count % 2 === 1)) return cell
  const kept: TracedText[] = []
  let at = 0
  for (const { index, count } of doubled) {
    kept.push(slice(inner, at, index + count / 2))
    at = index + count
  }
  return kept.length === 0 ? inner : concat([...kept, slice(inner, at)])
}
