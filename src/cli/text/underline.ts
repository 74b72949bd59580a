import type { SourceSpan } from '../../core/kernel/source-span.ts'
import { displayWidth } from './display-width.ts'
import { wrap } from './wrap.ts'

/** A line of the excerpt and the marks that stand under it; `marks` is empty where nothing of the place is in the line. */
export interface UnderlinedLine {
  readonly text: string
  readonly marks: string
}

/** Longer sentences are shown around the place only. */
const LONGEST = 240

/**
 * The sentence that holds `place`, wrapped to `columns`, with carets under the place. Carets follow the width of what
 * stands above them: two under a Chinese character. An empty place gets one caret where it stands.
 */
export function underline(source: string, place: SourceSpan, columns: number): UnderlinedLine[] {
  const start = clamp(place.start, source.length)
  const end = Math.max(start, clamp(place.end, source.length))
  const sentence = sentenceAround(source, start, end)
  // Each stands for one UTF-16 unit, so that offsets keep their meaning.
  const shown = source.slice(sentence.start, sentence.end).replaceAll(/[\t\u00a0\p{Cc}]/gu, ' ')
  const from = start - sentence.start
  const to = Math.min(Math.max(end, start + 1), sentence.end) - sentence.start
  return wrap(shown, columns).map((line) => {
    const first = Math.max(from, line.start)
    const last = Math.min(to, line.end)
    if (first >= last) return { text: line.text, marks: emptyPlaceMark(from, to, line.end, line.text) }
    const before = displayWidth(shown.slice(line.start, first))
    const under = Math.max(1, displayWidth(shown.slice(first, last)))
    return { text: line.text, marks: ' '.repeat(before) + '^'.repeat(under) }
  })
}

function emptyPlaceMark(from: number, to: number, lineEnd: number, text: string): string {
  return from >= to && from === lineEnd ? `${' '.repeat(displayWidth(text))}^` : ''
}

const STOP = /[。；;\t\r\n<>|]/u

/** From stop to stop, but never more than `LONGEST` units: then as much of both sides as fits. */
function sentenceAround(source: string, start: number, end: number): SourceSpan {
  const last = Math.min(end, start + LONGEST, lineEnd(source, start, end))
  let from = start
  while (from > 0 && start - from < LONGEST / 2 && !STOP.test(source.charAt(from - 1))) from -= 1
  while (from < start && source.charAt(from).trim() === '') from += 1
  const after = Math.max(last, start)
  return { start: from, end: Math.max(from, stopAfter(source, after)) }
}

function stopAfter(source: string, place: number): number {
  if (place > 0 && /[。；;]/u.test(source.charAt(place - 1))) return place
  let to = place
  while (to < source.length && to - place < LONGEST / 2) {
    const next = source.charAt(to)
    if (/[。；;]/u.test(next)) return to + 1
    if (STOP.test(next)) break
    to += 1
  }
  return to
}

/** A place over several lines is shown by its first one that holds anything. */
function lineEnd(source: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1)
    if (/[\r\n]/u.test(source.charAt(at)) && source.slice(start, at).trim() !== '') return at
  return end
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length)
}
