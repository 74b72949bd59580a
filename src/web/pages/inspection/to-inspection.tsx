import { Navigate } from 'react-router'
import { useSession } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { inspectionText } from './inspection-text.ts'
import { LAST_INSPECTED } from './last-inspected.ts'

/** Where the installed page begins: the assessment that was inspected last, else the one that runs. */
export function ToInspection() {
  const text = useText(inspectionText)
  const { me } = useSession()
  const last = localStorage.getItem(LAST_INSPECTED)
  const { answer, problem } = useAnswer('listAssessments', last === null && me !== null ? {} : null)
  if (me === null) return <Navigate to="/sign-in?then=%2Finspection" replace />
  if (last !== null) return <Navigate to={`/assessments/${encodeURIComponent(last)}/inspection`} replace />
  if (problem !== null) return <ProblemNotice problem={problem} />
  if (answer === null) return <Waiting rows={6} />
  const running = answer.assessments.find(({ stage }) => stage === 'running') ?? answer.assessments[0]
  if (running === undefined) return <p className="lead">{text.noAssessment}</p>
  return <Navigate to={`/assessments/${encodeURIComponent(running.assessmentId)}/inspection`} replace />
}
