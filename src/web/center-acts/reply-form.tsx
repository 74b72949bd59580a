import { Button, Form, Input, Radio } from 'antd'
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

interface Fields {
  readonly reply?: 'accept' | 'contest'
  readonly statement?: string
}

/** 答复: accepted, or contested with what shows the contrary. Given once. */
export function ReplyForm({ finding, version, assessmentId, onDone }: CenterActProps) {
  const text = useText(centerActsText)
  const say = useSay()
  const draft = useKeptForm<Fields>(useDraftPlace(assessmentId, finding.findingId, 'reply'), {})
  const kept = useEvidence()
  const [form] = Form.useForm<Fields>()
  const reply = Form.useWatch('reply', form)
  const accept = useAct('acceptFinding')
  const contest = useAct('contestFinding')
  const problem = accept.problem ?? contest.problem
  const submit = async ({ statement = '' }: Fields) => {
    const asked = { params: { assessmentId, findingId: finding.findingId }, seen: version }
    const told =
      reply === 'contest'
        ? await contest.send({ ...asked, body: { statement: statement.trim(), evidence: kept.evidence } })
        : await accept.send({ ...asked, body: { statement: statement.trim() } })
    if (!told.ok) return
    draft.forget()
    say(reply === 'contest' ? text.contestedSaid : text.acceptedSaid)
    onDone()
  }
  return (
    <Form
      form={form}
      {...draft.props}
      layout="vertical"
      className="acts-form"
      onFinish={(fields) => void submit(fields)}
    >
      <Form.Item name="reply" label={text.replyHead} rules={[{ required: true, message: text.replyMissing }]}>
        <Radio.Group
          className="acts-choices"
          options={[
            { value: 'accept', label: text.acceptChoice },
            { value: 'contest', label: text.contestChoice },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="statement"
        label={reply === 'contest' ? text.contestWhy : text.acceptWords}
        rules={reply === 'contest' ? [{ required: true, whitespace: true, message: text.contestWhyMissing }] : []}
      >
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      {reply === 'contest' ? <EvidenceInput kept={kept} /> : null}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="acts-go">
        <Button
          type="primary"
          htmlType="submit"
          loading={accept.isSending || contest.isSending}
          disabled={reply === 'contest' && kept.isUnfinished}
        >
          {reply === undefined ? text.reply : reply === 'contest' ? text.contestSend : text.acceptSend}
        </Button>
        <span className="cap">
          {reply === undefined ? null : reply === 'contest' ? text.contestEffect : text.acceptEffect}
        </span>
      </p>
    </Form>
  )
}
