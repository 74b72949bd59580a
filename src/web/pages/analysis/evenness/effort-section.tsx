import { Link } from 'react-router'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import { ComparisonList } from './comparison-list.tsx'
import { evennessText } from './evenness-text.ts'

type Effort = Answered<'readEvenness'>['efforts'][number]
type Comparison = Answered<'readEvenness'>['comparisons'][number]

/** Who looks more finds more: visits beside what they found, as dots and as a table. */
export function EffortSection({
  assessmentId,
  efforts,
  comparisons,
  note,
}: {
  readonly assessmentId: AssessmentId
  readonly efforts: readonly Effort[]
  readonly comparisons: readonly Comparison[]
  readonly note: string
}) {
  const text = useText(evennessText)
  const rows = efforts.toSorted((one, other) => other.visits - one.visits || other.found - one.found)
  const isAny = rows.some(({ visits }) => visits > 0)
  return (
    <section aria-labelledby="evenness-effort">
      <div className="sec-head">
        <h2 id="evenness-effort">{text.effort}</h2>
      </div>
      <p className="evenness-note">{note}</p>
      <Said comparisons={comparisons} />
      {isAny ? (
        <div className="evenness-effort">
          <Dots efforts={rows} />
          <StackTable
            rows={rows}
            keyOf={({ centerId }) => centerId}
            columns={[
              {
                head: text.ofCenter,
                cell: ({ centerId, centerName }) => (
                  <Link
                    to={`/assessments/${assessmentId}/findings?center=${encodeURIComponent(centerId)}&source=inspection`}
                  >
                    {centerName}
                  </Link>
                ),
                isName: true,
              },
              figure(text.visits, ({ visits }) => visits),
              figure(text.logged, ({ logged }) => logged),
              figure(text.found, ({ found }) => found),
              figure(text.rate, ({ found, visits }) =>
                visits === 0 ? '' : formatPoints(Math.round((100 * found) / visits)),
              ),
              figure(text.proven, ({ substantiated }) => substantiated),
            ]}
          />
        </div>
      ) : null}
    </section>
  )
}

/** What stands out is said; that nothing does is said once, with every center's sentence behind it. */
function Said({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const text = useText(evennessText)
  const rates = comparisons.filter(({ about }) => about === 'effort')
  const isAny = rates.some(({ verdict }) => verdict === 'unusual')
  return (
    <>
      <ComparisonList
        comparisons={comparisons.filter(({ about, verdict }) => about === 'looking' || verdict === 'unusual')}
      />
      {rates.length === 0 || isAny ? null : <p className="evenness-note">{text.ratesOrdinary(rates.length)}</p>}
      {rates.length === 0 ? null : (
        <details className="evenness-method">
          <summary>{text.ratesAll}</summary>
          <ComparisonList comparisons={rates} />
        </details>
      )}
    </>
  )
}

function figure(head: string, cell: (row: Effort) => string | number) {
  return { head, label: head, cell, className: 'r num' }
}

function Dots({ efforts }: { readonly efforts: readonly Effort[] }) {
  const text = useText(evennessText)
  const most = {
    visits: highest(efforts.map(({ visits }) => visits)),
    found: highest(efforts.map(({ found }) => found)),
  }
  return (
    <figure className="evenness-scatter" role="img" aria-label={text.effortSaid(efforts.length)}>
      <div className="evenness-plot">
        <span className="evenness-y is-top">{most.found}</span>
        <span className="evenness-y is-bottom">0</span>
        <span className="evenness-month" style={{ left: 0 }}>
          0
        </span>
        <span className="evenness-x">{most.visits}</span>
        {efforts.map(({ centerId, centerName, visits, found }) => (
          <i
            key={centerId}
            title={centerName}
            style={{ left: `${(100 * visits) / most.visits}%`, bottom: `${(100 * found) / most.found}%` }}
          />
        ))}
      </div>
      <figcaption aria-hidden="true">
        <span>{`↑ ${text.found}`}</span>
        <span>{`${text.visits} →`}</span>
      </figcaption>
    </figure>
  )
}

function highest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 1)
}
