import { Link, useLocation } from 'react-router'
import { formatPoints } from '../../../core/kernel/points.ts'
import { sizeText } from '../../score-sheet/moved-lines.tsx'
import type { ExplainedSections, Section, SectionScore } from '../../score-sheet/sheet-answer.ts'
import { useText } from '../../text/language.tsx'
import { sheetText } from './sheet-text.ts'

/** `20 − 0.5×3 − 1 =`, each term with its clause under it and leading to where it comes from. The result stands in the next column. */
export function SectionArithmetic({
  section,
  score,
  explained,
  names,
  opened,
}: {
  readonly section: Section
  readonly score: SectionScore
  readonly explained: ExplainedSections[number]
  readonly names: ReadonlyMap<string, string>
  readonly opened: readonly string[]
}) {
  const text = useText(sheetText)
  const { search } = useLocation()
  const { start, clauses, adjustments } = explained
  const held = score.adjustments.flatMap(({ effect }, at) => (effect === 0 ? [] : [{ effect, words: adjustments[at] }]))
  const isBare = clauses.every(({ terms }) => terms.length === 0) && held.length === 0
  const hasStart = section.maxPoints !== null || start !== 0
  return (
    <div className="eq">
      {hasStart ? (
        <span className="t">
          <b>{formatPoints(start)}</b>
          <small>{isBare ? text.nothingLost : text.fullCaption}</small>
        </span>
      ) : isBare ? (
        <span className="t">
          <b>0</b>
          <small>{text.nothingMoved}</small>
        </span>
      ) : null}
      {clauses.flatMap(({ clauseId, terms }) =>
        terms.map(({ amount, times }) => (
          <span className="term" key={`${clauseId} ${amount}`}>
            <Operator amount={amount} />
            <Link
              className={`t ${amount < 0 ? 'lost' : 'gained'}${opened.includes(clauseId) ? ' on' : ''}`}
              to={{ search, hash: clauseId }}
              aria-label={text.term(`${sizeText(amount, times)} ${names.get(clauseId) ?? clauseId}`)}
              preventScrollReset
            >
              <b>{sizeText(amount, times)}</b>
              <small className="ref">{names.get(clauseId) ?? clauseId}</small>
            </Link>
          </span>
        )),
      )}
      {held.map(({ effect, words }) => (
        <span className="term" key={words}>
          <Operator amount={effect} />
          <span className="t">
            <b>{sizeText(effect, 1)}</b>
            <small>{words}</small>
          </span>
        </span>
      ))}
      <i className="op">=</i>
    </div>
  )
}

function Operator({ amount }: { readonly amount: number }) {
  return <i className={`op ${amount < 0 ? 'lost' : 'gained'}`}>{amount < 0 ? '−' : '+'}</i>
}
