import { useParams } from 'react-router'
import { id, type AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { useAnswer } from '../../../client/use-answer.ts'
import { useText } from '../../../text/language.tsx'
import { DocumentMenu } from '../../../ui/document-menu.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { AmountsSection } from './amounts-section.tsx'
import { ComparisonsSection } from './comparisons-section.tsx'
import { DriftSection } from './drift-section.tsx'
import { EffortSection } from './effort-section.tsx'
import { evennessText } from './evenness-text.ts'
import './evenness.css'
import { OutcomesSection } from './outcomes-section.tsx'
import { PairsSection } from './pairs-section.tsx'

/** 尺度: the answer in words, then what was compared, then every amount to be seen. */
export function EvennessTab() {
  const text = useText(evennessText)
  const assessmentId = id<AssessmentId>(useParams()['assessmentId'] ?? '')
  const { answer, problem, renew } = useAnswer('readEvenness', { params: { assessmentId } })
  if (problem !== null && answer === null) return <ProblemNotice problem={problem} onAgain={renew} />
  if (answer === null) return <Waiting rows={10} />
  return (
    <div className="evenness">
      <div className="evenness-lead">
        {answer.lead.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className="cap">{answer.areNamed ? text.named : text.unnamed}</p>
        <DocumentMenu
          operation="readEvennessDocument"
          asked={(form) => ({ params: { assessmentId }, query: { form } })}
        />
      </div>
      <ComparisonsSection comparisons={answer.comparisons.filter((one) => !isOfEffort(one))} />
      <AmountsSection assessmentId={assessmentId} clauses={answer.clauses} counts={answer.counts} />
      <PairsSection assessmentId={assessmentId} pairs={answer.pairs} isCut={answer.isCut} />
      <DriftSection clauses={answer.clauses} comparisons={answer.comparisons} />
      <OutcomesSection outcomes={answer.outcomes} />
      <EffortSection
        assessmentId={assessmentId}
        efforts={answer.efforts}
        comparisons={answer.comparisons.filter(isOfEffort)}
        note={answer.effortNote}
      />
    </div>
  )
}

/** Effort is another question than amounts, and has as many comparisons as there are centers. */
function isOfEffort({ about }: { readonly about: string }): boolean {
  return about === 'effort' || about === 'looking'
}
