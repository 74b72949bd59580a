import { Checkbox, Form, Select } from 'antd'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { administrationText } from './administration-text.ts'
import { someOf } from '../../ui/some-of.ts'
import { ROLES } from './found-people.ts'

export interface RoleFieldValues {
  readonly roles?: readonly string[]
  readonly centerId?: string
}

/** Inside an antd form: the roles, and the center where one of them is a center's. */
export function RoleFields({ centers }: { readonly centers: ReadonlyMap<string, string> }) {
  const text = useText(administrationText)
  const { answer } = useAnswer('readDistrict', {})
  const roles = Form.useWatch<readonly string[] | undefined>('roles') ?? []
  return (
    <>
      <Form.Item name="roles" label={text.role} rules={[{ validator: someOf(text.roleMissing) }]} extra={text.apart}>
        <Checkbox.Group
          options={ROLES[answer?.kind ?? 'district'].map((role) => ({ value: role, label: text[role] }))}
        />
      </Form.Item>
      {roles.includes('center') ? (
        <Form.Item
          name="centerId"
          label={text.ownCenter}
          rules={[{ required: true, message: text.centerMissing }]}
          extra={centers.size === 0 ? text.centersFirst : null}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[...centers].map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
      ) : null}
    </>
  )
}
