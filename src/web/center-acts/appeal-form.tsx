import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { id, type AppealId } from '../../core/kernel/identifiers.ts'
import { newId } from '../client/call.ts'
import { useAct } from '../client/use-act.ts'
import { useDraftPlace } from '../client/use-draft-place.ts'
import { useText } from '../text/language.tsx'
import { useSay } from '../ui/live-news.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { useKeptForm } from '../ui/use-kept-form.ts'
import type { CenterActProps } from './acts-open-to.ts'
import { centerActsText } from './center-acts-text.ts'
import { EvidenceInput } from './evidence-input.tsx'
import { numberedGrounds } from './numbered-grounds.ts'
import { useEvidence } from './use-evidence.ts'

interface Fields {
  readonly objections?: readonly (string | undefined)[]
}

/** 申诉: each objection in a field of its own, because each gets its own answer. */
export function AppealForm({ finding, version, assessmentId, onDone }: CenterActProps) {
  const text = useText(centerActsText)
  const say = useSay()
  const draft = useKeptForm<Fields>(useDraftPlace(assessmentId, finding.findingId, 'appeal'), { objections: [''] })
  const kept = useEvidence()
  const [appealId] = useState(() => id<AppealId>(newId()))
  const { send, isSending, problem } = useAct('fileAppeal')
  const submit = async ({ objections = [] }: Fields) => {
    const told = await send({
      params: { assessmentId, findingId: finding.findingId },
      seen: version,
      body: { appealId, grounds: numberedGrounds(objections.map((one) => one ?? '')), evidence: kept.evidence },
    })
    if (!told.ok) return
    draft.forget()
    say(text.appealedSaid)
    onDone()
  }
  return (
    <Form layout="vertical" className="acts-form" {...draft.props} onFinish={(fields: Fields) => void submit(fields)}>
      <p className="note">{text.objectionsLead}</p>
      <Form.List name="objections">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Form.Item
                key={key}
                name={name}
                label={text.objection(name + 1)}
                rules={[{ required: true, whitespace: true, message: text.objectionMissing }]}
                {...(fields.length > 1
                  ? {
                      extra: (
                        <Button type="text" size="small" onClick={() => remove(name)}>
                          {text.removeObjection(name + 1)}
                        </Button>
                      ),
                    }
                  : {})}
              >
                <Input.TextArea rows={2} maxLength={1000} />
              </Form.Item>
            ))}
            <Button size="small" onClick={() => add('')}>
              {text.addObjection}
            </Button>
          </>
        )}
      </Form.List>
      <EvidenceInput kept={kept} />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <p className="acts-go">
        <Button type="primary" htmlType="submit" loading={isSending} disabled={kept.isUnfinished}>
          {text.appealSend}
        </Button>
        <span className="cap">{text.appealEffect}</span>
      </p>
    </Form>
  )
}
