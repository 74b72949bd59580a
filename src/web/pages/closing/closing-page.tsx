import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useMay } from '../../client/session.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { dayWords } from '../../ui/day-words.ts'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { Assessment, Seal } from './closing-answers.ts'
import { ClosingActs } from './closing-acts.tsx'
import './closing.css'
import { closingText } from './closing-text.ts'
import { Exports } from './exports.tsx'
import { ReadinessList } from './readiness-list.tsx'
import { SealedSheets } from './sealed-sheets.tsx'
import { StageLine } from './stage-line.tsx'

/** The end of a year: what is left, then closing, sealing, publishing, and what is handed out. */
export function ClosingPage() {
  const text = useText(closingText)
  const may = useMay()
  const { assessmentId = '' } = useParams()
  const params = { assessmentId: id<AssessmentId>(assessmentId) }
  const whole = useAnswer('readAssessment', { params })
  const readiness = useAnswer('checkReadiness', { params })
  const { answer: sealed } = useAnswer('readSeal', { params })
  const problem = whole.problem ?? readiness.problem
  useTitle(text.title)
  const { answer: assessment } = whole
  const isOpen = assessment?.stage === 'running' || assessment?.stage === 'closed'
  return (
    <main className="wrap closing">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {assessment === null ? null : (
            <Lead assessment={assessment} blocking={readiness.answer?.blocking ?? null} seal={sealed?.seal ?? null} />
          )}
        </div>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={readiness.renew} />}
      {assessment === null ? null : (
        <>
          <StageLine stage={assessment.stage} />
          {readiness.answer === null ? null : (
            <ClosingActs assessment={assessment} blocking={readiness.answer.blocking} />
          )}
          {sealed?.seal ? <SealedSheets assessmentId={assessment.assessmentId} seal={sealed.seal} /> : null}
        </>
      )}
      {isOpen && readiness.answer !== null ? <ReadinessList readiness={readiness.answer} /> : null}
      {assessment === null || readiness.answer === null ? <Waiting rows={8} /> : null}
      {assessment !== null && may('bundle.export') ? <Exports assessment={assessment} /> : null}
    </main>
  )
}

function Lead({
  assessment: { stage, periodTo },
  blocking,
  seal,
}: {
  readonly assessment: Assessment
  readonly blocking: number | null
  readonly seal: Seal | null
}) {
  const text = useText(closingText)
  const language = useLanguage()
  const day = (time: string | null) => (time === null ? '' : dayWords(time.slice(0, 10), language))
  const sentence =
    stage === 'running'
      ? text.leadRunning(day(periodTo))
      : stage === 'closed'
        ? blocking === null
          ? null
          : text.leadClosed(blocking)
        : seal === null
          ? null
          : stage === 'sealed'
            ? text.leadSealed(day(seal.at))
            : text.leadPublished(day(seal.publishedAt))
  return <p className="lead">{sentence}</p>
}
