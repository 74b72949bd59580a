import { splitAt, type ChecklistEntry } from './checklist.ts'

/** 扣0.5分, 扣1-3分 */
const PRICE = /(\u6263[\d.\-–—~～\u81f3]+\u5206)/

/** The notice's own sentence with the clause marked in it; only what costs points is red. */
export function ClauseQuote({ entry: { clause, criterion, label } }: { readonly entry: ChecklistEntry }) {
  const [before, quoted, after] = splitAt(criterion.text, clause.quote)
  return (
    <blockquote className="insp-quote">
      <span className="ref">{label}</span>
      {before}
      <em>
        <Priced words={quoted} />
      </em>
      {after}
    </blockquote>
  )
}

/** The price in red, and never broken over two lines. */
export function Priced({ words }: { readonly words: string }) {
  return words.split(PRICE).map((part, place) =>
    place % 2 === 1 ? (
      <span key={place} className="nw lost">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
