import { useSearchParams } from 'react-router'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import './notices.css'
import { noticesText } from './notices-text.ts'
import { OpenAssessmentForm } from './open-assessment-form.tsx'

/** Opens an assessment over the rubric that the address names. */
export function OpenPage() {
  const text = useText(noticesText)
  const [search] = useSearchParams()
  const { answer, problem, renew } = useAnswer('listRubrics', {})
  const rubric = answer?.rubrics.find(({ rubricDigest }) => rubricDigest === search.get('rubric')) ?? null
  useTitle(text.openTitle)
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.openTitle}</h1>
          {rubric === null ? null : (
            <p className="lead">
              {text.rubricOf} {rubric.title} {rubric.noticeNumber}
            </p>
          )}
        </div>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer !== null && rubric === null ? <p className="lead">{text.noSuchRubric}</p> : null}
      {rubric === null ? null : <OpenAssessmentForm rubricDigest={rubric.rubricDigest} />}
    </main>
  )
}
