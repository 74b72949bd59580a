import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { signInText } from './sign-in-text.ts'

interface Entered {
  readonly username: string
  readonly password: string
  readonly district?: string
}

export function SignInForm() {
  const text = useText(signInText)
  const { renew } = useSession()
  const [search] = useSearchParams()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const needsDistrict = search.has('district') || problem?.code === 'tenant-unknown'
  const enter = async ({ username, password, district }: Entered) => {
    setSending(true)
    const chosen = district?.trim() ?? ''
    const told = await call(
      'signIn',
      { body: { username: username.trim(), password, ...(chosen === '' ? {} : { district: chosen as never }) } },
      { csrfToken: null },
    )
    setSending(false)
    setProblem(told.ok ? null : told.problem)
    if (told.ok) await renew()
  }
  return (
    <Form<Entered>
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void enter(entered)}
      initialValues={{ district: search.get('district') ?? '' }}
    >
      <h1>{text.title}</h1>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {needsDistrict ? (
        <Form.Item name="district" label={text.district}>
          <Input size="large" />
        </Form.Item>
      ) : null}
      <Form.Item name="username" label={text.username} rules={[{ required: true, message: text.username }]}>
        <Input size="large" autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={text.password} rules={[{ required: true, message: text.password }]}>
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={isSending} block>
        {text.enter}
      </Button>
    </Form>
  )
}
