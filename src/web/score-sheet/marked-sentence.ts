/** A piece of a sentence of the notice, in its order; all pieces together are the sentence. */
export interface SentencePiece {
  readonly text: string
  /** The clause whose wording it is; null between clauses. */
  readonly clauseId: string | null
}

/** Where each clause stands in the sentence. A clause that is not found as it is quoted marks nothing, and nothing is lost. */
export function piecesOf(
  sentence: string,
  clauses: readonly { readonly id: string; readonly quote: string }[],
): readonly SentencePiece[] {
  const pieces: SentencePiece[] = []
  let place = 0
  for (const { id, quote } of clauses) {
    const at = quote === '' ? -1 : sentence.indexOf(quote, place)
    if (at < 0) continue
    if (at > place) pieces.push({ text: sentence.slice(place, at), clauseId: null })
    pieces.push({ text: quote, clauseId: id })
    place = at + quote.length
  }
  if (place < sentence.length) pieces.push({ text: sentence.slice(place), clauseId: null })
  return pieces
}
