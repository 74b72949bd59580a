import { Link } from 'react-router'
import { gathered } from '../../../../core/analysis/evenness/discretion-groups.ts'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { formatPoints } from '../../../../core/kernel/points.ts'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { evennessText } from './evenness-text.ts'

type Clause = Answered<'readEvenness'>['clauses'][number]
type Case = Clause['cases'][number]
/** What makes a row. */
export type RowsBy = keyof Clause['groups']

/** A table whose middle column is a picture: each row's dots over what the clause allows, with its count and median beside. */
export function AmountStrip({
  assessmentId,
  clause,
  by,
}: {
  readonly assessmentId: AssessmentId
  readonly clause: Clause
  readonly by: RowsBy
}) {
  const text = useText(evennessText)
  const { cases, varied, groups } = clause
  const place = placer(clause)
  const shared = { assessmentId, clause, place }
  return (
    <table className="evenness-strip">
      <thead>
        <tr>
          <th scope="col">{text[HEADS[by]]}</th>
          <th scope="col" className="evenness-track">
            <span className="vh">{text.track}</span>
            <span className="axis" aria-hidden="true">
              {ticksOf(clause).map((tick) => (
                <span key={tick} style={{ left: place(tick) }}>
                  {formatPoints(tick)}
                </span>
              ))}
            </span>
          </th>
          <th scope="col" className="r">
            {text.count}
          </th>
          <th scope="col" className="r">
            {text.median}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups[by].map(({ name, count, median }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <Track {...shared} cases={cases.filter((one) => nameIn(one, by) === name)} isVaried={false} />
            <td className="r num">{count}</td>
            <td className="r num">{formatPoints(median)}</td>
          </tr>
        ))}
        {varied.length === 0 ? null : (
          <tr>
            <th scope="row">{text.varied}</th>
            <Track {...shared} cases={varied} isVaried />
            <td className="r num">{varied.length}</td>
            <td className="r num" />
          </tr>
        )}
      </tbody>
    </table>
  )
}

const HEADS = { assessor: 'ofAssessor', center: 'ofCenter', quarter: 'ofQuarter', source: 'ofSource' } as const

function Track({
  assessmentId,
  clause,
  place,
  cases,
  isVaried,
}: {
  readonly assessmentId: AssessmentId
  readonly clause: Clause
  readonly place: (points: number) => string
  readonly cases: readonly Case[]
  readonly isVaried: boolean
}) {
  const text = useText(evennessText)
  const base = `/assessments/${assessmentId}`
  const amounts = [...gathered(cases, ({ points }) => points)].sort(([one], [other]) => one - other)
  const all = clause.isBonus ? `${base}/bonuses` : `${base}/findings?clause=${encodeURIComponent(clause.clauseId)}`
  return (
    <td className="evenness-track">
      <div>
        <span className="evenness-rod" aria-hidden="true" />
        {amounts.map(([points, own]) => {
          const [only] = own
          const amount = formatPoints(points)
          const isOne = own.length === 1 && only !== undefined
          return (
            <Link
              key={points}
              to={isOne ? `${base}/${clause.isBonus ? 'bonuses' : 'findings'}/${encodeURIComponent(only.ref)}` : all}
              className={isVaried ? 'evenness-dot is-varied' : 'evenness-dot'}
              style={{ left: place(points) }}
              aria-label={isOne ? text.dot(only.number, amount) : text.dots(own.length, amount)}
              title={isOne ? text.dot(only.number, amount) : text.dots(own.length, amount)}
            >
              {isOne ? '' : own.length}
            </Link>
          )
        })}
      </div>
    </td>
  )
}

function nameIn({ assessor, centerName, quarter, source }: Case, by: RowsBy): string {
  return { assessor, center: centerName, quarter, source }[by]
}

/** Over the clause's range; where the notice gives none, from nothing to the highest that was decided. */
function endsOf({ least, most, cases, varied }: Clause): readonly [number, number] {
  if (most !== null) return [least, most]
  const highest = [...cases, ...varied].reduce((so, { points }) => Math.max(so, points), 0)
  return [0, Math.max(100, Math.ceil(highest / 100) * 100)]
}

function placer(clause: Clause): (points: number) => string {
  const [from, to] = endsOf(clause)
  return (points) => (from === to ? '50%' : `${(((points - from) / (to - from)) * 100).toFixed(2)}%`)
}

function ticksOf(clause: Clause): readonly number[] {
  const [from, to] = endsOf(clause)
  if (from === to) return [from]
  return to - from >= 100 && (to - from) % 100 === 0 && (to - from) / 100 <= 4
    ? Array.from({ length: (to - from) / 100 + 1 }, (_, at) => from + at * 100)
    : [from, to]
}
