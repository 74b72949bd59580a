import { Segmented } from 'antd'
import { useState } from 'react'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { AmountStrip, type RowsBy } from './amount-strip.tsx'
import { evennessText } from './evenness-text.ts'

type Evenness = Answered<'readEvenness'>
type Clause = Evenness['clauses'][number]

const ROWS_BY: readonly RowsBy[] = ['assessor', 'center', 'quarter', 'source']

/** Every clause that leaves its amount open: what it allows, and one dot a decision, in rows by whoever or whatever is asked. */
export function AmountsSection({
  assessmentId,
  clauses,
  counts: { decided, bonuses, varied, awaiting, reversed },
}: {
  readonly assessmentId: AssessmentId
  readonly clauses: readonly Clause[]
  readonly counts: Evenness['counts']
}) {
  const text = useText(evennessText)
  const [by, setBy] = useState<RowsBy>('assessor')
  return (
    <section aria-labelledby="evenness-amounts">
      <div className="sec-head">
        <h2 id="evenness-amounts">{text.amounts}</h2>
        {clauses.length === 0 ? null : <span className="cap">{text.amountsCap(decided, bonuses)}</span>}
      </div>
      {clauses.length === 0 ? (
        <p className="evenness-none">{text.noAmounts}</p>
      ) : (
        <>
          <div className="evenness-by no-print">
            <span className="cap">{text.rowsBy}</span>
            <Segmented
              aria-label={text.rowsBy}
              options={ROWS_BY.map((value) => ({ value, label: text[value] }))}
              value={by}
              onChange={setBy}
            />
          </div>
          {varied + awaiting + reversed === 0 ? null : <p className="cap">{text.apart(varied, awaiting, reversed)}</p>}
          <div className="evenness-strips">
            {clauses.map((clause) => (
              <article key={clause.clauseId} className="evenness-clause">
                <h3>
                  {clause.name} <span className="nw">{rangeOf(text, clause)}</span>
                  {clause.isBonus ? <span className="evenness-bonus">{text.bonus}</span> : null}
                </h3>
                <p className="evenness-quote">{clause.quote}</p>
                <AmountStrip assessmentId={assessmentId} clause={clause} by={by} />
              </article>
            ))}
          </div>
        </>
      )}
    </section>
  )
}

function rangeOf(text: (typeof evennessText)['zh'], { least, most }: Clause): string {
  return most === null ? text.noRange : text.range(formatPoints(least), formatPoints(most))
}
