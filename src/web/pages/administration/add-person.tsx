import { Button, Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { id, type CenterId } from '../../../core/kernel/identifiers.ts'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { administrationText } from './administration-text.ts'
import { OneTimePassword } from './one-time-password.tsx'
import { RoleFields, type RoleFieldValues } from './role-fields.tsx'

interface Fields extends RoleFieldValues {
  readonly username?: string
  readonly name?: string
  readonly email?: string
  readonly hasPassword?: boolean
}

/** The password is told once, in place; after that nobody can read it again. */
export function AddPerson({ centers }: { readonly centers: ReadonlyMap<string, string> }) {
  const text = useText(administrationText)
  const [form] = Form.useForm<Fields>()
  const [told, setTold] = useState<{ readonly username: string; readonly password: string | null } | null>(null)
  const { send, isSending, problem } = useAct('createPerson')
  const submit = async ({ username = '', name = '', email = '', roles = [], centerId, hasPassword = true }: Fields) => {
    const made = await send({
      body: {
        username: username.trim(),
        name: name.trim(),
        email: email.trim() === '' ? null : email.trim(),
        roles: [...roles],
        centerId: roles.includes('center') && centerId !== undefined ? id<CenterId>(centerId) : null,
        hasPassword,
      },
    })
    if (!made.ok) return
    setTold({ username: username.trim(), password: made.value.oneTimePassword })
    form.resetFields()
  }
  return (
    <>
      <Form<Fields>
        form={form}
        layout="vertical"
        className="administration-form"
        initialValues={{ hasPassword: true, roles: [] }}
        onFinish={(fields) => void submit(fields)}
      >
        <div className="administration-fields">
          <Form.Item
            name="name"
            label={text.name}
            rules={[{ required: true, whitespace: true, message: text.missing }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="username"
            label={text.username}
            rules={[{ required: true, whitespace: true, message: text.missing }]}
          >
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="email" label={text.email}>
            <Input maxLength={254} autoComplete="off" />
          </Form.Item>
        </div>
        <RoleFields centers={centers} />
        <Form.Item name="hasPassword" valuePropName="checked">
          <Checkbox>{text.withPassword}</Checkbox>
        </Form.Item>
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <Button type="primary" htmlType="submit" loading={isSending}>
          {text.addSend}
        </Button>
      </Form>
      {told === null ? null : told.password === null ? (
        <p role="status">{text.addedSignOn(told.username)}</p>
      ) : (
        <OneTimePassword username={told.username} password={told.password} onClose={() => setTold(null)} />
      )}
    </>
  )
}
