import { Link, Navigate, useParams } from 'react-router'
import { useMay, useSession } from '../client/session.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { frameText } from './frame-text.ts'
import { landingOf } from './navigation.ts'

/** An address without a page: the page of the person's work, in the assessment named, or that runs, or was the last. */
export function ToAssessment() {
  const { me } = useSession()
  const { assessmentId } = useParams()
  const { answer, problem } = useAnswer('listAssessments', assessmentId === undefined ? {} : null)
  if (me !== null && assessmentId !== undefined) return <Navigate to={landingOf(me, assessmentId)} replace />
  // A city has no assessment of its own, ever.
  if (me?.actions.includes('city.read') === true) return <Navigate to="/city" replace />
  if (problem !== null) return <ProblemNotice problem={problem} />
  if (answer === null) return <Waiting rows={6} />
  const [first] = [...answer.assessments].sort((one, other) => rank(one.stage) - rank(other.stage))
  if (first !== undefined && me !== null) return <Navigate to={landingOf(me, first.assessmentId)} replace />
  return <NoAssessment />
}

/** A new installation: each is told the step that is his or hers, and others whom they wait for. */
function NoAssessment() {
  const text = useText(frameText)
  const may = useMay()
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.overview}</h1>
          <p className="lead">
            {text.noAssessment}
            {may('rubric.adopt')
              ? text.noAssessmentNext
              : may('person.manage')
                ? text.noAssessmentPeople
                : text.noAssessmentWait}
          </p>
          {may('rubric.adopt') ? <Link to="/notices/new">{text.compileNotice}</Link> : null}{' '}
          {may('person.manage') ? <Link to="/administration/people">{text.addPeople}</Link> : null}
        </div>
      </div>
    </main>
  )
}

/** Where work is going on comes first. */
function rank(stage: string): number {
  return stage === 'running' ? 0 : 1
}
