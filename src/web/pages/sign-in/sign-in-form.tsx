import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { useSession } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { keepHere, keptValue } from '../../ui/kept-here.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { signInText } from './sign-in-text.ts'

interface Entered {
  readonly username: string
  readonly password: string
  readonly district?: string
}

/** Where the installation has several districts, one is chosen: by the address, or as it was chosen here last. */
export function SignInForm() {
  const text = useText(signInText)
  const { renew } = useSession()
  const [search] = useSearchParams()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSending, setSending] = useState(false)
  const list = useAnswer('listDistricts', {})
  const districts = list.answer?.districts ?? []
  const isOneOfMany = districts.length > 1
  // Without the list it is typed, as on a line that is slow just now.
  const isTyped = !isOneOfMany && (search.has('district') || problem?.code === 'tenant-unknown')
  const usual = search.get('district') ?? keptValue(LAST_DISTRICT, isText) ?? ''
  const isKnown = districts.some(({ district }) => district === usual)
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
    if (!told.ok) return
    if (isOneOfMany) keepHere(LAST_DISTRICT, JSON.stringify(chosen))
    await renew()
  }
  // Its first values are taken once: they are known when the list is.
  if (list.isWaiting) return <Waiting rows={4} />
  return (
    <Form<Entered>
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void enter(entered)}
      initialValues={{ district: isOneOfMany ? (isKnown ? usual : undefined) : (search.get('district') ?? '') }}
    >
      <h1>{text.title}</h1>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {isOneOfMany ? (
        <Form.Item name="district" label={text.district} rules={[{ required: true, message: text.districtMissing }]}>
          <Select
            size="large"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={text.districtMissing}
            options={districts.map(({ district, name }) => ({ value: district, label: name }))}
          />
        </Form.Item>
      ) : null}
      {isTyped ? (
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

const LAST_DISTRICT = 'district'

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
