import { Radio } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { AddAnswer } from './add-answer.tsx'
import { AddBonus } from './add-bonus.tsx'
import { AddFinding } from './add-finding.tsx'
import { AddNotice } from './add-notice.tsx'
import { AddPrice } from './add-price.tsx'
import { SaidForm, type Add } from './said-form.tsx'
import { whatIfText } from './what-if-text.ts'

const ABOUT = ['finding', 'bonus', 'answer', 'price', 'notice', 'period'] as const
type About = (typeof ABOUT)[number]

/**
 * One supposition put together by choosing. Other pages lead here with what it is to be about in the address: `finding`,
 * `question` or `clause`.
 */
export function AddSupposition({ assessmentId, add }: { readonly assessmentId: AssessmentId; readonly add: Add }) {
  const text = useText(whatIfText)
  const [search] = useSearchParams()
  const [from] = useState(() => ({
    finding: search.get('finding'),
    question: search.get('question'),
    clause: search.get('clause'),
  }))
  const [about, setAbout] = useState<About>(
    from.question !== null ? 'answer' : from.clause !== null ? 'price' : 'finding',
  )
  const params = { assessmentId }
  const rubric = useAnswer('readRubric', { params }).answer?.rubric ?? null
  const assessment = useAnswer('readAssessment', { params }).answer
  return (
    <section aria-labelledby="what-if-add" className="no-print">
      <div className="sec-head">
        <h2 id="what-if-add">{text.add}</h2>
      </div>
      <div className="what-if-form">
        <Radio.Group
          aria-label={text.about}
          value={about}
          onChange={({ target }) => setAbout(target.value as About)}
          options={ABOUT.map((one) => ({ value: one, label: text[one] }))}
        />
        {rubric === null || assessment === null ? null : about === 'finding' ? (
          <AddFinding assessmentId={assessmentId} rubric={rubric} add={add} first={from.finding} />
        ) : about === 'bonus' ? (
          <AddBonus assessmentId={assessmentId} rubric={rubric} add={add} />
        ) : about === 'answer' ? (
          <AddAnswer rubric={rubric} questions={assessment.questions} add={add} first={from.question} />
        ) : about === 'price' ? (
          <AddPrice rubric={rubric} add={add} first={from.clause} />
        ) : about === 'notice' ? (
          <AddNotice current={assessment.rubricDigest} add={add} />
        ) : (
          <SaidForm said="closed" add={add} isWhole>
            <p className="note">{text.periodSays}</p>
          </SaidForm>
        )}
      </div>
    </section>
  )
}
