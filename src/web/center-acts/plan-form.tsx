import { Button, Form, Input, InputNumber } from 'antd'
import { useAct } from '../client/use-act.ts'
import { useDraftPlace } from '../client/use-draft-place.ts'
import { useText } from '../text/language.tsx'
import { useSay } from '../ui/live-news.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { CenterActProps } from './acts-open-to.ts'
import { centerActsText } from './center-acts-text.ts'

interface Fields {
  readonly measures?: string
  readonly workingDays?: number | null
}

/** 整改措施, with the working days that it takes; left open, those of the assessment's terms. */
export function PlanForm({ finding, version, assessmentId, onDone }: CenterActProps) {
  const text = useText(centerActsText)
  const say = useSay()
  const draft = useKeptForm<Fields>(useDraftPlace(assessmentId, finding.findingId, 'plan'), {})
  const { send, isSending, problem } = useAct('planRectification')
  const submit = async ({ measures = '', workingDays = null }: Fields) => {
    const told = await send({
      params: { assessmentId, findingId: finding.findingId },
      seen: version,
      body: { measures: measures.trim(), workingDays },
    })
    if (!told.ok) return
    draft.forget()
    say(text.plannedSaid)
    onDone()
  }
  return (
    <Form {...draft.props} layout="vertical" className="acts-form" onFinish={(fields: Fields) => void submit(fields)}>
      <Form.Item
        name="measures"
        label={text.measures}
        rules={[{ required: true, whitespace: true, message: text.measuresMissing }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name="workingDays" label={text.planDays} extra={text.planDaysHint}>
        <InputNumber min={1} max={250} precision={0} />
      </Form.Item>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="acts-go">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {text.planSend}
        </Button>
        <span className="cap">{text.planEffect}</span>
      </p>
    </Form>
  )
}
