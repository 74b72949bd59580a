import { normalise, type NormalText } from '../normalise.ts'
import { parse } from './clause-phrases.generated.js'
import type { Phrase } from './phrase.ts'

/** A text in the form that the grammar reads, with the phrases found in it; offsets are of the normalised form. */
export interface ParsedText {
  readonly normal: NormalText
  readonly phrases: readonly Phrase[]
}

/** Parts texts that are parsed together; the grammar ends every phrase at it. */
const BORDER = '\u0001'
/** Making a parser costs as much as reading a sentence, so texts are read this many at a time. */
const BATCH = 64

export function parsePhrases(original: string): readonly Phrase[] {
  return parseTexts([original])[0]?.phrases ?? []
}

export function parseTexts(originals: readonly string[]): ParsedText[] {
  const parsed: ParsedText[] = []
  for (let from = 0; from < originals.length; from += BATCH) {
    const normals = originals.slice(from, from + BATCH).map((original) => normalise(original.replaceAll(BORDER, ' ')))
    const phrases = parse(normals.map(({ text }) => text).join(BORDER))
    let place = 0
    let start = 0
    for (const normal of normals) {
      const end = start + normal.text.length
      const own: Phrase[] = []
      for (let phrase = phrases[place]; phrase && phrase.end <= end; phrase = phrases[++place])
        own.push(start === 0 ? phrase : { ...phrase, start: phrase.start - start, end: phrase.end - start })
      parsed.push({ normal, phrases: own })
      start = end + BORDER.length
      place += 1
    }
  }
  return parsed
}
