import { createContext, use, useCallback, useState, type ReactNode } from 'react'

type Say = (sentence: string) => void

const NewsContext = createContext<Say>(() => undefined)

/** What happened after a press, for those who do not see the page change: read out, never only shown. */
export function LiveNews({ children }: { readonly children: ReactNode }) {
  const [sentence, setSentence] = useState('')
  const say = useCallback<Say>((said) => setSentence((before) => (before === said ? `${said}\u200b` : said)), [])
  return (
    <NewsContext value={say}>
      {children}
      <div className="vh" role="status" aria-live="polite">
        {sentence}
      </div>
    </NewsContext>
  )
}

export function useSay(): Say {
  return use(NewsContext)
}
