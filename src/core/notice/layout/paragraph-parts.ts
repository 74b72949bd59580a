import { readMark, type NumberMark } from './numbering.ts'
import { isHeadingLike, readSectionHeading } from './section-heading.ts'
import { splitCriteria } from './split-criteria.ts'
import { splitNumbered } from './split-numbered.ts'
import { slice, trim, type TracedText } from './traced-text.ts'
import { startsNote } from './wrapped-lines.ts'

export interface ParagraphPart {
  /** With its mark. */
  readonly text: TracedText
  readonly mark: NumberMark | null
}

/** 一、服务事项（5分）1、…；2、… in one paragraph is a heading and its sentences. */
export function partsOfParagraph(paragraph: TracedText): ParagraphPart[] {
  if (startsNote(paragraph.text)) return [{ text: paragraph, mark: null }]
  const { lead, parts } = splitCriteria(paragraph)
  const first = lead ? [{ text: lead, mark: null }] : []
  return [
    ...first,
    ...parts.flatMap(({ mark, from, to }) => {
      const text = trim(slice(paragraph, from, to))
      return mark || parts.length === 1 ? withHeadApart(text, mark) : [{ text, mark }]
    }),
  ]
}

function withHeadApart(text: TracedText, mark: NumberMark | null): ParagraphPart[] {
  const end = mark ? (readMark(text.text, 0)?.end ?? 0) : 0
  const inner = splitNumbered(slice(text, end))
  const head = inner.lead
  if (!head || !isHeadingLike(head.text) || readSectionHeading(head).points === null) return [{ text, mark }]
  return [
    { text: trim(slice(text, 0, end + inner.parts.at(0)!.from)), mark },
    ...inner.parts.flatMap((part) => {
      const inside = trim(slice(text, end + part.from, end + part.to))
      return [{ text: inside, mark: part.mark && readMark(inside.text, 0) }]
    }),
  ]
}
