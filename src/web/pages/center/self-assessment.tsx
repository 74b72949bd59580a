import { Button } from 'antd'
import { useState } from 'react'
import type { AssessmentId, CenterId } from '../../../core/kernel/identifiers.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { centerText } from './center-text.ts'
import { MarksForm } from './marks-form.tsx'
import { MarksTable } from './marks-table.tsx'

/** 自评 beside the office's marks. It moves no points. */
export function SelfAssessment({
  assessmentId,
  centerId,
}: {
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
}) {
  const text = useText(centerText)
  const may = useMay()
  const [mode, setMode] = useState<'sections' | 'criteria' | 'form'>('sections')
  const { answer, problem, renew } = useAnswer('readSelfAssessment', { params: { assessmentId, centerId } })
  const at = answer?.submittedAt ?? null
  return (
    <section id="center-marks" aria-labelledby="center-marks-head">
      <div className="sec-head">
        <h2 id="center-marks-head">{text.marks}</h2>
        <span className="cap">{at === null ? text.marksCap : text.markedAt(at.slice(0, 10))}</span>
      </div>
      {problem === null ? null : <ProblemNotice problem={problem} onAgain={renew} />}
      {answer === null ? problem === null ? <Waiting rows={10} /> : null : null}
      {answer === null ? null : (
        <>
          {at === null && mode !== 'form' ? <p className="center-none">{text.noMarks}</p> : null}
          <p className="center-go no-print">
            {mode === 'form' ? null : (
              <Button
                aria-pressed={mode === 'criteria'}
                onClick={() => setMode(mode === 'criteria' ? 'sections' : 'criteria')}
              >
                {text.byCriterion}
              </Button>
            )}
            {may('self-assessment.submit') ? (
              <Button aria-expanded={mode === 'form'} onClick={() => setMode(mode === 'form' ? 'sections' : 'form')}>
                {mode === 'form' ? text.markCancel : at === null ? text.markOpen : text.markAgain}
              </Button>
            ) : null}
          </p>
          {mode === 'form' ? (
            <MarksForm
              answer={answer}
              assessmentId={assessmentId}
              centerId={centerId}
              onDone={() => setMode('sections')}
            />
          ) : (
            <MarksTable sections={answer.sections} isWhole={mode === 'criteria'} />
          )}
        </>
      )}
    </section>
  )
}
