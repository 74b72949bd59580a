import { Brand } from '../../frame/brand.tsx'
import { Looks } from '../../frame/masthead.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { dayWords } from '../../ui/day-words.ts'
import type { PublicResults } from './published-here.ts'
import { publicText } from './public-text.ts'

/** Whose page it is and since when; no way into the office. */
export function PublicHead({ results }: { readonly results: PublicResults | null }) {
  const text = useText(publicText)
  const language = useLanguage()
  return (
    <header className="public-head">
      <div className="wrap">
        <span className="brand">
          <Brand />
          {text.brand}
        </span>
        {results === null ? null : (
          <>
            <span>{results.districtName}</span>
            <span className="public-since">{text.publishedOn(dayWords(results.publishedOn, language))}</span>
          </>
        )}
        <span className="who no-print">
          <Looks />
        </span>
      </div>
    </header>
  )
}
