import { Button, Form, Input, InputNumber } from 'antd'
import { Link, useNavigate } from 'react-router'
import { parseId, type AssessmentId } from '../../../core/kernel/identifiers.ts'
import { parsePlainDate } from '../../../core/kernel/plain-date.ts'
import type { Digest } from '../../../core/ledger/chain.ts'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { noticesText } from './notices-text.ts'
import { parseCenters } from './parse-centers.ts'

interface Fields {
  readonly assessmentId: string
  readonly from: string
  readonly to: string
  readonly reply: number
  readonly appeal: number
  readonly rectification: number
  readonly centers: string
}

const USUAL = { reply: 5, appeal: 10, rectification: 15 }

/** An assessment over an adopted rubric: its period, its terms and its centers, all laid down at once. */
export function OpenAssessmentForm({ rubricDigest }: { readonly rubricDigest: Digest }) {
  const text = useText(noticesText)
  const go = useNavigate()
  const { send, isSending, problem } = useAct('openAssessment')
  const open = async (fields: Fields) => {
    const assessmentId = parseId<AssessmentId>(fields.assessmentId.trim())
    const periodFrom = parsePlainDate(fields.from)
    const periodTo = parsePlainDate(fields.to)
    const listed = parseCenters(fields.centers)
    if (assessmentId === null || periodFrom === null || periodTo === null || listed.kind !== 'centers') return
    const terms = {
      replyWorkingDays: fields.reply,
      appealWorkingDays: fields.appeal,
      rectificationWorkingDays: fields.rectification,
    }
    const centers = [...listed.centers]
    const body = { assessmentId, rubricDigest, period: { periodFrom, periodTo }, terms, centers }
    const told = await send({ body })
    if (told.ok) await go(`/assessments/${encodeURIComponent(assessmentId)}/notice`)
  }
  const required = [{ required: true, message: text.required }]
  const checkCenters = async (_: object, given = '') => {
    const listed = parseCenters(given)
    if (listed.kind === 'none') throw new Error(text.centersNone)
    if (listed.kind === 'wrong') throw new Error(text.centersWrong(listed.line))
    if (listed.kind === 'double') throw new Error(text.centersDouble(listed.centerId))
  }
  return (
    <Form layout="vertical" className="notices-open" initialValues={USUAL} onFinish={(fields: Fields) => void open(fields)}>
      <Form.Item name="assessmentId" label={text.assessmentName} extra={text.assessmentNameHint} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <fieldset>
        <legend>{text.period}</legend>
        <Form.Item name="from" label={text.from} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={text.to} rules={required}>
          <Input type="date" />
        </Form.Item>
      </fieldset>
      <fieldset>
        <legend>{text.terms}</legend>
        {(['reply', 'appeal', 'rectification'] as const).map((name) => (
          <Form.Item key={name} name={name} label={text[name]} rules={required}>
            <InputNumber min={1} max={250} precision={0} />
          </Form.Item>
        ))}
      </fieldset>
      <Form.Item name="centers" label={text.centers} extra={text.centersHint} rules={[{ validator: checkCenters }]} required>
        <Input.TextArea rows={4} className="notice-grows" />
      </Form.Item>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="notices-acts">
        <Button type="primary" htmlType="submit" loading={isSending}>
          {text.openSend}
        </Button>
        <Link to="/notices">{text.later}</Link>
      </p>
    </Form>
  )
}
