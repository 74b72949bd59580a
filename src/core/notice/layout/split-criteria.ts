import { slice, trim, type TracedText } from './traced-text.ts'
import { hasFigure, hasPrice, pricesWhatStandsBefore } from './price-words.ts'
import { splitNumbered, wholePart, type NumberedPart, type NumberedText } from './split-numbered.ts'

/**
 * The criteria that a cell or a paragraph holds. A list within a sentence is one: its price heads it (有下列情形的每起扣
 * 1分：(1)…(2)…) or follows it ((1)…(2)…出现上列情形之一的每项扣10分).
 */
export function splitCriteria(whole: TracedText): NumberedText {
  const { lead, parts } = splitNumbered(whole)
  const priced = parts.filter(({ text }) => hasPrice(text.text)).length
  if (lead) {
    if (priced < parts.length || parts.length === 1) return { lead: null, parts: [wholePart(whole)] }
    if (!hasFigure(lead.text)) return { lead, parts }
    return { lead: null, parts: [{ ...wholePart(lead), to: parts.at(0)!.from }, ...parts] }
  }
  if (priced === parts.length || priced === 0) return { lead, parts }
  return { lead, parts: mergeLists(whole, parts) }
}

function mergeLists(whole: TracedText, parts: readonly NumberedPart[]): NumberedPart[] {
  const merged: NumberedPart[] = []
  let unpriced: NumberedPart[] = []
  for (const part of parts) {
    if (!hasPrice(part.text.text)) {
      unpriced.push(part)
      continue
    }
    if (unpriced.length > 0 && pricesWhatStandsBefore(part.text.text)) merged.push(joined(whole, unpriced.at(0)!, part))
    else for (const single of [...unpriced, part]) merged.push(single)
    unpriced = []
  }
  return [...merged, ...unpriced]
}

function joined(whole: TracedText, first: NumberedPart, last: NumberedPart): NumberedPart {
  const isAll = last.to === whole.text.length && trim(slice(whole, 0, first.from)).text === ''
  if (isAll) return wholePart(whole)
  const mark = first.mark
  return { mark, text: trim(slice(whole, mark?.end ?? first.from, last.to)), from: first.from, to: last.to }
}
