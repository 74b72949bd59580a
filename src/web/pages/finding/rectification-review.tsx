import { Button, Input } from 'antd'
import { useState } from 'react'
import { useMay } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { decisionText } from './decision-text.ts'
import type { ShownFinding } from './shown-finding.ts'

/** What the center says it put right is accepted, or returned with a reason. It moves no points either way. */
export function RectificationReview({
  shown: { finding, version },
  assessmentId,
}: {
  readonly shown: ShownFinding
  readonly assessmentId: string
}) {
  const text = useText(decisionText)
  const may = useMay()
  const accept = useAct('acceptRectification')
  const giveBack = useAct('returnRectification')
  const [reason, setReason] = useState('')
  if (finding.rectification !== 'submitted' || !may('rectification.review')) return null
  const params = { assessmentId: assessmentId as never, findingId: finding.findingId }
  const problem = accept.problem ?? giveBack.problem
  return (
    <div className="finding-go">
      <Button loading={accept.isSending} onClick={() => void accept.send({ params, body: {}, seen: version })}>
        {text.acceptRectification}
      </Button>
      <Input
        aria-label={text.returnReason}
        placeholder={text.returnReason}
        maxLength={4000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        loading={giveBack.isSending}
        disabled={reason.trim() === ''}
        onClick={() => void giveBack.send({ params, body: { reason: reason.trim() }, seen: version })}
      >
        {text.returnRectification}
      </Button>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  )
}
