import { useState } from 'react'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { WhatIfLink } from '../../ui/what-if-link.tsx'
import { AnswerForm } from './answer-form.tsx'
import { FormPlace } from './form-place.tsx'
import type { NumberedQuestion } from './margin-questions.ts'
import { noticeText } from './notice-text.ts'
import { ReadingEffect } from './reading-effect.tsx'

/** An open question at its phrase: what is open, its readings, what each would change, and the answer. */
export function QuestionNote({
  asked: { question, number },
  assessmentId,
  isBrief,
  isOpen,
  canAnswer,
  place,
}: {
  readonly asked: NumberedQuestion
  readonly assessmentId: AssessmentId
  /** A clause is open beside the notice: the question takes one line. */
  readonly isBrief: boolean
  /** The assessment takes answers. */
  readonly isOpen: boolean
  readonly canAnswer: boolean
  /** In the document that the notice was read from. */
  readonly place: string | null
}) {
  const text = useText(noticeText)
  const may = useMay()
  const [isAnswering, setAnswering] = useState(false)
  const params = { assessmentId, questionId: question.id }
  const { answer: effects } = useAnswer('readReadingEffects', may('ranking.read') && !isBrief ? { params } : null)
  const head = (
    <h3>
      <span className="no" aria-hidden="true">
        {number}
      </span>
      <span className="vh">{text.question(number)} </span>
      <span>{question.why}</span>
    </h3>
  )
  if (isBrief) return <div className="notice-question is-brief">{head}</div>
  return (
    <div className="notice-question">
      {head}
      <FormPlace place={place} />
      <table className="notice-readings">
        <caption className="vh">{text.readings}</caption>
        <tbody>
          {question.readings.map(({ key, label }, place) => (
            <tr key={key}>
              <td>{text.ordinals[place]}</td>
              <ReadingEffect label={label} effect={effects?.readings.find((one) => one.key === key) ?? null} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="notice-act">
        <WhatIfLink assessmentId={assessmentId} about="question" of={question.id} />
      </p>
      {!canAnswer ? null : !isOpen ? (
        <p className="cap">{text.sealedNow}</p>
      ) : isAnswering ? (
        <AnswerForm
          question={question}
          number={number}
          assessmentId={assessmentId}
          onDone={() => setAnswering(false)}
        />
      ) : (
        <p className="notice-act">
          <button type="button" className="btn sm" onClick={() => setAnswering(true)}>
            {text.answer}
          </button>
        </p>
      )}
    </div>
  )
}
