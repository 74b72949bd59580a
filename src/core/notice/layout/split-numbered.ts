import { slice, trim, type TracedText } from './traced-text.ts'
import { readMark, type NumberMark } from './numbering.ts'

/** A numbered part of a text, from its mark to the next one's. `text` stands without the mark. */
export interface NumberedPart {
  readonly mark: NumberMark | null
  readonly text: TracedText
  readonly from: number
  readonly to: number
}

export interface NumberedText {
  /** What stands in front of the first number; null where there is nothing. */
  readonly lead: TracedText | null
  readonly parts: readonly NumberedPart[]
}

/** Parts a text at the numbers of its first kind; numbers of other kinds stay within their part. */
export function splitNumbered(whole: TracedText): NumberedText {
  const marks = marksOf(whole.text)
  if (marks.length === 0) return { lead: null, parts: [wholePart(whole)] }
  const lead = trim(slice(whole, 0, marks.at(0)!.at))
  const parts = marks.map(({ at, mark }, index) => {
    const to = marks[index + 1]?.at ?? whole.text.length
    return { mark, text: trim(slice(whole, mark.end, to)), from: at, to }
  })
  return { lead: lead.text === '' ? null : lead, parts }
}

export function wholePart(whole: TracedText): NumberedPart {
  return { mark: null, text: trim(whole), from: 0, to: whole.text.length }
}

interface PlacedMark {
  readonly at: number
  readonly mark: NumberMark
}

function marksOf(text: string): PlacedMark[] {
  const found: PlacedMark[] = []
  const tryAt = (at: number, isLineStart: boolean) => {
    const mark = readMark(text, at)
    if (mark && follows(found.at(-1), mark, at, { isLineStart, isAfterStop: isAfterStop(text, at) }))
      found.push({ at, mark })
  }
  const first = text.length - text.trimStart().length
  tryAt(first, true)
  for (const { index } of text.matchAll(BEFORE_MARK))
    if (index >= first && index + 1 >= (found.at(-1)?.mark.end ?? 0)) tryAt(index + 1, text[index] === '\n')
  return found
}

interface Standing {
  readonly isLineStart: boolean
  readonly isAfterStop: boolean
}

/**
 * Numbers within a line must count on; where a sentence has just ended a number or two may be missing (1、…。3、…), and at
 * the start of a line any slip in counting is forgiven.
 */
function follows(
  last: PlacedMark | undefined,
  mark: NumberMark,
  at: number,
  { isLineStart, isAfterStop }: Standing,
): boolean {
  if (!last) return isLineStart || mark.value === 1
  if (mark.kind !== last.mark.kind || at - last.mark.end < 2) return false
  const step = mark.value - last.mark.value
  return isLineStart || step === 1 || (isAfterStop && step > 1 && step <= 3)
}

function isAfterStop(text: string, at: number): boolean {
  return /[。；;]\s*$/.test(text.slice(Math.max(0, at - 4), at))
}

/** A sentence ends, then a number opens. （2） also counts behind a comma; 1、 there is an enumeration. */
const BEFORE_MARK =
  /[。；;！!？?：:.．…)）”\s](?=[\d０-９一二三四五六七八九十第(（①-⓿㈠-㈩Ⅰ-ⅫA-Z])|[，,、](?=[(（①-⓿㈠-㈩])/g
