import { Suspense } from 'react'
import { Link, Navigate, NavLink, Route, Routes, useParams } from 'react-router'
import { useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import './analysis.css'
import { analysisText } from './analysis-text.ts'
import { TOPICS } from './topics.ts'

/** What an office asks of a year that is scored already; nothing here changes a record. */
export function AnalysisPage() {
  const text = useText(analysisText)
  const { assessmentId, '*': rest = '' } = useParams()
  const topic = TOPICS.find(({ name }) => name === rest.split('/')[0])
  useTitle(text.title)
  const base = `/assessments/${assessmentId ?? ''}/analysis`
  return (
    <main className="wrap analysis">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {topic === undefined ? null : (
          <Link className="no-print" to={`/help/${topic.name}`}>
            {text.chapter}
          </Link>
        )}
      </div>
      <nav className="page-tabs no-print" aria-label={text.tabs}>
        {TOPICS.map(({ name }) => (
          <NavLink key={name} to={`${base}/${name}`}>
            {text[name]}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<Waiting rows={8} />}>
        <Routes>
          {TOPICS.map(({ name, Tab }) => (
            <Route key={name} path={`${name}/*`} element={<Tab />} />
          ))}
          <Route path="*" element={<Navigate to={`${base}/${TOPICS[0]?.name ?? ''}`} replace />} />
        </Routes>
      </Suspense>
    </main>
  )
}
