import { Button, Input } from 'antd'
import { useState } from 'react'
import type { AssessmentId } from '../../../../core/kernel/identifiers.ts'
import { dayOf } from '../../../../core/kernel/timestamp.ts'
import { serverNow } from '../../../client/server-clock.ts'
import { useAct } from '../../../client/use-act.ts'
import { shanghaiTime } from '../../../offline/shanghai-time.ts'
import { useText } from '../../../text/language.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Plan } from './plan-answer.ts'
import { samplingText } from './sampling-text.ts'

/** Lays the seed open; before the last day is over, or with visits that nobody accounts for, only with a reason. */
export function RevealForm({ plan, assessmentId }: { readonly plan: Plan; readonly assessmentId: AssessmentId }) {
  const text = useText(samplingText)
  const { send, isSending, problem } = useAct('revealSamplingPlan')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { planId, design, visits } = plan
  const isOver = dayOf(shanghaiTime(serverNow())) > design.to
  const needsReason = !isOver || (visits ?? []).some(({ standing }) => standing === 'unaccounted')
  const label = isOver ? text.reveal : text.revealEarly
  const reveal = async () => {
    const earlyBecause = needsReason ? reason : null
    const told = await send({ params: { assessmentId, planId }, body: { earlyBecause } })
    if (told.ok) setOpen(false)
  }
  return (
    <>
      <p className="no-print">
        <Button onClick={() => setOpen(true)}>{label}</Button>
      </p>
      <Dialog
        open={isOpen}
        title={label}
        onCancel={() => setOpen(false)}
        footer={
          <Button
            type="primary"
            loading={isSending}
            disabled={needsReason && reason.trim() === ''}
            onClick={() => void reveal()}
          >
            {label}
          </Button>
        }
      >
        <p>{text.revealEffect}</p>
        {needsReason ? (
          <label>
            {text.earlyWhy}
            <Input.TextArea
              rows={3}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
        ) : null}
        {problem === null ? null : <ProblemNotice problem={problem} />}
      </Dialog>
    </>
  )
}
