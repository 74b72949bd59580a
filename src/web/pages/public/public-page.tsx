import { useParams, useSearchParams } from 'react-router'
import { id, type AssessmentId, type TenantId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import './public.css'
import type { PublicResults } from './published-here.ts'
import { PublicHead } from './public-head.tsx'
import { PublicRanking } from './public-ranking.tsx'
import { PublicSheet } from './public-sheet.tsx'
import { publicText } from './public-text.ts'
import { PublicTitle } from './public-title.tsx'
import { VerifyFiles } from './verify-files.tsx'

/** What is published, for anybody: no login, nothing of the office round it, no names of persons. */
export function PublicPage() {
  const text = useText(publicText)
  const { district = '', assessmentId = '' } = useParams()
  const params = { district: id<TenantId>(district), assessmentId: id<AssessmentId>(assessmentId) }
  const { answer, problem, isWaiting, renew } = useAnswer('readPublicResults', { params })
  useTitle(text.page)
  return (
    <>
      <PublicHead results={answer} />
      <main className="wrap">
        {problem === null ? null : problem.code === 'not-published' ? (
          <div className="head">
            <div>
              <h1>{text.missing}</h1>
              <p className="lead">{text.missingNext}</p>
            </div>
          </div>
        ) : (
          <ProblemNotice problem={problem} onAgain={renew} />
        )}
        {isWaiting ? <Waiting rows={11} /> : null}
        {answer === null || problem?.code === 'not-published' ? null : (
          <Results results={answer} district={district} assessmentId={assessmentId} />
        )}
      </main>
      {answer === null ? null : <Foot results={answer} district={district} assessmentId={assessmentId} />}
    </>
  )
}

interface Shown {
  readonly results: PublicResults
  readonly district: string
  readonly assessmentId: string
}

function Results({ results, district, assessmentId }: Shown) {
  const [search] = useSearchParams()
  const chosen = results.results.find(({ centerId }) => centerId === search.get('center')) ?? results.results[0]
  return (
    <>
      <PublicTitle results={results} />
      <PublicRanking results={results} chosenId={chosen?.centerId ?? null} />
      <div className="public-two">
        {chosen === undefined ? null : <PublicSheet results={results} result={chosen} />}
        <VerifyFiles published={{ ...results, district, assessmentId }} />
      </div>
    </>
  )
}

function Foot({ results: { sealedHead }, district, assessmentId }: Shown) {
  const text = useText(publicText)
  return (
    <footer className="foot">
      <div className="wrap">
        <span>{text.footNames}</span>
        <span>{text.footSeal(String(sealedHead.seq))}</span>
        <span className="code public-digest">{sealedHead.digest}</span>
        <a className="no-print" href={`/kiosk/${encodeURIComponent(district)}/${encodeURIComponent(assessmentId)}`}>
          {text.kiosk}
        </a>
      </div>
    </footer>
  )
}
