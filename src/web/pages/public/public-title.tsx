import { useLanguage, useText } from '../../text/language.tsx'
import { dayWords } from '../../ui/day-words.ts'
import { SealMark } from '../../ui/seal-mark.tsx'
import type { PublicResults } from './published-here.ts'
import { publicText } from './public-text.ts'

export function PublicTitle({ results }: { readonly results: PublicResults }) {
  const text = useText(publicText)
  const language = useLanguage()
  const { title, noticeNumber, periodFrom, periodTo, sealedOn, statement } = results
  const day = (date: string) => dayWords(date, language)
  return (
    <div className="public-title">
      <h1>
        {title}
        <br />
        {text.results}
      </h1>
      <p>
        {periodFrom === null || periodTo === null ? null : (
          <span className="nw">{text.period(day(periodFrom), day(periodTo))}</span>
        )}{' '}
        {noticeNumber === null ? null : <span className="nw">{text.basis(noticeNumber)}</span>}{' '}
        <span className="nw">{text.sealedOn(day(sealedOn))}</span>
      </p>
      <p className="public-statement">{statement}</p>
      <SealMark label={text.sealLabel(day(sealedOn))} />
    </div>
  )
}
