import { useEffect, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import type { Digest } from '../../../../core/ledger/chain.ts'
import { call, type Asked } from '../../../client/call.ts'
import type { Problem } from '../../../client/problem.ts'
import { useSession } from '../../../client/session.tsx'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import '../../notices/notices.css'
import type { Version } from '../../notices/version-choice.tsx'
import './next-year.css'
import { NextYearResult } from './next-year-result.tsx'
import type { NextYear } from './next-year-tables.tsx'
import { nextYearText } from './next-year-text.ts'
import { NoticeChoice } from './notice-choice.tsx'

type Body = Asked<'readNextYear'>['body']

interface Result {
  readonly nextYear: NextYear
  readonly asked: Body
}

/** This year under another notice. An adopted one stands in the address, so that what is seen can be shared. */
export function NextYearTab() {
  const text = useText(nextYearText)
  const { csrfToken } = useSession()
  const { assessmentId = '' } = useParams()
  const params = { assessmentId: assessmentId as AssessmentId }
  const [search, setSearch] = useSearchParams()
  const [version, setVersion] = useState<Version>({ digest: search.get('notice'), text: '' })
  const [result, setResult] = useState<Result | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isWorking, setWorking] = useState(false)
  const list = useAnswer('listRubrics', {})
  const assessment = useAnswer('readAssessment', { params })
  const begun = useRef(false)

  const send = async () => {
    const { digest, text: source } = version
    const asked: Body =
      digest === null ? { rubricDigest: null, notice: source } : { rubricDigest: digest as Digest, notice: null }
    setProblem(null)
    setWorking(true)
    const told = await call('readNextYear', { params, body: asked }, { csrfToken })
    setWorking(false)
    setSearch(digest === null ? {} : { notice: digest }, { replace: true })
    if (!told.ok) return setProblem(told.problem)
    setResult({ nextYear: told.value.nextYear, asked })
  }
  useEffect(() => {
    if (begun.current || version.digest === null) return
    begun.current = true
    void send()
  })
  return (
    <div className="next-year">
      <p className="cap">{text.intro}</p>
      {list.problem === null ? null : <ProblemNotice problem={list.problem} onAgain={list.renew} />}
      <NoticeChoice
        version={version}
        rubrics={list.answer?.rubrics ?? []}
        current={assessment.answer?.rubricDigest ?? null}
        isWorking={isWorking}
        onChange={(next) => {
          begun.current = true
          setVersion(next)
        }}
        onSend={() => void send()}
      />
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={() => void send()} />}
      {result === null ? <p className="note">{isWorking ? text.working : text.empty}</p> : null}
      {result === null ? null : (
        <NextYearResult nextYear={result.nextYear} assessmentId={params.assessmentId} asked={result.asked} />
      )}
    </div>
  )
}
