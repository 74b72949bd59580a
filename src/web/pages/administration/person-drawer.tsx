import { Button, Drawer, Form, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { id, type CenterId } from '../../../core/kernel/identifiers.ts'
import { useSession } from '../../client/session.tsx'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { administrationText } from './administration-text.ts'
import type { Person } from './found-people.ts'
import { OneTimePassword } from './one-time-password.tsx'
import { RoleFields, type RoleFieldValues } from './role-fields.tsx'

type Centers = ReadonlyMap<string, string>

/** Everything an administrator can do about one person; each part says by itself what came of it. */
export function PersonDrawer({
  person,
  centers,
  onClose,
}: {
  readonly person: Person | null
  readonly centers: Centers
  readonly onClose: () => void
}) {
  const { me } = useSession()
  const text = useText(administrationText)
  return (
    <Drawer
      open={person !== null}
      onClose={onClose}
      // Over the body antd stops scrolling by a style that the page's policy forbids.
      getContainer={pageRoot}
      size={520}
      title={person?.name ?? ''}
      destroyOnHidden
    >
      {person === null ? null : (
        <div className="administration-person">
          <Details person={person} />
          {person.personId === me?.personId ? (
            <p className="note">{text.ownAccount}</p>
          ) : (
            <>
              <Roles person={person} centers={centers} />
              <Access person={person} />
            </>
          )}
        </div>
      )}
    </Drawer>
  )
}

function pageRoot(): HTMLElement {
  return document.querySelector<HTMLElement>('#page') ?? document.body
}

function Details({ person }: { readonly person: Person }) {
  const text = useText(administrationText)
  const { send, isSending, problem } = useAct('changePerson')
  const [isDone, setDone] = useState(false)
  const submit = async ({ name = '', email = '' }: { readonly name?: string; readonly email?: string }) => {
    const body = { name: name.trim(), email: email.trim() === '' ? null : email.trim() }
    setDone((await send({ params: { personId: person.personId }, body })).ok)
  }
  return (
    <section>
      <h3>{text.details}</h3>
      <Form
        layout="vertical"
        initialValues={{ name: person.name, email: person.email ?? '' }}
        onFinish={(fields: { readonly name?: string; readonly email?: string }) => void submit(fields)}
      >
        <Form.Item name="name" label={text.name} rules={[{ required: true, whitespace: true, message: text.missing }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="email" label={text.email}>
          <Input maxLength={254} />
        </Form.Item>
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <Button htmlType="submit" loading={isSending}>
          {text.saveDetails}
        </Button>{' '}
        {isDone ? <span role="status">{text.done}</span> : null}
      </Form>
    </section>
  )
}

function Roles({ person, centers }: { readonly person: Person; readonly centers: Centers }) {
  const text = useText(administrationText)
  const { send, isSending, problem } = useAct('grantRoles')
  const [isDone, setDone] = useState(false)
  const submit = async ({ roles = [], centerId }: RoleFieldValues) => {
    const own = roles.includes('center') && centerId !== undefined ? id<CenterId>(centerId) : null
    setDone((await send({ params: { personId: person.personId }, body: { roles: [...roles], centerId: own } })).ok)
  }
  return (
    <section>
      <h3>{text.role}</h3>
      <Form<RoleFieldValues>
        layout="vertical"
        initialValues={{ roles: person.roles, ...(person.centerId === null ? {} : { centerId: person.centerId }) }}
        onFinish={(fields) => void submit(fields)}
      >
        <RoleFields centers={centers} />
        {problem === null ? null : <ProblemNotice problem={problem} />}
        <Button htmlType="submit" loading={isSending}>
          {text.saveRoles}
        </Button>{' '}
        <span className="cap" role="status">
          {isDone ? text.done : text.rolesEffect}
        </span>
      </Form>
    </section>
  )
}

function Access({ person }: { readonly person: Person }) {
  const text = useText(administrationText)
  const params = { personId: person.personId }
  const state = useAct('setPersonState')
  const reset = useAct('resetPassword')
  const factor = useAct('resetSecondFactor')
  const [password, setPassword] = useState<string | null>(null)
  const isActive = person.state === 'active'
  const problem = state.problem ?? reset.problem ?? factor.problem
  return (
    <section>
      <h3>{text.signingIn}</h3>
      <p className="administration-go">
        {person.hasPassword ? (
          <Popconfirm
            title={text.resetAsk}
            okText={text.reset}
            onConfirm={async () => {
              const told = await reset.send({ params })
              if (told.ok) setPassword(told.value.oneTimePassword)
            }}
          >
            <Button loading={reset.isSending}>{text.reset}</Button>
          </Popconfirm>
        ) : null}
        {person.hasSecondFactor ? (
          <Popconfirm
            title={text.factorAsk}
            okText={text.factorReset}
            onConfirm={async () => void (await factor.send({ params }))}
          >
            <Button loading={factor.isSending}>{text.factorReset}</Button>
          </Popconfirm>
        ) : null}
        <Popconfirm
          title={isActive ? text.disableAsk : text.restoreAsk}
          okText={isActive ? text.disable : text.restore}
          onConfirm={async () => void (await state.send({ params, body: { state: isActive ? 'disabled' : 'active' } }))}
        >
          <Button loading={state.isSending}>{isActive ? text.disable : text.restore}</Button>
        </Popconfirm>
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {password === null ? null : (
        <OneTimePassword username={person.username} password={password} onClose={() => setPassword(null)} />
      )}
      <p className="note" role="status">
        {isActive ? text.nowActive : text.nowDisabled}
      </p>
    </section>
  )
}
