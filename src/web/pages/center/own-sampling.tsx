import { expectedVisits } from '../../../core/analysis/sampling/expected-visits.ts'
import type { AssessmentId, CenterId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
import { ownSamplingText } from './own-sampling-text.ts'

type Commitment = Answered<'listSamplingCommitments'>['commitments'][number]

/** The commitments that a center can keep, and once revealed whether they hold and when it was to be visited. Nothing where there are none. */
export function OwnSampling({
  assessmentId,
  centerId,
}: {
  readonly assessmentId: AssessmentId
  readonly centerId: CenterId
}) {
  const text = useText(ownSamplingText)
  const { answer } = useAnswer('listSamplingCommitments', { params: { assessmentId } })
  if (answer === null || answer.commitments.length === 0) return null
  const ours = ({ shares }: Commitment) => {
    const own = expectedVisits(shares).find(({ center }) => center.centerId === centerId)
    return own === undefined ? text.none : text.share(own.least, own.most, shares.visits)
  }
  return (
    <section id="center-sampling" aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className="cap">{text.lead}</p>
      <StackTable
        rows={answer.commitments}
        keyOf={({ planId }) => planId}
        columns={[
          {
            head: text.plan,
            cell: ({ shares: { mode, from, to } }) => `${text[mode]} ${text.period(from, to)}`,
            isName: true,
          },
          { head: text.code, label: text.code, cell: ({ code }) => <code>{code}</code>, className: 'nw' },
          { head: text.ours, label: text.ours, cell: ours },
          {
            head: text.reveal,
            label: text.reveal,
            cell: ({ revealed }) =>
              revealed === null ? (
                text.hidden
              ) : (
                <>
                  {revealed.isMatching ? text.matching : <b>{text.differing}</b>}
                  <small className="cap">
                    {revealed.visits
                      .filter(({ visit }) => visit.centerId === centerId)
                      .map(({ visit, standing, reason }) =>
                        [visit.day, text[standing], reason ?? ''].filter((part) => part !== '').join(' '),
                      )
                      .join('；')}
                  </small>
                </>
              ),
          },
        ]}
      />
    </section>
  )
}
