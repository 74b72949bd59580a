import { Link, Navigate } from 'react-router'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { frameText } from './frame-text.ts'

/** The address without a page: the assessment that runs, or the last one. */
export function ToAssessment() {
  const text = useText(frameText)
  const { answer, problem } = useAnswer('listAssessments', {})
  if (problem !== null) return <ProblemNotice problem={problem} />
  if (answer === null) return <Waiting rows={6} />
  const [first] = [...answer.assessments].sort((one, other) => rank(one.stage) - rank(other.stage))
  if (first !== undefined) return <Navigate to={`/assessments/${first.assessmentId}/overview`} replace />
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.overview}</h1>
          <p className="lead">
            {text.noAssessment}
            {text.noAssessmentNext}
          </p>
          <Link to="/notices/new">{text.compileNotice}</Link>
        </div>
      </div>
    </main>
  )
}

/** Where work is going on comes first. */
function rank(stage: string): number {
  return stage === 'running' ? 0 : 1
}
