import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { useText } from '../../text/language.tsx'
import { overviewText } from './overview-text.ts'
import type { OverviewRow } from './ranking-table.tsx'

/** Up to so many centers stand on the page together. */
const ALL_AT_ONCE = 60
const PAGE = 40

/** What is shown of a long ranking: one page of it, and of a name that is looked for. */
export interface CenterPage {
  readonly rows: readonly OverviewRow[]
  readonly first: number
  readonly found: number
  readonly name: string
  readonly isPaged: boolean
  readonly find: (name: string) => void
  readonly turn: (by: 1 | -1) => void
}

export function useCenterPage(ranked: readonly OverviewRow[]): CenterPage {
  const [name, setName] = useState('')
  const [page, setPage] = useState(0)
  const isPaged = ranked.length > ALL_AT_ONCE
  const found = useMemo(
    () => (name === '' ? ranked : ranked.filter(({ centerName }) => centerName.includes(name))),
    [ranked, name],
  )
  const last = Math.max(Math.ceil(found.length / PAGE) - 1, 0)
  const first = Math.min(page, last) * PAGE
  return {
    rows: isPaged ? found.slice(first, first + PAGE) : ranked,
    first,
    found: found.length,
    name,
    isPaged,
    find: (sought) => {
      setName(sought.trim())
      setPage(0)
    },
    turn: (by) => setPage((now) => Math.min(Math.max(Math.min(now, last) + by, 0), last)),
  }
}

/** Turns ranking and heat map together; nothing where all fit. */
export function CenterPages({ page }: { readonly page: CenterPage }) {
  const text = useText(overviewText)
  const { isPaged, first, found, rows, name, find, turn } = page
  if (!isPaged) return null
  return (
    <div className="overview-pages no-print">
      <Input
        allowClear
        size="small"
        aria-label={text.find}
        placeholder={text.find}
        value={name}
        onChange={(event) => find(event.target.value)}
      />
      <span role="status">
        {found === 0 ? text.noneFound(name) : text.pageOf(first + 1, first + rows.length, found)}
      </span>
      <button type="button" className="btn sm" disabled={first === 0} onClick={() => turn(-1)}>
        {text.before}
      </button>
      <button type="button" className="btn sm" disabled={first + rows.length >= found} onClick={() => turn(1)}>
        {text.after}
      </button>
    </div>
  )
}
