import type { TracedText } from './traced-text.ts'

/** Visible text with the source offset of every UTF-16 unit: `offsets.length === text.length + 1`, the last is the end. Markup and entities are gone from `text`; text is NOT normalised otherwise. */
export interface MappedText {
  readonly text: string
  readonly offsets: Int32Array | readonly number[]
}

/** Writes out the offset of every unit. The units of an entity all stand where it begins. */
export function mapText({ text, pieces, start }: TracedText): MappedText {
  const offsets = new Int32Array(text.length + 1)
  let end = start
  for (const piece of pieces) {
    const step = isPlain(piece) ? 1 : 0
    for (let unit = 0; unit < piece.length; unit += 1) offsets[piece.at + unit] = piece.start + unit * step
    end = piece.end
  }
  offsets[text.length] = end
  return { text, offsets }
}

function isPlain({ length, start, end }: TracedText['pieces'][number]): boolean {
  return length === end - start
}
