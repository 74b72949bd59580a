import { lazy, Suspense } from 'react'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { PlainDate } from '../../../core/kernel/plain-date.ts'
import { formatPoints } from '../../../core/kernel/points.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { overviewText } from './overview-text.ts'
import { TrendTable } from './trend-table.tsx'

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }))

/** Settled scores over time; `day` is the last one shown, null all. */
export function TrendSection({
  assessmentId,
  day,
}: {
  readonly assessmentId: AssessmentId
  readonly day: PlainDate | null
}) {
  const text = useText(overviewText)
  const query = day === null ? {} : { to: day }
  const { answer, problem, renew } = useAnswer('readTrend', { params: { assessmentId }, query })
  const said = answer === null ? null : saidOf(text, answer)
  return (
    <section aria-labelledby="overview-trend">
      <div className="sec-head">
        <h2 id="overview-trend">{text.trend}</h2>
        {answer === null || answer.from === null ? null : <span className="cap">{text.trendCap(answer.from)}</span>}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null && problem === null ? <Waiting rows={5} /> : null}
      {answer !== null && said === null ? <p className="overview-none">{text.noTrend}</p> : null}
      {answer === null || said === null ? null : (
        <>
          <figure className="overview-trend" role="img" aria-label={said}>
            <Suspense fallback={null}>
              <TrendChart trend={answer} />
            </Suspense>
          </figure>
          <TrendTable trend={answer} />
        </>
      )}
    </section>
  )
}

type Trend = NonNullable<ReturnType<typeof useAnswer<'readTrend'>>['answer']>

/** Null where there is nothing to draw: no center, or only one day. */
function saidOf(text: (typeof overviewText)['zh'], { centers, from, to, mean }: Trend): string | null {
  const [first] = mean
  const last = mean.at(-1)
  if (from === null || to === null || first === undefined || last === undefined || from === to) return null
  return text.trendSaid(centers.length, from, to, formatPoints(first.score), formatPoints(last.score))
}
