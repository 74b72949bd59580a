import { Navigate, NavLink, Route, Routes } from 'react-router'
import { useMay } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { CoverageTab } from './coverage/coverage-tab.tsx'
import { DetectionsTab } from './detections/detections-tab.tsx'
import { grouped, minuteOf } from './figures.ts'
import { HeldTab } from './held/held-tab.tsx'
import { FilePage } from './import/file-page.tsx'
import { ImportJobPage } from './import/import-job-page.tsx'
import { ImportTab } from './import/import-tab.tsx'
import { UploadsProvider } from './import/uploads.tsx'
import './records.css'
import { recordsText } from './records-text.ts'
import { RunPage } from './runs/run-page.tsx'
import { RunsTab } from './runs/runs-tab.tsx'
import { useBase } from './use-base.ts'

const TABS = ['import', 'held', 'detections', 'runs', 'coverage'] as const

/** The records room: files in, what is held, what is looked for in it, and what came of that. */
export function RecordsPage() {
  const text = useText(recordsText)
  const { base } = useBase()
  const may = useMay()
  return (
    <main className="wrap rec">
      <div className="head">
        <div>
          <h1>{text.title}</h1>
          <Lead />
        </div>
      </div>
      <nav className="page-tabs no-print" aria-label={text.tabs}>
        {TABS.map((tab) => (
          <NavLink key={tab} to={`${base}/${tab}`}>
            {text[tab]}
          </NavLink>
        ))}
      </nav>
      <UploadsProvider>
        <Routes>
          <Route index element={<Navigate to={`${base}/${may('records.import') ? 'import' : 'held'}`} replace />} />
          <Route path="import" element={<ImportTab />} />
          <Route path="import/jobs/:importId" element={<ImportJobPage />} />
          <Route path="import/:fileId" element={<FilePage />} />
          <Route path="held" element={<HeldTab />} />
          <Route path="detections" element={<DetectionsTab />} />
          <Route path="coverage" element={<CoverageTab />} />
          <Route path="runs" element={<RunsTab />} />
          <Route path="runs/:runId" element={<RunPage />} />
          <Route path="*" element={<Navigate to={base} replace />} />
        </Routes>
      </UploadsProvider>
    </main>
  )
}

/** What is held, in a sentence. */
function Lead() {
  const text = useText(recordsText)
  const { answer } = useAnswer('readHoldings', {})
  if (answer === null) return null
  const held = answer.sets.filter(({ records }) => records > 0)
  if (held.length === 0) return <p className="lead">{text.nothingHeld}</p>
  const months = held.flatMap((set) => set.months.map(({ month }) => month)).toSorted()
  const last = held
    .flatMap(({ lastImportAt }) => lastImportAt ?? [])
    .toSorted()
    .at(-1)
  return (
    <p className="lead">
      {text.holds(held.length, grouped(held.reduce((sum, { records }) => sum + records, 0)))}
      {text.fromMonths(months[0] ?? '', months.at(-1) ?? '')}
      {last === undefined ? '' : text.lastImport(minuteOf(last))}
    </p>
  )
}
