import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CheckedVisit } from '../../../../core/analysis/sampling/check-visits.ts'
import type { AssessmentId, CenterId } from '../../../../core/kernel/identifiers.ts'
import { dayOf } from '../../../../core/kernel/timestamp.ts'
import { serverNow } from '../../../client/server-clock.ts'
import { useMay, useSession } from '../../../client/session.tsx'
import { useAct } from '../../../client/use-act.ts'
import { useCalled } from '../../../client/use-called.ts'
import { shanghaiTime } from '../../../offline/shanghai-time.ts'
import { useText } from '../../../text/language.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StackTable } from '../../../ui/stack-table.tsx'
import type { Plan } from './plan-answer.ts'
import { samplingText } from './sampling-text.ts'

/** Every visit with what became of it; one that was not made is told why, and never drawn anew. */
export function VisitsTable({
  plan: { planId, design },
  visits,
  assessmentId,
  nameOf,
}: {
  readonly plan: Plan
  readonly visits: readonly CheckedVisit[]
  readonly assessmentId: AssessmentId
  readonly nameOf: (centerId: CenterId) => string
}) {
  const text = useText(samplingText)
  const called = useCalled()
  const may = useMay()
  const { me } = useSession()
  const [missing, setMissing] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const { send, isSending, problem } = useAct('missSamplingVisit')
  const today = dayOf(shanghaiTime(serverNow()))
  const canMiss = ({ visit, standing }: CheckedVisit) =>
    may('sampling.miss') &&
    (may('sampling.plan') || visit.personId === me?.personId) &&
    visit.day <= today &&
    (standing === 'unaccounted' || standing === 'coming')
  const record = async () => {
    if (missing === null) return
    const told = await send({ params: { assessmentId, planId, visit: String(missing) }, body: { reason } })
    if (told.ok) setMissing(null)
  }
  return (
    <>
      <h3>{text.visitsTable}</h3>
      <StackTable
        rows={visits}
        keyOf={({ visit }) => visit.number}
        className="sampling-visits"
        columns={[
          { head: text.number, label: text.number, cell: ({ visit }) => visit.number, className: 'num r' },
          { head: text.day, cell: ({ visit }) => visit.day, className: 'nw fig', isName: true },
          { head: text.center, cell: ({ visit }) => nameOf(visit.centerId), className: 'nw' },
          { head: text.inspector, label: text.inspector, cell: ({ visit }) => called(visit.personId), className: 'nw' },
          {
            head: text.clauses,
            label: text.clauses,
            cell: ({ visit }) => <span className="ref">{visit.clauseIds.join('　')}</span>,
          },
          {
            head: text.standing,
            label: text.standing,
            cell: (row) => (
              <>
                <em className={`sampling-mark is-${design.mode} is-${row.standing}`} aria-hidden="true" />{' '}
                {text[row.standing]}
                {row.reason === null ? null : <small>{row.reason}</small>}
                {canMiss(row) ? (
                  <button
                    type="button"
                    className="btn sm no-print"
                    aria-label={`${text.miss} ${row.visit.number}`}
                    onClick={() => {
                      setReason('')
                      setMissing(row.visit.number)
                    }}
                  >
                    {text.miss}
                  </button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <Dialog
        open={missing !== null}
        title={text.missTitle(missing ?? 0)}
        onCancel={() => setMissing(null)}
        footer={
          <Button type="primary" loading={isSending} disabled={reason.trim() === ''} onClick={() => void record()}>
            {text.send}
          </Button>
        }
      >
        <p>{text.missEffect}</p>
        <label>
          {text.reason}
          <Input.TextArea rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        {problem === null ? null : <ProblemNotice problem={problem} />}
      </Dialog>
    </>
  )
}
