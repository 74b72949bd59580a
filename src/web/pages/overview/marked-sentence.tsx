import { marked } from './marked.ts'

export function MarkedSentence({ sentence }: { readonly sentence: string }) {
  return marked(sentence).map(({ text, kind }, place) => {
    if (kind === 'plain') return text
    return (
      <b key={`${place} ${text}`} className={kind === 'open' ? 'open nw' : 'nw'}>
        {text}
      </b>
    )
  })
}
