/** A text as its pairs of neighboring characters, each with how often it occurs; `size` is how many there are in all. */
export interface TextPieces {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

export function textPieces(text: string): TextPieces {
  const counts = new Map<string, number>()
  const wording = comparable(text)
  for (let place = 0; place + 1 < wording.length; place += 1) {
    const piece = wording.slice(place, place + 2)
    counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return { counts, size: Math.max(0, wording.length - 1) }
}

/** Pieces in common, each as often as both have it. */
export function sharedPieces(one: TextPieces, other: TextPieces): number {
  let shared = 0
  for (const [piece, count] of one.counts) shared += Math.min(count, other.counts.get(piece) ?? 0)
  return shared
}

/** The wording without white space, width, punctuation at the ends of sentences and the figures themselves. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\d+(?:\.\d+)?/gu, '#')
    .replaceAll(/[\s。；;，,、:：]/gu, '')
}
