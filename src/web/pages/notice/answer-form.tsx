import { Button, Form, Input, InputNumber, Radio } from 'antd'
import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { hundredths, type Points } from '../../../core/kernel/points.ts'
import type { Question, Reading } from '../../../core/rubric/question.ts'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { noticeText } from './notice-text.ts'

interface Fields {
  readonly reading?: string
  readonly points?: number | null
  readonly reason?: string
}

/** The office's answer: a reading, its number where it asks for one, and why. */
export function AnswerForm({
  question,
  number,
  assessmentId,
  onDone,
}: {
  readonly question: Question
  readonly number: number
  readonly assessmentId: AssessmentId
  readonly onDone: () => void
}) {
  const text = useText(noticeText)
  const say = useSay()
  const { send, isSending, problem } = useAct('answerQuestion')
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch('reading', form)
  const asked = numberOf(question.readings.find(({ key }) => key === chosen))
  const submit = async ({ reading = '', points, reason = '' }: Fields) => {
    const body = { reading, reason: reason.trim(), points: asked === null ? null : pointsOf(points) }
    const told = await send({ params: { assessmentId, questionId: question.id }, body })
    if (!told.ok) return
    say(text.answered(number))
    onDone()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      size="small"
      className="notice-answer"
      onFinish={(fields) => void submit(fields)}
    >
      <Form.Item name="reading" label={text.answerHead} rules={[{ required: true, message: text.answerNeedReading }]}>
        <Radio.Group
          className="notice-choices"
          options={question.readings.map(({ key, label }, place) => ({
            value: key,
            label: `${text.ordinals[place]} ${label}`,
          }))}
        />
      </Form.Item>
      {asked === null ? null : (
        <Form.Item
          name="points"
          label={text.answerNumber}
          rules={asked === 'needed' ? [{ required: true, message: text.answerNeedNumber }] : []}
        >
          <InputNumber min={0} step={0.5} precision={2} />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={text.answerReason}
        rules={[{ required: true, whitespace: true, message: text.answerNeedReason }]}
      >
        <Input.TextArea rows={2} className="notice-grows" maxLength={4000} placeholder={text.answerReasonHint} />
      </Form.Item>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="notice-act">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {text.answerSend}
        </Button>
        <Button type="text" onClick={onDone}>
          {text.answerCancel}
        </Button>
      </p>
    </Form>
  )
}

/** Whether the reading takes a number; one that has its own may be told another. */
function numberOf(reading: Reading | undefined): 'needed' | 'possible' | null {
  if (reading === undefined) return null
  const { effect } = reading
  if (effect.kind === 'amount') return effect.points === null ? 'needed' : null
  if (effect.kind === 'bonus-cap') return effect.points === null ? null : 'possible'
  return effect.kind === 'unpointed' && effect.mode === 'held' ? 'possible' : null
}

function pointsOf(given: number | null | undefined): Points | null {
  return given === null || given === undefined ? null : hundredths(Math.round(given * 100))
}
