import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../client/problem.ts'
import { call, type Told } from '../../client/call.ts'
import { useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { signInText } from './sign-in-text.ts'

/** One step that the session owes: a form, its refusal, and who one is read again when it is done. */
function useStep(): { readonly problem: Problem | null; readonly done: (told: Told<never>) => Promise<void> } {
  const { renew } = useSession()
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    problem,
    done: async (told) => {
      setProblem(told.ok ? null : told.problem)
      if (told.ok) await renew()
    },
  }
}

export function OwedPassword() {
  const text = useText(signInText)
  const { csrfToken } = useSession()
  const { problem, done } = useStep()
  const change = async ({ old, chosen }: { readonly old: string; readonly chosen: string }) =>
    done((await call('changePassword', { body: { current: old, next: chosen } }, { csrfToken })) as Told<never>)
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(entered) => void change(entered)}>
      <h1>{text.changeTitle}</h1>
      <p className="note">{text.changeLead}</p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Form.Item name="old" label={text.password} rules={[{ required: true, message: text.password }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="chosen" label={text.newPassword} rules={[{ required: true, message: text.newPassword }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={text.repeat}
        dependencies={['chosen']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('chosen') ? Promise.resolve() : Promise.reject(new Error(text.differ)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block>
        {text.change}
      </Button>
    </Form>
  )
}

export function OwedCode() {
  const text = useText(signInText)
  const { csrfToken } = useSession()
  const { problem, done } = useStep()
  const pass = async ({ code }: { readonly code: string }) =>
    done((await call('passSecondFactor', { body: { code: code.trim() } }, { csrfToken })) as Told<never>)
  return <CodeForm title={text.codeTitle} problem={problem} onCode={pass} />
}

export function OwedEnrollment() {
  const text = useText(signInText)
  const { csrfToken } = useSession()
  const { problem, done } = useStep()
  const [secret, setSecret] = useState<string | null>(null)
  const begin = async () => {
    const told = await call('beginSecondFactor', {}, { csrfToken })
    if (told.ok) setSecret(told.value.secret)
    else await done(told)
  }
  const confirm = async ({ code }: { readonly code: string }) =>
    done((await call('confirmSecondFactor', { body: { code: code.trim() } }, { csrfToken })) as Told<never>)
  return (
    <>
      <h1>{text.enrollTitle}</h1>
      <p className="note">{text.enrollLead}</p>
      {secret === null ? (
        <Button type="primary" onClick={() => void begin()}>
          {text.begin}
        </Button>
      ) : (
        <>
          <p>
            {text.secret} <code>{secret}</code>
          </p>
          <CodeForm title={text.codeTitle} problem={problem} onCode={confirm} />
        </>
      )}
    </>
  )
}

function CodeForm({
  title,
  problem,
  onCode,
}: {
  readonly title: string
  readonly problem: Problem | null
  readonly onCode: (entered: { readonly code: string }) => Promise<void>
}) {
  const text = useText(signInText)
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(entered: { code: string }) => void onCode(entered)}>
      <h2>{title}</h2>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Form.Item name="code" label={text.codeHint} rules={[{ required: true, message: text.codeHint }]}>
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block>
        {text.confirm}
      </Button>
    </Form>
  )
}
