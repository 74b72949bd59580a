import { Button, Dropdown, Input } from 'antd'
import { memo, useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { keepHere, keptValue } from '../../ui/kept-here.ts'
import { findingsText } from './findings-text.ts'

interface View {
  readonly name: string
  readonly search: string
}

/** Filters by names that a person gave them, kept on this device. `searchNow`: the filter as an address tells it. */
export const SavedViews = memo(function SavedViews({ searchNow }: { readonly searchNow: () => string }) {
  const text = useText(findingsText)
  const { me } = useSession()
  const navigate = useNavigate()
  const place = `views.${me?.district}.${me?.personId}`
  const [views, setViews] = useState(() => keptValue(place, isViews) ?? [])
  const [name, setName] = useState<string | null>(null)
  const keep = (next: readonly View[]) => {
    setViews(next)
    keepHere(place, JSON.stringify(next))
  }
  const save = () => {
    const said = name?.trim() ?? ''
    if (said === '') return
    keep([...views.filter((view) => view.name !== said), { name: said, search: searchNow() }])
    setName(null)
  }
  const entries = views.flatMap((view) => [
    { key: view.name, label: view.name, onClick: () => void navigate(`?${view.search}`) },
    {
      key: `remove ${view.name}`,
      className: 'findings-view-remove',
      label: `${text.remove} ${view.name}`,
      onClick: () => keep(views.filter((one) => one !== view)),
    },
  ])
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...(entries.length === 0 ? [{ key: 'none', label: text.noViews, disabled: true }] : entries),
            { type: 'divider' },
            { key: 'save', label: text.saveView, onClick: () => setName('') },
          ],
        }}
      >
        <Button>{text.views}</Button>
      </Dropdown>
      <Dialog
        open={name !== null}
        title={text.saveView}
        okText={text.save}
        cancelText={text.cancel}
        okButtonProps={{ disabled: (name?.trim() ?? '') === '' }}
        onOk={save}
        onCancel={() => setName(null)}
      >
        <label>
          {text.viewName}
          <Input
            autoFocus
            maxLength={40}
            value={name ?? ''}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={save}
          />
        </label>
      </Dialog>
    </>
  )
})

function isViews(value: unknown): value is readonly View[] {
  return (
    Array.isArray(value) &&
    value.every((one: Partial<View> | null) => typeof one?.name === 'string' && typeof one.search === 'string')
  )
}
