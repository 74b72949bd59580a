import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router'
import { useMay } from '../../client/session.tsx'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { AccessLogTab } from './access-log-tab.tsx'
import { administrationText } from './administration-text.ts'
import { CalendarsTab } from './calendars-tab.tsx'
import { ChainTab } from './chain-tab.tsx'
import { DistrictTab } from './district-tab.tsx'
import { QuotaNews } from './quota-news.tsx'
import { QuotasTab } from './quotas-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import './administration.css'

const BASE = '/administration'
const QUOTAS = `${BASE}/quotas`

/** What each tab needs; nobody is led to where nothing may be seen. */
const TABS = [
  { path: 'people', needs: ['person.read'], element: <PeopleTab /> },
  { path: 'calendars', needs: ['calendar.manage', 'person.read'], element: <CalendarsTab /> },
  { path: 'access-log', needs: ['access-log.read'], element: <AccessLogTab /> },
  { path: 'district', needs: ['person.read'], element: <DistrictTab /> },
  { path: 'quotas', needs: ['quota.read'], element: <QuotasTab /> },
  { path: 'chain', needs: ['ledger.verify'], element: <ChainTab /> },
] as const

/** The house itself: who is in it, its calendars, who looked at what, its rules, what it holds, and whether its ledgers are whole. */
export function AdministrationPage() {
  const text = useText(administrationText)
  const may = useMay()
  const { pathname } = useLocation()
  useTitle(text.title)
  const tabs = TABS.filter(({ needs }) => needs.some((action) => may(action)))
  const [first] = tabs
  return (
    <main className="wrap administration">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{first === undefined ? text.nothingHere : text.lead}</p>
        </div>
      </div>
      <nav className="administration-tabs no-print" aria-label={text.tabs}>
        {tabs.map(({ path }) => (
          <NavLink key={path} to={`${BASE}/${path}`}>
            {text[path]}
          </NavLink>
        ))}
      </nav>
      {may('quota.read') && pathname !== QUOTAS ? <QuotaNews to={QUOTAS} /> : null}
      <Routes>
        {tabs.map(({ path, element }) => (
          <Route key={path} path={path} element={element} />
        ))}
        {first === undefined ? null : <Route path="*" element={<Navigate to={`${BASE}/${first.path}`} replace />} />}
      </Routes>
    </main>
  )
}
