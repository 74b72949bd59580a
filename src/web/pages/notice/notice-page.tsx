import { Segmented } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { id, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import './notice.css'
import './notice-margin.css'
import { CorrectionsMade } from './corrections-made.tsx'
import { numbered } from './margin-questions.ts'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { NoticeLead } from './notice-lead.tsx'
import { NoticeReading } from './notice-reading.tsx'
import { noticeText } from './notice-text.ts'

/** The notice as the way in: its text as a document, and beside it what was read and what is open. */
export function NoticePage() {
  const text = useText(noticeText)
  const may = useMay()
  const { assessmentId: given } = useParams()
  const assessmentId = id<AssessmentId>(given ?? '')
  const params = { assessmentId }
  const [view, setView] = useState<'both' | 'wording'>('both')
  const assessment = useAnswer('readAssessment', { params })
  const adopted = useAnswer('readRubric', { params })
  useTitle(text.title)
  const problem = assessment.problem ?? adopted.problem
  const questions = numbered(assessment.answer?.questions ?? [])
  const { answer } = adopted
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          {answer === null ? null : <NoticeLead rubric={answer.rubric} questions={questions} />}
        </div>
        <div className="notice-views no-print">
          {questions.length === 0 ? null : (
            <DocumentMenu
              operation="readRegisterDocument"
              label={text.register}
              asked={(form) => ({ params, query: { form } })}
            />
          )}
          <Segmented
            aria-label={text.views}
            value={view}
            onChange={(chosen) => setView(chosen)}
            options={[
              { value: 'both' as const, label: text.both },
              { value: 'wording' as const, label: text.wording },
            ]}
          />
          <Link to={`/notices/compare?before=${assessment.answer?.rubricDigest ?? ''}`}>{text.compare}</Link>
          {may('rubric.adopt') ? <Link to="/notices/new">{text.compileNew}</Link> : null}
        </div>
      </div>
      {problem === null ? null : (
        <ProblemNotice
          problem={problem}
          onAgain={() => {
            assessment.renew()
            adopted.renew()
          }}
        />
      )}
      {answer === null || assessment.answer === null ? (
        problem === null ? (
          <Waiting rows={12} />
        ) : null
      ) : (
        <>
          <NoticeReading
            assessmentId={assessmentId}
            rubric={answer.rubric}
            source={answer.notice}
            questions={questions}
            isPlain={view === 'wording'}
            takesAnswers={assessment.answer.stage === 'running' || assessment.answer.stage === 'closed'}
          />
          <CorrectionsMade rubric={answer.rubric} source={answer.notice} />
          <p className="notice-facts cap">
            <span>{text.rubricName(answer.rubric.id)}</span>
            <code title={assessment.answer.rubricDigest}>
              {text.digest(assessment.answer.rubricDigest.replace(/^(.{4})(.{4}).*(.{4})$/, '$1 $2 … $3'))}
            </code>
          </p>
        </>
      )}
    </main>
  )
}
