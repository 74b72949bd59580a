import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { RubricId } from '../../../../core/kernel/identifiers.ts'
import { useMay } from '../../../client/session.tsx'
import { useAct } from '../../../client/use-act.ts'
import { useCalled } from '../../../client/use-called.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { minuteOf } from '../figures.ts'
import { useBase } from '../use-base.ts'
import type { AdoptedDetection, Retirement } from './by-clause.ts'
import { detectionsText } from './detections-text.ts'

/** Whether the detection runs in this assessment, and how who adopts detections changes that. */
export function RetirementOf({
  detection,
  retirement,
  rubricId,
}: {
  readonly detection: AdoptedDetection
  readonly retirement: Retirement | null
  readonly rubricId: RubricId
}) {
  const may = useMay()
  if (retirement !== null) return <Retired detection={detection} retirement={retirement} rubricId={rubricId} />
  return may('detection.adopt') ? <Retire detection={detection} /> : null
}

/** By whom, when and why; adopted again as it stands, it runs again. */
function Retired({
  detection: { name, text: sql, read },
  retirement: { by, retiredAt, reason },
  rubricId,
}: {
  readonly detection: AdoptedDetection
  readonly retirement: Retirement
  readonly rubricId: RubricId
}) {
  const text = useText(detectionsText)
  const may = useMay()
  const called = useCalled()
  const { send, isSending, problem } = useAct('adoptDetections')
  return (
    <div className="rec-retired">
      <p>
        <span className="mk is-dis">{text.retired}</span> {text.retiredBy(minuteOf(retiredAt), called(by), reason)}
      </p>
      {may('detection.adopt') && read !== null ? (
        <Button
          size="small"
          loading={isSending}
          onClick={() => void send({ params: { rubricId }, body: { detections: [{ name, text: sql }] } })}
        >
          {text.adoptAgain}
        </Button>
      ) : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </div>
  )
}

function Retire({ detection: { name, read } }: { readonly detection: AdoptedDetection }) {
  const text = useText(detectionsText)
  const { assessmentId } = useBase()
  const { send, isSending, problem, forget } = useAct('retireDetection')
  const [isAsked, setAsked] = useState(false)
  if (!isAsked)
    return (
      <p className="rec-retire">
        <Button size="small" onClick={() => setAsked(true)}>
          {text.retire}
          <span className="vh">{read?.title ?? name}</span>
        </Button>
      </p>
    )
  const leave = () => {
    forget()
    setAsked(false)
  }
  const submit = async ({ reason = '' }: { readonly reason?: string }) => {
    const told = await send({ params: { assessmentId, detection: name }, body: { reason: reason.trim() } })
    if (told.ok) setAsked(false)
  }
  return (
    <Form
      name={`retire-${name}`}
      layout="vertical"
      size="small"
      className="rec-retire"
      onFinish={(said: { readonly reason?: string }) => void submit(said)}
    >
      <p>{text.retireEffect}</p>
      <Form.Item
        name="reason"
        label={text.retireReason}
        rules={[{ required: true, whitespace: true, message: text.retireNeedReason }]}
      >
        <Input.TextArea rows={2} maxLength={4000} placeholder={text.retireReasonHint} />
      </Form.Item>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="rec-next">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {text.retireNow}
        </Button>
        <Button type="text" onClick={leave}>
          {text.retireNot}
        </Button>
      </p>
    </Form>
  )
}
