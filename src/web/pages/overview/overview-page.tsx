import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useLive } from '../../client/use-live.ts'
import { useText } from '../../text/language.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { scaleOf } from '../../ui/beam.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { AsOf } from './as-of.tsx'
import { CenterPages, useCenterPage } from './center-pages.tsx'
import { HeatKey } from './heat-key.tsx'
import { HeatMap } from './heat-map.tsx'
import { LeadSentence } from './lead-sentence.tsx'
import { overviewText } from './overview-text.ts'
import { RankingKey } from './ranking-key.tsx'
import { RankingTable } from './ranking-table.tsx'
import { RecentChanges } from './recent-changes.tsx'
import { TodoList } from './todo-list.tsx'
import { TrendSection } from './trend-section.tsx'
import { useLook } from './use-look.ts'
import './overview.css'

export function OverviewPage() {
  const text = useText(overviewText)
  const assessmentId = id<AssessmentId>(useParams()['assessmentId'] ?? '')
  const { clocks, search, lookAt } = useLook()
  const { answer, problem, renew, readAt, isStale } = useAnswer('readOverview', {
    params: { assessmentId },
    query: clocks ?? {},
  })
  const isNow = clocks === null && answer !== null && answer.clocks === null
  const live = useLive(assessmentId, isNow ? answer.head.seq : null)
  useTitle(text.title)
  return (
    <main className="wrap overview">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {answer === null || answer.ranked.length === 0 ? null : <LeadSentence overview={answer} />}
        </div>
        {answer === null ? null : (
          <AsOf
            now={answer.now}
            readAt={readAt}
            live={live}
            day={clocks?.knownBy ?? null}
            isStale={isStale}
            onDay={lookAt}
          />
        )}
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      <div className="overview-columns">
        <div>
          {answer === null && problem === null ? <Waiting rows={11} /> : null}
          {answer === null ? null : <Centers overview={answer} assessmentId={assessmentId} search={search} />}
        </div>
        {answer === null && problem !== null ? null : (
          <aside>
            <TodoList assessmentId={assessmentId} />
            <TrendSection assessmentId={assessmentId} day={clocks?.knownBy ?? null} />
            {clocks === null ? <RecentChanges assessmentId={assessmentId} /> : null}
          </aside>
        )}
      </div>
    </main>
  )
}

function Centers({
  overview: { ranked, sections, counts, clocks },
  assessmentId,
  search,
}: {
  readonly overview: Answered<'readOverview'>
  readonly assessmentId: AssessmentId
  readonly search: string
}) {
  const text = useText(overviewText)
  const page = useCenterPage(ranked)
  const scale = useMemo(() => scaleOf(ranked.flatMap(({ score, interval }) => [score, ...interval])), [ranked])
  const sheetOf = (centerId: string) => `/assessments/${assessmentId}/sheets/${encodeURIComponent(centerId)}${search}`
  const shown = { rows: page.rows, of: clocks?.knownBy ?? '', sheetOf }
  if (ranked.length === 0)
    return (
      <p className="overview-none">
        {text.noCenters}
        <Link to={`/assessments/${assessmentId}/closing`}>{text.enroll}</Link>
      </p>
    )
  return (
    <>
      <section aria-labelledby="overview-ranking">
        <div className="sec-head">
          <h2 id="overview-ranking">{text.ranking}</h2>
          <span className="cap">{text.rankingCap}</span>
          <DocumentMenu
            operation="readRankingDocument"
            asked={(form) => ({ params: { assessmentId }, query: { form, ...clocks } })}
          />
        </div>
        <CenterPages page={page} />
        <RankingTable scale={scale} {...shown} />
        <RankingKey open={counts.open} />
      </section>
      <section aria-labelledby="overview-heat">
        <div className="sec-head">
          <h2 id="overview-heat">{text.heat}</h2>
          <span className="cap">{text.heatCap}</span>
        </div>
        <CenterPages page={page} />
        <HeatMap sections={sections} {...shown} />
        <HeatKey sections={sections} />
      </section>
    </>
  )
}
