import { Link } from 'react-router'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { linkTo, type Place } from './place-in-page.ts'
import { usePending } from './use-pending.ts'

const SIGNS = {
  route: 'M5 3v14M5 4.5h9l-2 3 2 3H5',
  record: 'M10 4v12M4 10h12',
  records: 'M4 6h12M4 10h12M4 14h12',
} as const

export function TabsBar({ place }: { readonly place: Place }) {
  const text = useText(inspectionText)
  const { count } = usePending()
  return (
    <nav className="insp-tabs no-print" aria-label={text.tabs}>
      {(['route', 'record', 'records'] as const).map((tab) => (
        <Link key={tab} to={linkTo({ tab })} {...(place.tab === tab ? { 'aria-current': 'page' } : {})}>
          <svg
            viewBox="0 0 20 20"
            width="22"
            height="22"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            aria-hidden="true"
          >
            <path d={SIGNS[tab]} />
          </svg>
          {text[tab]}
          {tab === 'records' && count > 0 ? <sup>{count}</sup> : null}
        </Link>
      ))}
    </nav>
  )
}
