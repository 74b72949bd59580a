import { planInWords } from '../../../../core/analysis/sampling/plan-in-words.ts'
import type { AssessmentId, CenterId } from '../../../../core/kernel/identifiers.ts'
import { dayOf } from '../../../../core/kernel/timestamp.ts'
import { useMay } from '../../../client/session.tsx'
import { useCalled } from '../../../client/use-called.ts'
import { useText } from '../../../text/language.tsx'
import { DocumentMenu } from '../../../ui/document-menu.tsx'
import type { Plan } from './plan-answer.ts'
import { PlanCalendar } from './plan-calendar.tsx'
import { RevealForm } from './reveal-form.tsx'
import { samplingText } from './sampling-text.ts'
import { SharesTable } from './shares-table.tsx'
import { VisitsTable } from './visits-table.tsx'

/** One plan: how far it has come in a sentence, its code, its days as a calendar and as a table. */
export function PlanSection({
  plan,
  assessmentId,
  nameOf,
}: {
  readonly plan: Plan
  readonly assessmentId: AssessmentId
  readonly nameOf: (centerId: CenterId) => string
}) {
  const text = useText(samplingText)
  const called = useCalled()
  const may = useMay()
  const { design, visits, reveal, code, by, committedAt } = plan
  const sentence = planInWords(design, visits ?? [])
  const heading = `${text[design.mode]} ${design.from} – ${design.to}`
  return (
    <section className="sampling-plan" aria-label={heading}>
      <h2>{heading}</h2>
      <p className="lead-line">{sentence}</p>
      <dl className="sampling-code">
        <dt>{text.code}</dt>
        <dd>
          <code>{code}</code>
          <small className="cap">
            {text.committed(called(by), dayOf(committedAt))}
            {reveal === null ? ` · ${text.keep}` : ''}
          </small>
        </dd>
      </dl>
      {reveal === null ? null : (
        <div className={reveal.isMatching ? 'sampling-verdict is-same' : 'sampling-verdict is-other'}>
          <p>{reveal.isMatching ? text.matching : text.differing}</p>
          {reveal.earlyBecause === null ? null : <p>{text.early(reveal.earlyBecause)}</p>}
          <p className="cap">
            {text.seed} <code>{reveal.seed}</code> · {text.salt} <code>{reveal.salt}</code>
          </p>
        </div>
      )}
      <DocumentMenu
        operation="readSamplingPlanDocument"
        label={text.paper}
        asked={(form) => ({ params: { assessmentId, planId: plan.planId }, query: { form } })}
      />
      {visits === null ? (
        <p className="problem" role="alert">
          {text.lost}
        </p>
      ) : (
        <>
          <PlanCalendar design={design} visits={visits} sentence={sentence} nameOf={nameOf} />
          <SharesTable plan={plan} nameOf={nameOf} />
          <VisitsTable plan={plan} visits={visits} assessmentId={assessmentId} nameOf={nameOf} />
        </>
      )}
      {reveal === null && may('sampling.reveal') ? <RevealForm plan={plan} assessmentId={assessmentId} /> : null}
    </section>
  )
}
