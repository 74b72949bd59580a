import type { Phrase } from './phrase.ts'

/** Made from `grammar/*.peggy` by `npm run grammar`. Takes normalised text; never refuses any. */
export function parse(text: string): Phrase[]
