export interface MarkedPart {
  readonly text: string
  readonly kind: 'plain' | 'certain' | 'open'
}

/** A sentence of the catalogue in parts: `[…]` is certain and bold, `{…}` is open and amber. */
export function marked(sentence: string): readonly MarkedPart[] {
  return sentence.split(/(\[[^\]]*\]|\{[^}]*\})/).flatMap((text): MarkedPart[] => {
    if (text === '') return []
    if (text.startsWith('[')) return [{ text: text.slice(1, -1), kind: 'certain' }]
    if (text.startsWith('{')) return [{ text: text.slice(1, -1), kind: 'open' }]
    return [{ text, kind: 'plain' }]
  })
}
