import { parse } from './clause-phrases.generated.js'
import { normalise } from '../normalise.ts'
import type { Phrase } from './phrase.ts'

/** The phrases of a text as given, with offsets of its normalised form. */
export function parsePhrases(original: string): Phrase[] {
  return parseNormal(normalise(original).text)
}

export function parseNormal(text: string): Phrase[] {
  return parse(text)
}
