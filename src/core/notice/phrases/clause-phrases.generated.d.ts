import type { Phrase } from './phrase.ts'

/** Made from `clause-phrases.peggy` by `npm run grammar`. Takes normalised text; never refuses any. */
export function parse(text: string): Phrase[]
