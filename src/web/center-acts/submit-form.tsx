import { Button, Form, Input } from 'antd'
import { useAct } from '../client/use-act.ts'
import { useDraftPlace } from '../client/use-draft-place.ts'
import { useText } from '../text/language.tsx'
import { useSay } from '../ui/live-news.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { CenterActProps } from './acts-open-to.ts'
import { centerActsText } from './center-acts-text.ts'
import { EvidenceInput } from './evidence-input.tsx'
import { useEvidence } from './use-evidence.ts'

/** 整改情况: what was done, with what shows it; an inspector accepts it or gives it back. */
export function SubmitForm({ finding, version, assessmentId, onDone }: CenterActProps) {
  const text = useText(centerActsText)
  const say = useSay()
  const draft = useKeptForm<{ readonly statement?: string }>(
    useDraftPlace(assessmentId, finding.findingId, 'submit'),
    {},
  )
  const kept = useEvidence()
  const { send, isSending, problem } = useAct('submitRectification')
  const submit = async ({ statement = '' }: { readonly statement?: string }) => {
    const told = await send({
      params: { assessmentId, findingId: finding.findingId },
      seen: version,
      body: { statement: statement.trim(), evidence: kept.evidence },
    })
    if (!told.ok) return
    draft.forget()
    say(text.submittedSaid)
    onDone()
  }
  return (
    <Form
      {...draft.props}
      layout="vertical"
      className="acts-form"
      onFinish={(fields: { readonly statement?: string }) => void submit(fields)}
    >
      <Form.Item
        name="statement"
        label={text.rectified}
        rules={[{ required: true, whitespace: true, message: text.rectifiedMissing }]}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <EvidenceInput kept={kept} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="acts-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={kept.isUnfinished}>
          {text.submitSend}
        </Button>
        <span className="cap">{text.submitEffect}</span>
      </p>
    </Form>
  )
}
